/** The pretend queue: what it holds, who works on it, and what a person may do. It does no work; what is replayed waits. */
import { HttpResponse } from "msw";
import type { JobBulk, Job, JobAct, JobDetail, JobFault, JobPause, JobSchedule, JobSummary, JobWorker, NewJobPause, WaitCause } from "../src/api/jobs";
import type { ProblemCode, User } from "../src/api/types";
import * as house from "./seed";
import { jobStates, type JobKind } from "./words";

const rnd = house.random(4);
const MIN = 60_000, HOUR = 60 * MIN;
type Row = Job & { arguments: Record<string, unknown> };
const policies: Record<JobKind, [priority: number, concurrency: number, perTenant: number, pace: number]> = {
  "process-webhook-events": [9, 20, 6, 30], "fetch-record": [8, 10, 4, 12], "fetch-marked": [8, 10, 5, 1], "sync-orders": [6, 20, 20, 9], "sync-products": [4, 10, 10, 4], "sync-customers": [4, 10, 10, 3], "register-webhooks": [3, 4, 4, 0.4], "generate-reports": [3, 2, 1, 0.2], "cleanup-cache": [1, 1, 1, 1], "cleanup-sessions": [1, 1, 1, 0.17],
};
const kinds = Object.keys(policies) as JobKind[];
const ofHouse = (kind: JobKind) => kind.startsWith("cleanup");
const argumentsOf = (kind: JobKind, tenant: string | undefined, store: string | undefined, i: number): Record<string, unknown> => ({
  ...(tenant ? { tenant_id: tenant } : {}), ...(store ? { store_id: store } : {}), ...(kind === "fetch-record" ? { resource: "order", external_id: String(48_213 - i) } : kind === "process-webhook-events" ? { delivery_ids: [`d-${40_900 - i}`, `d-${40_899 - i}`] } : {}),
});

function make(kind: JobKind, state: Job["state"], storeAt: number, age: number, more: Partial<Job> = {}): Row {
  const store = ofHouse(kind) ? undefined : house.stores[storeAt];
  const over = state === "completed" || state === "cancelled";
  const began = !["scheduled", "available"].includes(state);
  const took = over ? 40 + rnd.int(2400) : null;
  return {
    id: house.uuid(), kind, state, priority: policies[kind][0], attempt: began ? 1 : 0, max_attempts: kind === "fetch-record" || kind === "process-webhook-events" ? 10 : 25, tenant_id: store?.tenant_id ?? null, store_id: store?.id ?? null,
    run_at: house.ago(age), created_at: house.ago(age + 1500), started_at: began ? house.ago(age) : null, finished_at: over || state === "dead" ? house.ago(age - (took ?? 300)) : null, last_error: null, fault: null, duration_ms: took,
    arguments: argumentsOf(kind, store?.tenant_id, store?.id, rnd.int(900)), ...more,
  };
}
const died = (kind: JobKind, n: number, storeAt: number, first: number, apart: number, attempt: number, cause: string, about: string | null, error: string) =>
  Array.from({ length: n }, (_, i) => make(kind, "dead", storeAt, first + i * apart, { attempt, fault: error, cause: cause || null, about, last_error: error.replace("#", String(48_213 - i)), created_at: house.ago(first + i * apart + 80 * MIN) }));
const waiting = (kind: JobKind, storeAt: number, age: number, cause: WaitCause, more: object = {}) => make(kind, age < 0 ? "scheduled" : "available", storeAt, age, { waits: { cause, ...more } });

