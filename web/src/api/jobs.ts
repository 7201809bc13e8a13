/** What the API says of jobs, and the routes that say it. */
import type { Json, Paging, Params0, Errors, Get, GetOf, Send } from "./paths";
import type { Page, Time, Uuid } from "./types";

export type JobState = "scheduled" | "available" | "running" | "completed" | "retryable" | "dead" | "cancelled";
export type JobAct = "replay" | "edit" | "discard" | "run_now" | "cancel";
export type WaitCause = "scheduled" | "retry" | "kind_paused" | "store_paused" | "serial" | "merchant_cap" | "kind_full" | "turn" | "no_worker";

export type AttemptOutcome = "done" | "retry" | "fail" | "snooze" | "cancel" | "lost";

/** Why a job does not run yet; what is given beside the cause depends on it. */
export interface Waits {
  cause: WaitCause;
  until?: Time | null;
  /** The one that runs under the same key. */
  job_id?: Uuid | null;
  paused_by?: string | null;
  reason?: string | null;
  ahead?: number | null;
}

export interface Job {
  id: Uuid;
  kind: string;
  state: JobState;
  priority: number;
  attempt: number;
  max_attempts: number;
  tenant_id?: Uuid | null;
  store_id?: Uuid | null;
  run_at: Time;
  created_at: Time;
  started_at?: Time | null;
  finished_at?: Time | null;
  last_error?: string | null;
  duration_ms?: number | null;
  /** What failed, without what differs between jobs: reasons are grouped by it. */
  fault?: string | null;
  /** What the last error comes to, and what it is about. */
  cause?: string | null;
  about?: string | null;
  waits?: Waits | null;
}
export interface JobAttempt {
  attempt: number;
  outcome: AttemptOutcome;
  started_at: Time;
  finished_at: Time;
  duration_ms: number;
  error?: string | null;
  cause?: string | null;
  about?: string | null;
  worker: Uuid;
  run_id: Uuid;
}
export interface JobDetail extends Job {
  /** Absent without the right to see them. */
  arguments?: Record<string, unknown> | null;
  worker?: { id: Uuid; name: string } | null;
  attempts: JobAttempt[];
  allowed: JobAct[];
}

/** What is held back: a kind, a store, or a kind of a store. */
export interface JobPause { id: Uuid; kind?: string | null; tenant_id?: Uuid | null; store_id?: Uuid | null; by?: string | null; at: Time; reason: string }
export interface NewJobPause { kind?: string; store_id?: Uuid; reason?: string }

/** Done and at the first try: of the last six hours. */
export interface JobTotals {
  waiting: number; scheduled: number; running: number; retryable: number; dead: number; done: number; first_try: number;
  /** Of these there are more than were counted. */
  more: ("waiting" | "scheduled" | "retryable" | "dead")[];
}
export interface JobKind extends JobTotals {
  kind: string;
  priority: number;
  concurrency: number;
  per_tenant: number;
  timeout_seconds: number;
  max_attempts: number;
  /** Of what is due and waits. */
  oldest_seconds?: number | null;
  paused?: JobPause | null;
  /** Done per ten minutes of the last six hours; only for staff who see everything. */
  throughput?: number[] | null;
}
export interface JobSummary { kinds: JobKind[]; stores_paused: JobPause[]; totals: JobTotals }

export interface JobFault { kind: string; fault: string; cause?: string | null; about?: string | null; n: number; oldest: Time; newest: Time; sample_id: Uuid }
export interface JobWorker { id: Uuid; name: string; version: string; started_at: Time; seen_at: Time; lease_seconds: number; stopping: boolean; running: number; kinds: string[] }
export interface JobTick { at: Time; outcome: AttemptOutcome; duration_ms: number }
export interface JobSchedule { kind: string; every_seconds: number; last_at?: Time | null; last_state?: JobState | null; last_duration_ms?: number | null; next_at: Time; history: JobTick[] }

export type BulkAction = "replay" | "discard" | "run_now";
export type SkipReason = "job_key_taken" | "changed";
export interface JobBulk { action: BulkAction; kind?: string; state?: string; store_id?: Uuid; error?: string; ids?: Uuid[]; expected?: number }
/** Without `expected` nothing changes and only the numbers of what matches count. */
export interface JobBulkResult { matching: number; more: boolean; done: number; skipped: { reason: SkipReason; n: number }[] }

export interface JobsQuery extends Paging { kind?: string; state?: string; store_id?: string; error?: string; argument?: string }

interface ActOn<R, B = never> { parameters: { path: { id: string }; query?: never; header?: never; cookie?: never }; requestBody?: { content: { "application/json": B } }; responses: { 200: Json<R> } & Errors }
interface Items<T> { items: T[] }

export interface JobPaths {
  "/jobs": { get: Get<Page<Job>, JobsQuery> };
  "/jobs/{id}": { get: GetOf<JobDetail> };
  "/jobs/{id}/replay": { post: ActOn<JobDetail, { arguments?: Record<string, unknown> }> };
  "/jobs/{id}/discard": { post: ActOn<JobDetail> };
  "/jobs/{id}/run-now": { post: ActOn<JobDetail> };
  "/jobs/{id}/cancel": { post: ActOn<JobDetail> };
  "/jobs/bulk": { post: Send<JobBulk, JobBulkResult> };
  "/jobs/summary": { get: Get<JobSummary> };
  "/jobs/faults": { get: Get<Items<JobFault>> };
  "/jobs/workers": { get: Get<Items<JobWorker>> };
  "/jobs/schedules": { get: Get<Items<JobSchedule>> };
  "/jobs/pauses": { post: { parameters: Params0<never>; requestBody: { content: { "application/json": NewJobPause } }; responses: { 201: Json<JobPause> } & Errors } };
  "/jobs/pauses/{id}": { delete: { parameters: { path: { id: string }; query?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 204: { headers: Record<string, unknown>; content?: never } } & Errors } };
}
