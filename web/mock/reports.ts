/** Reports of the pretend API: some that are done, one that is being written, one that failed; a new one is written before one's eyes. */
import { HttpResponse } from "msw";
import type { components } from "../src/api/schema";
import type { Change, ProblemCode, User } from "../src/api/types";
import * as house from "./seed";
import type { Cause } from "./words";

type Report = components["schemas"]["Report"];
const MIN = 60_000, HOUR = 60 * MIN, DAY = 24 * HOUR;
const cause = (word: Cause) => word;

function make(tenant: number, kind: Report["kind"], filters: Report["filters"], state: Report["state"], age: number, rows: number, by: string, more: Partial<Report> = {}): Report {
  const over = state === "done" || state === "failed";
  return {
    id: house.uuid(), tenant_id: house.tenants[tenant]?.id ?? "", kind, filters, state, rows, bytes: rows * 187, created_by: { id: "u", name: by }, created_at: house.ago(age), allowed: state === "done" ? ["download", "delete"] : ["delete"],
    ...(state === "waiting" ? {} : { started_at: house.ago(age - 400) }), ...(over ? { finished_at: house.ago(age - 9000), expires_at: house.ago(age - 9000 - 7 * DAY) } : {}), ...more,
  };
}
const store = (at: number) => house.stores[at]?.id ?? "";
let reports: Report[] = [
  make(0, "orders", { status: "pending,on_hold,processing", placed_from: house.ago(14 * DAY) }, "waiting", 20_000, 0, "Selin Öztürk"),
  make(1, "order-lines", { placed_from: "2026-09-30T22:00:00Z", placed_to: "2026-10-31T23:00:00Z" }, "running", 2 * MIN, 184_000, "Elif Çağlayan"),
  make(0, "orders", { status: "completed", store_id: store(4) }, "done", 3 * HOUR, 22_310, "Deniz Kaya"),
  make(2, "orders", {}, "failed", 9 * HOUR, 0, "Selin Öztürk", { reason: "More than 1000000 rows match; a report has no more. Choose fewer, by date for instance.", cause: cause("report-too-long"), about: "1000000" }),
  make(1, "orders", { q: "ışıl", trashed: true }, "done", 2 * DAY, 14, "Şükrü Işık"),
  make(4, "order-lines", { status: "refunded,cancelled" }, "failed", 3 * DAY, 0, "Wiebke Petersen", { reason: "The report could not be made. Make it again, or let its job run again.", cause: cause("report-failed") }),
  make(4, "order-lines", { status: "failed" }, "done", 5 * DAY, 61_905, "Wiebke Petersen"),
];

interface Asked { id: string; url: URL; user: User; tenant: string | null | undefined; body: () => Promise<object> }
type Guarded<H> = (method: "get" | "post" | "delete", path: string, run: (asked: Asked) => Response | Promise<Response>) => H;
interface Around { empty: { on: boolean }; problem: (code: ProblemCode, detail: string) => Response; page: (rows: Report[], url: URL) => Response; tell: (change: Change) => void }

export const reportHandlers = <H>(guarded: Guarded<H>, { empty, problem, page, tell }: Around): H[] => {
  const one = (id: string, run: (report: Report) => Response) => { const found = reports.find((r) => r.id === id); return found ? run(found) : problem("not_found", "There is no such report."); };
  const changed = (report: Report, op: Change["op"]) => tell({ kind: "report", ids: [report.id], tenant_id: report.tenant_id, op });
  const write = (report: Report) => {
    Object.assign(report, report.rows >= 900 ? { state: "done", allowed: ["download", "delete"], finished_at: house.ago(0), expires_at: house.ago(-7 * DAY) } : { state: "running", rows: report.rows + 300, bytes: (report.rows + 300) * 187 });
    changed(report, "updated");
    if (report.state !== "done") setTimeout(() => write(report), 1200);
  };
  return [
    guarded("get", "/reports", ({ tenant, url }) => page(empty.on ? [] : reports.filter((r) => !tenant || r.tenant_id === tenant), url)),
    guarded("post", "/reports", async ({ tenant, user, body }) => {
      if (!tenant) return problem("tenant_required", "Say for which merchant: send its id in the X-Tenant-Id header.");
      const { kind, filters = {} } = (await body()) as Pick<Report, "kind" | "filters">;
      const report = make(house.tenants.findIndex((t) => t.id === tenant), kind, filters, "waiting", 0, 0, user.name);
      reports = [report, ...reports];
      if (house.still === undefined) setTimeout(() => write(report), 1200);
      changed(report, "created");
      return HttpResponse.json(report, { status: 201 });
    }),
    guarded("get", "/reports/:id", ({ id }) => one(id, (report) => HttpResponse.json(report))),
    guarded("get", "/reports/:id/file", ({ id }) => one(id, (report) => new HttpResponse("\ufeffnumber,total\r\n", { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${report.kind}.csv"` } }) as unknown as Response)),
    guarded("delete", "/reports/:id", ({ id }) => one(id, (report) => { reports = reports.filter((r) => r !== report); changed(report, "deleted"); return new HttpResponse(null, { status: 204 }) as unknown as Response; })),
  ];
};
