import { API, api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { Scope } from "../../api/session";
import type { Report } from "./words";

export const reportList = (scope: Scope) =>
  paged<Report>(keys.reports(scope.key), (after, signal) => ok(api(scope.header).GET("/reports", { params: { query: { limit: 50, ...after } }, signal })).then(({ items, next }) => ({ items, next: next ?? null })));

/** Where the file lies; a link sends no header, so the address says whose it is. */
export const fileOf = (report: Report) => `${API}/reports/${report.id}/file?bom=true&tenant_id=${report.tenant_id}`;
