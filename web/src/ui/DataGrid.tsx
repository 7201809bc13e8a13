import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "./keys";
import { useDensity } from "./prefs";
import { GridRow, type Column, type RowActs } from "./GridRow";
import { Icon } from "./Icon";
import { keepPlace, placeHere } from "./place";
import { useRowWindow } from "./useRowWindow";

export type { Column } from "./GridRow";

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
  /** Which rows can be selected; without it, all. */
  canSelect?: (row: T) => boolean;
  fresh?: ReadonlySet<string>;
  hasMore?: boolean;
  loadingMore?: boolean;
  onMore?: () => void;
  /** What further keys do to the row one is on. */
  rowKeys?: Record<string, (row: T) => void>;
  /** Says whether the first row is in sight. */
  onTop?: (top: boolean) => void;
}

const usual = { compact: 36, comfortable: 44, narrow: 60 };
/** Rows below the last in sight at which the next page is asked for: a person who scrolls does not meet the end. */
const AHEAD = 60;
const none: ReadonlySet<string> = new Set();
const every = () => true;

/** The one table: grid semantics, virtual rows, the keyboard, a cursor that never loses its row. */
export function DataGrid<T>(props: GridProps<T>) {
  const { columns, cols, rows, idOf, nameOf, heights = usual, openId, onOpen, onEnter, onClose, selected = none, onSelect, canSelect = every, fresh = none } = props;
  const { hasMore, loadingMore, onMore, onTop } = props;
  const { t } = useTranslation();
  const base = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [back] = useState(placeHere);
  const [cursor, setCursor] = useState<string | undefined>(openId ?? back?.cursor);
  const [byKeys, setByKeys] = useState(back?.byKeys ?? false);
  const anchor = useRef<string | undefined>(undefined);
  const density = useDensity();
  const [narrow, setNarrow] = useState(false);
  // The head is sticky inside the same scroller, so that its columns always meet those of the rows.
  const head = narrow ? 0 : density === "comfortable" ? 36 : 32;
  const height = narrow ? heights.narrow : heights[density];
  const indexOf = useCallback((id: string) => rows.findIndex((r) => idOf(r) === id), [rows, idOf]);
  const { width, from, to, total, top, show } = useRowWindow(scroll, { count: rows.length, height, head, firstId: rows[0] && idOf(rows[0]), indexOf });
  if (narrow !== (width > 0 && width <= 560)) setNarrow(!narrow);

  useEffect(() => { if (openId) setCursor(openId); }, [openId]);

  useEffect(() => {
    if (hasMore && !loadingMore && to >= rows.length - AHEAD) onMore?.();
  }, [hasMore, loadingMore, to, rows.length, onMore]);

  const at = useMemo(() => (cursor === undefined ? -1 : indexOf(cursor)), [cursor, indexOf]);
  useLayoutEffect(() => { if (back && scroll.current) scroll.current.scrollTop = back.top; }, [back]);
  // Until one moves, the row one left stays in sight, whatever comes in front of it.
  const waits = useRef(back?.byKeys === true);
  useLayoutEffect(() => { if (waits.current && at >= 0) show(at); });
  useEffect(() => keepPlace({ top: top.current, cursor, byKeys }), [from, top, cursor, byKeys]);

  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    waits.current = false;
    setByKeys(true);
    setCursor(idOf(row));
    show(rows.indexOf(row));
    if (openId && onOpen) onOpen(row);
  };
  const toggle = (id: string, range: boolean) => {
    if (!onSelect) return;
    const next = new Set(selected);
    const from = range && anchor.current ? rows.findIndex((r) => idOf(r) === anchor.current) : -1;
    const to = rows.findIndex((r) => idOf(r) === id);
    if (!rows[to] || !canSelect(rows[to])) return;
    if (from >= 0) for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1).filter(canSelect)) next.add(idOf(row));
    else if (next.has(id)) next.delete(id);
    else next.add(id);
    anchor.current = id;
    onSelect(next);
  };
  const here = rows[at];
  const gridHasFocus = () => document.activeElement === document.body || document.activeElement === null || scroll.current?.contains(document.activeElement) === true;
  useKeys({
    ...Object.fromEntries(Object.entries(props.rowKeys ?? {}).map(([key, act]) => [key, () => (here ? act(here) : false)])),
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

  const latest = { press: (row: T) => { setByKeys(false); setCursor(idOf(row)); onOpen?.(row); }, toggle };
  const now = useRef(latest);
  now.current = latest;
  const [acts] = useState<RowActs<T>>({
    press: (row, event) => { if (!(event.target as Element).closest("a, button, input")) now.current.press(row); },
    toggle: (row, range) => now.current.toggle(idOf(row), range),
  });
  const rowId = (id: string) => `${base}-${id}`;
  const all = useMemo(() => selected.size > 0 && rows.every((r) => selected.has(idOf(r)) || !canSelect(r)), [rows, selected, idOf, canSelect]);

  return (
    <div
      ref={scroll} onWheel={() => (waits.current = false)} onPointerDown={() => (waits.current = false)} className={`grid scroll${byKeys ? " keys" : ""}`} role="grid" tabIndex={0} aria-label={props.label}
      aria-rowcount={hasMore ? -1 : rows.length + 1} aria-multiselectable={onSelect ? true : undefined}
      aria-activedescendant={at >= from && at < to ? rowId(cursor as string) : undefined}
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
              onChange={() => onSelect(all ? none : new Set(rows.filter(canSelect).map(idOf)))}
            />
          </div>
        ) : null}
        {columns.map((c) => (
          <div key={c.key} role="columnheader" className={`${c.right ? "r " : ""}${c.className ?? ""}${c.sorted ? " sorted" : ""}`} aria-sort={c.sorted ? "descending" : undefined}>
            {c.head || <span className="vh">{t("list.picture")}</span>}{c.sorted ? <Icon name="down" small /> : null}
          </div>
        ))}
      </div>
      <div className="virt" role="rowgroup" style={{ height: total }}>
        {rows.slice(from, to).map((row, i) => {
          const id = idOf(row);
          return (
            <GridRow
              key={id} row={row} rowId={rowId(id)} name={nameOf(row)} columns={columns} cols={cols} index={from + i} height={height} top={(from + i) * height} acts={acts}
              pressable={onOpen !== undefined} selectable={onSelect !== undefined} pickable={onSelect !== undefined && canSelect(row)} cursor={id === cursor} open={id === openId} selected={selected.has(id)} fresh={fresh.has(id)}
            />
          );
        })}
      </div>
      {loadingMore ? <div className="more" role="row"><span role="gridcell">{t("list.more")}</span></div> : null}
    </div>
  );
}
