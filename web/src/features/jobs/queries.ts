import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import type { JobsQuery } from "../../api/jobs";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { Scope } from "../../api/session";

/** What runs changes by the second, and not every change is an event. */
const OFTEN = 10_000;

export const jobList = (scope: Scope, query: JobsQuery) =>
  paged(keys.jobList(scope.key, query), (after, signal) => ok(api(scope.header).GET("/jobs", { params: { query: { ...query, limit: 50, ...after } }, signal })), OFTEN);

export const jobOne = (scope: Scope, id: string) =>
  queryOptions({
    queryKey: keys.job(scope.key, id),
    queryFn: () => ok(api(scope.header).GET("/jobs/{id}", { params: { path: { id } } })),
    refetchInterval: (q) => (q.state.data && ["completed", "cancelled", "dead"].includes(q.state.data.state) ? false : OFTEN),
  });

export const jobSummary = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "summary"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/summary", { signal })), refetchInterval: OFTEN });

export const jobFaults = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "faults"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/faults", { signal })), refetchInterval: OFTEN });

export const jobWorkers = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "workers"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/workers", { signal })), refetchInterval: 5000 });

export const jobSchedules = (scope: Scope) =>
  queryOptions({ queryKey: keys.jobsOf(scope.key, "schedules"), queryFn: ({ signal }) => ok(api(scope.header).GET("/jobs/schedules", { signal })), refetchInterval: OFTEN });
