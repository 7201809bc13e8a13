import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../shell/keys";
import { useDensity } from "../shell/prefs";
import { Icon } from "./Icon";

export interface Column<T> {
  key: string;
  head: string;
  right?: boolean;
  /** The list is ordered by this column. */
  sorted?: boolean;
  className?: string;
  cell: (row: T) => ReactNode;
}

export interface GridProps<T> {
  label: string;
  columns: Column<T>[];
  /** Class that sets the tracks of the row. */
  cols: string;
  rows: T[];
  idOf: (row: T) => string;
  /** What a row is called by those who hear it. */
  nameOf: (row: T) => string;
  heights?: { compact: number; comfortable: number; narrow: number };
  openId?: string | undefined;
  onOpen?: (row: T) => void;
  onEnter?: (row: T) => void;
  onClose?: () => void;
  selected?: ReadonlySet<string>;
  onSelect?: (next: ReadonlySet<string>) => void;
  fresh?: ReadonlySet<string>;
  hasMore?: boolean;
  loadingMore?: boolean;
  onMore?: () => void;
  /** Says whether the first row is in sight. */
  onTop?: (top: boolean) => void;
}

const usual = { compact: 36, comfortable: 44, narrow: 60 };
const none: ReadonlySet<string> = new Set();

/** The one table: grid semantics, virtual rows, the keyboard, a cursor that never loses its row. */
export function DataGrid<T>(props: GridProps<T>) {
  const { columns, cols, rows, idOf, nameOf, heights = usual, openId, onOpen, onEnter, onClose, selected = none, onSelect, fresh = none } = props;
  const { hasMore, loadingMore, onMore, onTop } = props;
  const { t } = useTranslation();
  const base = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [cursor, setCursor] = useState<string | undefined>(openId);
  const [byKeys, setByKeys] = useState(false);
  const anchor = useRef<string | undefined>(undefined);
  const density = useDensity();
  const narrow = width > 0 && width <= 560;
  // The head is sticky inside the same scroller, so that its columns always meet those of the rows.
  const head = narrow ? 0 : density === "comfortable" ? 36 : 32;
  const height = narrow ? heights.narrow : heights[density];

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: head,
    scrollPaddingStart: head,
    getItemKey: (i) => { const row = rows[i]; return row ? idOf(row) : i; },
    initialRect: { width: 1000, height: 900 },
  });
  useEffect(() => virtual.measure(), [height, head, virtual]);
  useEffect(() => { if (openId) setCursor(openId); }, [openId]);

  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && last >= rows.length - 15) onMore?.();
  }, [hasMore, loadingMore, last, rows.length, onMore]);

  const at = cursor === undefined ? -1 : rows.findIndex((r) => idOf(r) === cursor);
  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setByKeys(true);
    setCursor(idOf(row));
    virtual.scrollToIndex(rows.indexOf(row), { align: "auto" });
    if (openId && onOpen) onOpen(row);
  };
  const toggle = (id: string, range: boolean) => {
    if (!onSelect) return;
    const next = new Set(selected);
    const from = range && anchor.current ? rows.findIndex((r) => idOf(r) === anchor.current) : -1;
    const to = rows.findIndex((r) => idOf(r) === id);
    if (from >= 0) for (let i = Math.min(from, to); i <= Math.max(from, to); i++) next.add(idOf(rows[i] as T));
    else if (next.has(id)) next.delete(id);
    else next.add(id);
    anchor.current = id;
    onSelect(next);
  };
  const here = rows[at];
  const gridHasFocus = () => document.activeElement === document.body || document.activeElement === null || scroll.current?.contains(document.activeElement) === true;
  useKeys({
    j: () => moveTo(at + 1),
    k: () => moveTo(at < 0 ? 0 : at - 1),
    ArrowDown: () => (gridHasFocus() ? moveTo(at + 1) : false),
    ArrowUp: () => (gridHasFocus() ? moveTo(at < 0 ? 0 : at - 1) : false),
    PageDown: () => (gridHasFocus() ? moveTo(at + 15) : false),
    PageUp: () => (gridHasFocus() ? moveTo(at - 15) : false),
    Home: () => (gridHasFocus() ? moveTo(0) : false),
    End: () => (gridHasFocus() ? moveTo(rows.length - 1) : false),
    o: () => (here && onOpen ? onOpen(here) : false),
    e: () => (here && onOpen ? onOpen(here) : false),
    Enter: () => (here && (onEnter ?? onOpen) ? (onEnter ?? onOpen)?.(here) : false),
    x: () => (here && onSelect ? toggle(idOf(here), false) : false),
    X: () => (here && onSelect ? toggle(idOf(here), true) : false),
    Escape: () => {
      if (openId && onClose) return onClose();
      if (selected.size > 0 && onSelect) return onSelect(none);
      return false;
    },
  });

  const press = (row: T) => (event: MouseEvent) => {
    if ((event.target as Element).closest("a, button, input")) return;
    setByKeys(false);
    setCursor(idOf(row));
    onOpen?.(row);
  };
  const rowId = (id: string) => `${base}-${id}`;
  const all = rows.length > 0 && rows.every((r) => selected.has(idOf(r)));

  return (
    <div
      ref={scroll} className={`grid scroll${byKeys ? " keys" : ""}`} role="grid" tabIndex={0} aria-label={props.label}
      aria-rowcount={hasMore ? -1 : rows.length + 1} aria-multiselectable={onSelect ? true : undefined}
      aria-activedescendant={items.some((i) => i.index === at) ? rowId(cursor as string) : undefined}
      data-narrow={narrow || undefined} data-mid={(width > 0 && width <= 860) || undefined}
      onScroll={(e) => onTop?.(e.currentTarget.scrollTop < 4)}
      onFocus={(e) => { if (e.target === e.currentTarget && at < 0 && rows[0]) setCursor(idOf(rows[0])); }}
    >
      <div className={`rw head ${cols}`} role="row" hidden={narrow}>
        {onSelect ? (
          <div role="columnheader" className="c-ck">
            <input
              type="checkbox" className="ck" tabIndex={-1} aria-label={t("list.selectLoaded")} checked={all}
              ref={(el) => { if (el) el.indeterminate = selected.size > 0 && !all; }}
              onChange={() => onSelect(all ? none : new Set(rows.map(idOf)))}
            />
          </div>
        ) : null}
        {columns.map((c) => (
          <div key={c.key} role="columnheader" className={`${c.right ? "r " : ""}${c.className ?? ""}${c.sorted ? " sorted" : ""}`} aria-sort={c.sorted ? "descending" : undefined}>
            {c.head || <span className="vh">{t("list.picture")}</span>}{c.sorted ? <Icon name="down" small /> : null}
          </div>
        ))}
      </div>
      <div className="virt" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const id = idOf(row);
          const cls = [
            "rw", cols, onOpen ? "click" : "", id === cursor ? "cur" : "", id === openId ? "open" : "", selected.has(id) ? "sel" : "", fresh.has(id) ? "fresh" : "",
          ].filter(Boolean).join(" ");
          return (
            <div
              key={item.key} id={rowId(id)} role="row" className={cls} aria-label={nameOf(row)} aria-rowindex={item.index + 2}
              aria-selected={onSelect ? selected.has(id) : undefined} onClick={press(row)}
              style={{ height: item.size, transform: `translateY(${item.start - head}px)` }}
            >
              {onSelect ? (
                <div role="gridcell" className="c-ck">
                  <input
                    type="checkbox" className="ck" tabIndex={-1} checked={selected.has(id)} aria-label={t("list.selectOne", { name: nameOf(row) })}
                    onChange={() => undefined} onClick={(e) => toggle(id, e.shiftKey)}
                  />
                </div>
              ) : null}
              {columns.map((c) => <div key={c.key} role="gridcell" className={`${c.right ? "r " : ""}${c.className ?? ""}`}>{c.cell(row)}</div>)}
            </div>
          );
        })}
      </div>
      {loadingMore ? <div className="more" role="row"><span role="gridcell">{t("list.more")}</span></div> : null}
    </div>
  );
}