const running = [make("sync-orders", "running", 3, 4000), make("process-webhook-events", "running", 4, 300), make("fetch-record", "running", 3, 900), make("sync-products", "running", 5, 12_000)];
export const jobs: Row[] = [
  ...running,
  ...Array.from({ length: 9 }, (_, i) => waiting("fetch-record", 3, 20_000 + i * 9000, i < 6 ? "merchant_cap" : "turn", i < 6 ? {} : { ahead: i })),
  waiting("sync-orders", 3, 31_000, "serial", { job_id: running[0]?.id }), waiting("process-webhook-events", 4, 400, "turn", { ahead: 1 }), waiting("process-webhook-events", 6, 600, "turn"),
  ...[1, 4, 2].map((at, i) => waiting("sync-customers", at, 26 * MIN - i * 40_000, "kind_paused", { paused_by: "Deniz Kaya", reason: "The customers of Ev Mutfak are being merged." })),
  waiting("sync-orders", 2, 4 * MIN, "store_paused", { paused_by: "Selin Öztürk", reason: "Stocktaking until the evening." }),
  ...Array.from({ length: 6 }, (_, i) => waiting(i % 2 ? "sync-orders" : "sync-products", [3, 4, 5, 6, 1, 3][i] ?? 3, -(20_000 + i * 41_000), "scheduled", { until: house.ago(-(20_000 + i * 41_000)) })),
  waiting("cleanup-cache", 0, -6 * MIN, "scheduled", { until: house.ago(-6 * MIN) }),
  ...[0, 0, 1, 0].map((at, i) => make((["sync-orders", "sync-products", "sync-customers", "register-webhooks"] as const)[i] ?? "sync-orders", "retryable", at, -(90_000 + i * 70_000), {
    attempt: 3 + i, fault: "The shop failed inside (HTTP #).", cause: "server-error", about: "503", last_error: "The shop failed inside (HTTP 503).", waits: { cause: "retry", until: house.ago(-(90_000 + i * 70_000)) }, started_at: house.ago(3 * MIN + i * 9000),
  })),
  ...died("fetch-record", 14, 0, 24 * MIN, 40_000, 10, "server-error", "503", "The shop failed inside (HTTP 503): GET /orders/#"),
  ...died("process-webhook-events", 6, 1, 2 * HOUR, 3 * MIN, 10, "waf-or-html", null, "A web page came instead of data: GET /orders/# answered text/html, “Just a moment …”"),
  ...died("sync-products", 2, 3, 3 * HOUR, HOUR, 25, "", null, "this product cannot be used: price: \"ab\" is no decimal (product #)"),
  ...died("register-webhooks", 1, 6, 72 * MIN, 0, 25, "unauthorized", null, "The shop does not accept the keys: Sorry, you cannot create webhooks."),
  make("fetch-record", "cancelled", 3, 40 * MIN, { attempt: 10, fault: "not-found", cause: "not-found", last_error: "The shop does not know this (order 47990)." }),
  ...Array.from({ length: 90 }, (_, i) => make(kinds[(i * 5) % 8] ?? "sync-orders", "completed", i % 7, 30_000 + i * 14_000)),
];

let pauses: JobPause[] = [
  { id: house.uuid(), kind: "sync-customers", by: "Deniz Kaya", at: house.ago(27 * MIN), reason: "The customers of Ev Mutfak are being merged." },
  { id: house.uuid(), store_id: house.stores[2]?.id ?? "", tenant_id: house.stores[2]?.tenant_id ?? "", by: "Selin Öztürk", at: house.ago(2 * HOUR), reason: "Stocktaking until the evening." },
];
const spark = kinds.map((kind) => Array.from({ length: 36 }, (_, i) => (kind === "sync-customers" && i > 32 ? 0 : Math.round(policies[kind][3] * 10 * (0.5 + rnd.next())))));
const workers: JobWorker[] = [
  { id: house.uuid(), name: "ops-1 · 4127", version: "0.1.0", started_at: house.ago(31 * HOUR), seen_at: house.ago(3000), lease_seconds: 27, stopping: false, running: 3, kinds },
  { id: house.uuid(), name: "ops-2 · 988", version: "0.1.0", started_at: house.ago(9 * HOUR), seen_at: house.ago(1000), lease_seconds: 29, stopping: false, running: 1, kinds },
  { id: house.uuid(), name: "ops-3 · 1201", version: "0.1.0", started_at: house.ago(31 * HOUR), seen_at: house.ago(5000), lease_seconds: 25, stopping: true, running: 0, kinds: kinds.slice(0, 4) },
  { id: house.uuid(), name: "batch-1 · 77", version: "0.0.9", started_at: house.ago(5 * 24 * HOUR), seen_at: house.ago(4 * MIN), lease_seconds: -210, stopping: false, running: 2, kinds: kinds.slice(4) },
];
const schedule = (kind: JobKind, every: number, last: number, failed: number[]): JobSchedule => ({
  kind, every_seconds: every, last_at: house.ago(last), last_state: failed.includes(0) ? "dead" : "completed", last_duration_ms: 38, next_at: house.ago(last - every * 1000),
  history: Array.from({ length: 10 }, (_, i) => ({ at: house.ago(last + i * every * 1000), outcome: failed.includes(i) ? "fail" : "done", duration_ms: 30 + i * 2 })),
});
const schedules: JobSchedule[] = [schedule("cleanup-cache", 600, 6 * MIN, []), schedule("cleanup-sessions", 3600, 42 * MIN, [0, 4]), { kind: "sync-orders", every_seconds: 90, next_at: house.ago(1000), history: [] }];

const unfinished = (j: Row) => !["completed", "cancelled", "dead"].includes(j.state);
const allowedOf = (j: Row): JobAct[] =>
  j.state === "dead" ? ["replay", "edit", "discard"] : j.state === "completed" || j.state === "cancelled" ? ["replay"] : j.state === "retryable" || j.state === "scheduled" ? (j.kind.startsWith("sync") ? ["run_now"] : ["run_now", "cancel"]) : j.state === "available" && !j.kind.startsWith("sync") ? ["cancel"] : [];
