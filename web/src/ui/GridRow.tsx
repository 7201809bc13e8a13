import { memo, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Column<T> {
  key: string;
  head: string;
  right?: boolean;
  /** The list is ordered by this column. */
  sorted?: boolean;
  className?: string;
  cell: (row: T) => ReactNode;
}

/** What a row may ask of its grid; the same object for the grid's life, so that a row is drawn again only when it has changed itself. */
export interface RowActs<T> { press: (row: T, event: MouseEvent) => void; toggle: (row: T, range: boolean) => void }

interface Props<T> {
  row: T; rowId: string; name: string; columns: Column<T>[]; cols: string; index: number; height: number; top: number; acts: RowActs<T>;
  pressable: boolean; selectable: boolean; pickable: boolean; cursor: boolean; open: boolean; selected: boolean; fresh: boolean;
}

function GridRowOf<T>({ row, rowId, name, columns, cols, index, height, top, acts, pressable, selectable, pickable, cursor, open, selected, fresh }: Props<T>) {
  const { t } = useTranslation();
  const cls = ["rw", cols, pressable ? "click" : "", cursor ? "cur" : "", open ? "open" : "", selected ? "sel" : "", fresh ? "fresh" : ""].filter(Boolean).join(" ");
  return (
    <div
      id={rowId} role="row" className={cls} aria-label={name} aria-rowindex={index + 2} aria-selected={pickable ? selected : undefined}
      onClick={(e) => acts.press(row, e)} style={{ height, transform: `translateY(${top}px)` }}
    >
      {selectable ? (
        <div role="gridcell" className="c-ck">
          {pickable ? (
            <input
              type="checkbox" className="ck" tabIndex={-1} checked={selected} aria-label={t("list.selectOne", { name })}
              onChange={() => undefined} onClick={(e) => acts.toggle(row, e.shiftKey)}
            />
          ) : null}
        </div>
      ) : null}
      {columns.map((c) => <div key={c.key} role="gridcell" className={`${c.right ? "r " : ""}${c.className ?? ""}`}>{c.cell(row)}</div>)}
    </div>
  );
}

export const GridRow = memo(GridRowOf) as typeof GridRowOf;
