/** The list's filters and the address are the same thing in two spellings. */
import type { OrdersQuery } from "../../api/paths";
import type { OrderCounts, OrderStatus } from "../../api/types";

export interface OrdersSearch {
  /** A view's name or a comma list of states; nothing means the open ones, "all" means all. */
  status?: string; store_id?: string; placed?: string; from?: string; to?: string; q?: string; tag?: string; trashed?: string; panel?: string;
}

export const statuses: OrderStatus[] = ["pending", "on_hold", "processing", "shipped", "completed", "cancelled", "refunded", "failed", "draft", "unknown"];
export const openStatuses: OrderStatus[] = ["pending", "on_hold", "processing"];

export interface View { key: string; statuses: OrderStatus[]; tone?: "att" | "bad"; onlyWhenAny?: boolean }
/** Saved views: what a person asks of the list, in the order in which it is asked. */
export const views: View[] = [
  { key: "open", statuses: openStatuses },
  { key: "on_hold", statuses: ["on_hold"], tone: "att" },
  { key: "failed", statuses: ["failed"], tone: "bad" },
  { key: "unknown", statuses: ["unknown"], tone: "att", onlyWhenAny: true },
  { key: "shipped", statuses: ["shipped"], onlyWhenAny: true },
  { key: "completed", statuses: ["completed"] },
  { key: "refunded", statuses: ["refunded", "cancelled"] },
  { key: "all", statuses: [] },
];

export function statusesOf(search: OrdersSearch): OrderStatus[] {
  if (search.status === undefined || search.status === "open") return openStatuses;
  if (search.status === "all") return [];
  return search.status.split(",").filter((s): s is OrderStatus => (statuses as string[]).includes(s));
}

export function viewOf(search: OrdersSearch): string | undefined {
  const wanted = statusesOf(search);
  const same = (a: readonly string[]) => a.length === wanted.length && wanted.every((s) => a.includes(s));
  return views.find((v) => same(v.statuses))?.key;
}

export function countOf(view: View, counts: OrderCounts | undefined): number | undefined {
  if (!counts) return undefined;
  if (view.statuses.length === 0) return undefined;
  return view.statuses.reduce((n, s) => n + (counts.by_status[s] ?? 0), 0);
}

export const ranges = { today: 1, "7d": 7, "14d": 14, "30d": 30, "90d": 90 } as const;
export type Range = keyof typeof ranges;

/** Midnight of the person's own day, so many days back. */
export function dayStart(now: Date, daysBack: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack);
}

/** What the server is asked. Ranges are cut at days, so that the question – and its cache – stays the same for a day. */
export function toQuery(search: OrdersSearch, now: Date): OrdersQuery {
  const query: OrdersQuery = {};
  const wanted = statusesOf(search);
  if (wanted.length > 0) query.status = wanted.join(",");
  if (wanted.includes("draft")) query.include_drafts = true;
  if (search.store_id) query.store_id = search.store_id;
  if (search.q?.trim()) query.q = search.q.trim();
  if (search.tag) query.tag = search.tag;
  if (search.trashed === "1") query.trashed = true;
  if (search.placed && search.placed in ranges) query.placed_from = dayStart(now, ranges[search.placed as Range] - 1).toISOString();
  else {
    const from = dayOf(search.from);
    const to = dayOf(search.to);
    if (from) query.placed_from = from.toISOString();
    if (to) query.placed_to = new Date(to.getFullYear(), to.getMonth(), to.getDate() + 1).toISOString();
  }
  return query;
}

function dayOf(text: string | undefined): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? "");
  if (!match) return undefined;
  const day = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return Number.isNaN(day.getTime()) ? undefined : day;
}

export const hasFilters = (s: OrdersSearch) => Boolean(s.store_id || s.placed || s.from || s.to || s.q || s.tag || s.trashed);