function detail(j: Row, user: User): JobDetail {
  const { arguments: args, ...rest } = j;
  const ended = j.finished_at ?? j.started_at ?? j.run_at;
  const attempts = Array.from({ length: j.state === "dead" || j.state === "retryable" ? Math.min(j.attempt, 8) : 0 }, (_, i) => {
    const started_at = new Date(Date.parse(ended) - i * i * 75_000 - 300).toISOString();
    return { attempt: j.attempt - i, outcome: i === 3 ? ("lost" as const) : i === 0 && j.state === "dead" ? ("fail" as const) : ("retry" as const), started_at, finished_at: ended, duration_ms: i > 4 ? 30_000 : 310 + i * 40, error: i === 3 ? null : i > 4 ? "The shop did not finish its answer within 30 s." : j.last_error ?? null, ...(i === 3 ? {} : i > 4 ? { cause: "timeout", about: "30" } : { cause: j.cause ?? null, about: j.about ?? null }), worker: workers[i === 3 ? 3 : 0]?.id ?? "", run_id: `${j.id}-${i}` };
  });
  return { ...rest, attempts, allowed: user.permissions.includes("jobs:manage") ? allowedOf(j).filter((act) => act !== "edit" || user.kind === "staff") : [], ...(user.permissions.includes("jobs:arguments") ? { arguments: args } : {}), ...(j.state === "running" ? { worker: { id: workers[0]?.id ?? "", name: "ops-1 · 4127" } } : {}) };
}
const again = (j: Row, args?: Record<string, unknown>) => Object.assign(j, { state: "available", attempt: 0, run_at: house.ago(0), finished_at: null, started_at: null, duration_ms: null, last_error: null, fault: null, waits: { cause: "turn" } }, args ? { arguments: args } : {});
const close = (j: Row) => Object.assign(j, { state: "cancelled", finished_at: house.ago(0), waits: null });

interface Asked { id: string; url: URL; user: User; tenant: string | null | undefined; body: () => Promise<object> }
type Guarded<H> = (method: "get" | "post" | "delete", path: string, run: (asked: Asked) => Response | Promise<Response>) => H;
interface Around { empty: { on: boolean }; problem: (code: ProblemCode, detail: string, more?: { fields?: Record<string, string> }) => Response; page: (rows: Job[], url: URL) => Response }

