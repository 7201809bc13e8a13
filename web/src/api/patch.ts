import type { InfiniteData } from "@tanstack/react-query";
import type { Page } from "./types";

export type Pages<T> = InfiniteData<Page<T>, string | undefined>;
interface Row { id: string }

/** Puts newer versions of rows where the rows stand; nothing moves, nothing is added. Returns the same object when nothing fits. */
export function patchRows<T extends Row>(data: Pages<T>, rows: readonly T[]): Pages<T> {
  const byId = new Map(rows.map((r) => [r.id, r]));
  let touched = false;
  const pages = data.pages.map((page) => {
    if (!page.items.some((r) => byId.has(r.id))) return page;
    touched = true;
    return { ...page, items: page.items.map((r) => { const next = byId.get(r.id); return next ? { ...r, ...next } : r; }) };
  });
  return touched ? { ...data, pages } : data;
}

/** The rows of a fresh first page that the list does not hold and that would stand at its head. */
export function arrivals<T extends Row>(data: Pages<T> | undefined, head: Page<T>): T[] {
  if (!data) return [];
  const known = new Set(data.pages.flatMap((p) => p.items.map((r) => r.id)));
  const fresh: T[] = [];
  for (const row of head.items) {
    if (known.has(row.id)) break;
    fresh.push(row);
  }
  return fresh;
}

/**
 * Joins a fresh first page to a list. A list of one page becomes the fresh page; a longer one gets the new rows in front and keeps
 * its tail; when the two no longer meet, the list begins again.
 */
export function mergeHead<T extends Row>(data: Pages<T> | undefined, head: Page<T>): Pages<T> {
  const again: Pages<T> = { pages: [head], pageParams: [undefined] };
  if (!data || data.pages.length <= 1) return again;
  const known = new Set(data.pages.flatMap((p) => p.items.map((r) => r.id)));
  if (!head.items.some((r) => known.has(r.id))) return again;
  const patched = patchRows(data, head.items);
  const fresh = head.items.filter((r) => !known.has(r.id));
  if (fresh.length === 0) return patched;
  const [first, ...others] = patched.pages;
  return { ...patched, pages: [{ items: [...fresh, ...(first?.items ?? [])], next: first?.next ?? null }, ...others] };
}

/** Collects what changed and hands it on at most once in `every` ms. */
export class Coalescer<K extends string> {
  private waiting = new Map<K, Set<string>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = -Infinity;

  constructor(private readonly flush: (batch: Map<K, Set<string>>) => void, private readonly every = 500, private readonly clock: () => number = Date.now) {}

  add(kind: K, ids: readonly string[]) {
    let set = this.waiting.get(kind);
    if (!set) this.waiting.set(kind, (set = new Set()));
    for (const id of ids) set.add(id);
    if (this.timer !== undefined) return;
    const wait = Math.max(0, this.last + this.every - this.clock());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.last = this.clock();
      const batch = this.waiting;
      this.waiting = new Map();
      this.flush(batch);
    }, wait);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = new Map();
  }
}
