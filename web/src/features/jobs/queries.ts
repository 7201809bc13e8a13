import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import type { JobsQuery } from "../../api/jobs";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { Scope } from "../../api/session";

/**
 * What dies, is replayed or held back is told by the stream of changes; work that goes well is not, so that it costs nothing. Numbers
 * and lists are therefore asked for again while somebody looks: the query client rests while the page is hidden.
 */
const OFTEN = 3000;
const LESS_OFTEN = 10_000;

/** The dead change by events alone. */
export const jobList = (scope: Scope, query: JobsQuery) =>
  paged(keys.jobList(scope.key, query), (after, signal) => ok(api(scope.header).GET("/jobs", { params: { query: { ...query, limit: 50, ...after } }, signal })), query.state === "dead" ? undefined : LESS_OFTEN);

export const jobOne = (scope: Scope, id: string) =>
  queryOptions({
    queryKey: keys.job(scope.key, id),
    queryFn: () => ok(api(scope.header).GET("/jobs/{id}", { params: { path: { id } } })),
    refetchInterval: (q) => (q.state.data && ["completed", "cancelled", "dead"].includes(q.state.data.state) ? false : OFTEN),
  });

export const jobSummary = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "summary"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/summary", { signal })), refetchInterval: OFTEN });

export const jobFaults = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "faults"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/faults", { signal })) });

export const jobWorkers = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "workers"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/workers", { signal })), refetchInterval: 5000 });

export const jobSchedules = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "schedules"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/schedules", { signal })), refetchInterval: LESS_OFTEN });