export const jobHandlers = <H>(guarded: Guarded<H>, { empty, problem, page }: Around): H[] => {
  const seen = (tenant: string | null | undefined) => (empty.on ? [] : jobs.filter((j) => !tenant || j.tenant_id === tenant));
  const matching = (rows: Row[], f: { kind?: string | null; state?: string | null; store_id?: string | null; error?: string | null; argument?: string | null; ids?: string[] }) =>
    rows.filter((j) => (!f.kind || j.kind === f.kind) && (!f.state || f.state.split(",").includes(j.state)) && (!f.store_id || j.store_id === f.store_id) && (!f.error || j.fault === f.error) && (!f.argument || Object.values(j.arguments).flat().includes(f.argument)) && (!f.ids || f.ids.includes(j.id)));
  const one = ({ id, tenant }: Asked, run: (j: Row) => Response | Promise<Response>) => { const j = seen(tenant).find((x) => x.id === id); return j ? run(j) : problem("not_found", "There is no such job."); };
  const answer = (asked: Asked, j: Row) => HttpResponse.json(detail(j, asked.user));
  const act = (name: string, may: JobAct, change: (j: Row) => unknown) => guarded("post", `/jobs/:id/${name}`, (asked) => one(asked, (j) => {
    if (!allowedOf(j).includes(may)) return problem("job_not_dead", "The job is not dead.");
    change(j);
    return answer(asked, j);
  }));
  return [
    guarded("get", "/jobs/summary", ({ tenant, user }) => {
      const rows = seen(tenant);
      const n = (of: Row[], ...states: string[]) => of.filter((j) => states.includes(j.state)).length;
      const counts = (of: Row[]) => ({ waiting: n(of, "available"), scheduled: n(of, "scheduled"), running: n(of, "running"), retryable: n(of, "retryable"), dead: n(of, "dead"), more: [] });
      const whole = user.kind === "staff" && !tenant;
      const all: JobSummary["kinds"] = kinds.filter((kind) => whole || !ofHouse(kind)).map((kind, i) => {
        const own = rows.filter((j) => j.kind === kind);
        const due = own.filter((j) => j.state === "available").map((j) => (house.clock() - Date.parse(j.run_at)) / 1000);
        const [priority, concurrency, per_tenant] = policies[kind];
        const paused = empty.on ? undefined : pauses.find((p) => p.kind === kind && !p.store_id);
        const throughput = empty.on ? Array.from({ length: 36 }, () => 0) : (spark[i] ?? []);
        const done = whole ? throughput.reduce((a, b) => a + b, 0) : n(own, "completed");
        return {
          kind, priority, concurrency, per_tenant, timeout_seconds: 300, max_attempts: 25, ...counts(own), oldest_seconds: due.length ? Math.max(...due) : null, ...(paused ? { paused } : {}),
          done, first_try: Math.floor(done * 0.998), ...(whole ? { throughput } : {}),
        };
      });
      const sum = (key: "done" | "first_try") => all.reduce((a, k) => a + k[key], 0);
      const held = empty.on ? [] : pauses.filter((p) => p.store_id && (!tenant || p.tenant_id === tenant));
      return HttpResponse.json<JobSummary>({ kinds: all, stores_paused: held, totals: { ...counts(rows), done: sum("done"), first_try: sum("first_try") } });
    }),
    guarded("get", "/jobs/faults", ({ tenant }) => {
      const by = new Map<string, JobFault>();
      for (const j of seen(tenant)) {
        if (j.state !== "dead") continue;
        const at = j.finished_at ?? j.run_at;
        const f = by.get(j.kind + j.fault);
        if (f) Object.assign(f, { n: f.n + 1, oldest: at < f.oldest ? at : f.oldest, newest: at > f.newest ? at : f.newest });
        else by.set(j.kind + j.fault, { kind: j.kind, fault: j.fault ?? "", cause: j.cause ?? null, about: j.about ?? null, n: 1, oldest: at, newest: at, sample_id: j.id });
      }
      return HttpResponse.json({ items: [...by.values()].sort((a, b) => b.n - a.n) });
    }),
    guarded("get", "/jobs/workers", () => HttpResponse.json({ items: empty.on ? [] : workers })),
    guarded("get", "/jobs/schedules", () => HttpResponse.json({ items: empty.on ? [] : schedules })),
    guarded("post", "/jobs/pauses", async ({ user, body }) => {
      const { kind, store_id, reason = "" } = (await body()) as NewJobPause;
      const tenant_id = house.stores.find((s) => s.id === store_id)?.tenant_id;
      const had = pauses.find((p) => p.kind === kind && p.store_id === store_id);
      const pause: JobPause = had ?? { id: house.uuid(), by: user.name, at: house.ago(0), reason, ...(kind ? { kind } : {}), ...(store_id && tenant_id ? { store_id, tenant_id } : {}) };
      if (!had) pauses = [...pauses, pause];
      return HttpResponse.json<JobPause>(pause, { status: 201 });
    }),
    guarded("delete", "/jobs/pauses/:id", ({ id }) => { pauses = pauses.filter((p) => p.id !== id); return new HttpResponse(null, { status: 204 }); }),
    guarded("post", "/jobs/bulk", async ({ tenant, body }) => {
      const { action, expected, ...filter } = (await body()) as JobBulk;
      const found = matching(seen(tenant), filter).filter((j) => allowedOf(j).includes(action) && (action !== "replay" || j.state === "dead"));
      if (expected === undefined) return HttpResponse.json({ matching: found.length, more: false, done: 0, skipped: [] });
      if (found.length > expected) return problem("jobs_changed", `${found.length} jobs match, not ${expected}.`);
      for (const j of found) if (action === "discard") close(j); else again(j);
      return HttpResponse.json({ matching: found.length, done: found.length, skipped: [] });
    }),
    act("discard", "discard", close), act("cancel", "cancel", close), act("run-now", "run_now", again),
    guarded("post", "/jobs/:id/replay", (asked) => one(asked, async (j) => {
      const { arguments: args } = (await asked.body()) as { arguments?: Record<string, unknown> };
      if (args && args.store_id !== j.arguments.store_id) return problem("validation", "arguments: store_id cannot change.", { fields: { arguments: "store_id cannot change" } });
      if (unfinished(j)) return problem("job_not_dead", "The job is not dead.");
      return answer(asked, again(j, args));
    })),
    guarded("get", "/jobs/:id", (asked) => one(asked, (j) => answer(asked, j))),
    guarded("get", "/jobs", ({ tenant, url }) => {
      const get = (name: string) => url.searchParams.get(name);
      const wrong = get("state")?.split(",").some((word) => !jobStates.some((s) => s === word));
      if (wrong) return problem("validation", `state: must be some of ${jobStates.join(", ")}.`, { fields: { state: `must be some of ${jobStates.join(", ")}` } });
      const found = matching(seen(tenant), { kind: get("kind"), state: get("state"), store_id: get("store_id"), error: get("error"), argument: get("argument") });
      return page(found.map(({ arguments: _a, ...job }) => job), url);
    }),
  ];
};
