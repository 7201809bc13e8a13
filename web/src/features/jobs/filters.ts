/** The page's view and filters, and the address: the same thing in two spellings. */
import type { BulkAction, Job, JobBulk, JobsQuery, JobSummary } from "../../api/jobs";

export type JobsSearch = {
  /** A view's name, or a comma list of states. */
  state?: string | undefined; view?: string | undefined; kind?: string | undefined; store_id?: string | undefined; error?: string | undefined; argument?: string | undefined; panel?: string | undefined;
};

/** What waits is planned for later or for the next free place; what is over was done or called off. */
export const statesOf = { all: undefined, dead: "dead", retryable: "retryable", running: "running", scheduled: "scheduled,available", completed: "completed,cancelled" } as const;
export type List = keyof typeof statesOf;
export const lists = Object.keys(statesOf) as List[];
/** Of the whole house: for staff who see everything. */
export const houseViews = ["workers", "schedules"] as const;
export type View = List | (typeof houseViews)[number];

export function viewOf(search: JobsSearch): View {
  const house = houseViews.find((v) => v === search.view);
  return house ?? lists.find((v) => v === search.state || (v !== "all" && statesOf[v] === search.state)) ?? "all";
}

/** What remains when the view changes: the filters do, what is open beside the list does not. */
export const searchOf = (view: View, search: JobsSearch): JobsSearch =>
  view === "workers" || view === "schedules" ? { view } : { ...search, view: undefined, panel: undefined, state: view === "all" ? undefined : view };

export const filterNames = ["kind", "store_id", "error", "argument"] as const;
export const hasFilters = (search: JobsSearch) => filterNames.some((name) => Boolean(search[name]?.trim()));
export const noFilters: JobsSearch = { kind: undefined, store_id: undefined, error: undefined, argument: undefined, panel: undefined };

export function toQuery(search: JobsSearch): JobsQuery {
  const view = viewOf(search);
  const state = view in statesOf ? statesOf[view as List] : undefined;
  const query: JobsQuery = state ? { state } : {};
  for (const name of filterNames) {
    const value = search[name]?.trim();
    if (value) query[name] = value;
  }
  return query;
}

/** How many a view holds, where the server counts them. */
export function countOf(view: View, summary: JobSummary | undefined): number | undefined {
  const n = summary?.totals;
  if (!n) return undefined;
  if (view === "all") return n.waiting + n.scheduled + n.running + n.retryable + n.dead;
  if (view === "scheduled") return n.scheduled + n.waiting;
  return view === "dead" || view === "retryable" || view === "running" ? n[view] : undefined;
}

/** Whether a view holds more than the server counted. */
export function moreOf(view: View, summary: JobSummary | undefined): boolean {
  const more = summary?.totals.more ?? [];
  return view === "all" ? more.length > 0 : view === "scheduled" ? more.includes("scheduled") || more.includes("waiting") : (more as string[]).includes(view);
}

/** What can be done with many jobs of a view at once. */
export const actsOf = (view: View): BulkAction[] => (view === "dead" ? ["replay", "discard"] : view === "retryable" || view === "scheduled" ? ["run_now"] : []);

/** Whether one of a view's acts makes sense for a job: what waits for a free place already cannot be told to run now. */
export const canSelect = (job: Pick<Job, "state">) => job.state === "dead" || job.state === "retryable" || job.state === "scheduled";

/** The server takes so many ids at once. */
const IDS = 500;

/** The questions that reach exactly these jobs. */
export function ofIds(action: BulkAction, ids: readonly string[]): JobBulk[] {
  return Array.from({ length: Math.ceil(ids.length / IDS) }, (_, i) => ({ action, ids: ids.slice(i * IDS, (i + 1) * IDS) }));
}

/** The question that reaches all of a list; none when the server cannot select by one of its filters. */
export function ofList(action: BulkAction, query: JobsQuery): JobBulk | undefined {
  const { argument, limit: _limit, after: _after, ...filter } = query;
  if (argument) return undefined;
  return { action, ...filter, ...(action === "run_now" && filter.state === statesOf.scheduled ? { state: "scheduled" } : {}) };
}
