import { useRef, type RefObject } from "react";
import { useKeys } from "../../ui/keys";

interface Acts { ids: string[]; selected: ReadonlySet<string>; onSelect: (next: ReadonlySet<string>) => void }

/** What x, X and a make of a selection. */
export function selectRow(ids: readonly string[], selected: ReadonlySet<string>, id: string, anchor?: string): ReadonlySet<string> {
  const next = new Set(selected);
  const from = anchor === undefined ? -1 : ids.indexOf(anchor);
  const to = ids.indexOf(id);
  if (from >= 0) for (const between of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
  else if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * j and k walk the rows of a page of short tables: the focus itself goes from link to link, so that Enter, Tab and a screen reader know
 * where one is. A row is what carries `data-row`; those that can be selected are named in `ids`.
 */
export function useRows(box: RefObject<HTMLElement | null>, { ids, selected, onSelect }: Acts) {
  const anchor = useRef<string | undefined>(undefined);
  const rows = () => [...(box.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const here = () => rows().findIndex((row) => row.contains(document.activeElement));
  const move = (by: number) => {
    const all = rows();
    const at = here();
    all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]?.querySelector("a")?.focus();
  };
  const toggle = (id: string | undefined, range: boolean) => {
    if (id === undefined || !ids.includes(id)) return false;
    onSelect(selectRow(ids, selected, id, range ? anchor.current : undefined));
    anchor.current = id;
  };
  const idHere = () => rows()[here()]?.dataset.row;
  const open = () => {
    const link = rows()[here()]?.querySelector("a");
    if (!link) return false;
    link.click();
  };
  useKeys({
    o: open,
    e: open,
    j: () => move(1),
    k: () => move(-1),
    x: () => toggle(idHere(), false),
    X: () => toggle(idHere(), true),
    a: () => (ids.length > 0 ? onSelect(new Set(ids)) : false),
    Escape: () => (selected.size > 0 ? onSelect(new Set()) : false),
  });
  return { toggle, idHere };
}
