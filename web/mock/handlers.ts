/** The API of /api/v1 as far as the pages use it, over the seeded house. */
import { http, HttpResponse } from "msw";
import type { Address, Home, Need, Order, OrderStatus, Permission, ProblemCode, StoreDetail, User } from "../src/api/types";
import * as house from "./seed";
import { jobHandlers, jobs } from "./jobs";
import { connect, events, startLife, tell } from "./life";
import { reportHandlers } from "./reports";
import { bears, tagged, tagHandlers } from "./tags";
import { statusOf, type Cause } from "./words";

const at = (path: string) => `*/api/v1${path}`;
const everything: Permission[] = ["tenants:write", "members:write", "users:write", "stores:write", "stores:read", "orders:read", "orders:write", "products:read", "customers:read", "sync:read", "jobs:read", "jobs:manage", "jobs:arguments", "audit:read"];
const refs = () => house.tenants.map(({ id, slug, name }) => ({ id, slug, name }));
const owner = (): User => ({ id: "u-owner", email: "owner@demo.test", name: "Selin Öztürk", locale: "en", kind: "staff", platform_role: "owner", tenants: refs(), permissions: everything });
const member = (): User => {
  const tenant = refs()[1] ?? { id: "", slug: "", name: "" };
  return { id: "u-m1", email: "merchant1@demo.test", name: "Elif Çağlayan", locale: "tr", kind: "member", tenant, role: "admin", tenants: [tenant], permissions: ["members:write", "stores:write", "stores:read", "orders:read", "orders:write", "products:read", "customers:read", "sync:read", "jobs:read", "jobs:manage", "jobs:arguments"] };
};
const problem = (code: ProblemCode, detail: string, more: { cause?: Cause; fields?: Record<string, string>; tls_fingerprint_sha256?: string } = {}) => {
  const status = statusOf[code];
  return HttpResponse.json({ type: `/problems/${code.replaceAll("_", "-")}`, title: code, status, code, detail, request_id: "req_7Q2M-4KXD", ...more }, { status, headers: { "content-type": "application/problem+json" } });
};

/** Who asks: the cookie is the session. */
function who(request: Request): User | null {
  const cookie = request.headers.get("cookie") ?? "";
  if (cookie.includes("mock=owner")) return owner();
  if (cookie.includes("mock=member")) return member();
  return null;
}
const tenantOf = (request: Request, user: User) => (user.kind === "member" ? user.tenant?.id : request.headers.get("x-tenant-id"));

type Handler = (ctx: { request: Request; user: User; tenant: string | null | undefined; url: URL; id: string; body: () => Promise<object> }) => Response | Promise<Response>;
const guarded = (method: "get" | "post" | "patch" | "put" | "delete", path: string, run: Handler) =>
  http[method](at(path), async ({ request, params }) => {
    const user = who(request);
    if (!user) return problem("unauthenticated", "Sign in first.");
    if (method !== "get" && !request.headers.get("x-fulexo-csrf")) return problem("csrf", "The X-Fulexo-CSRF header is missing.");
    return run({ request, user, tenant: tenantOf(request, user), url: new URL(request.url), id: String(params.id ?? ""), body: async () => (await request.json()) as object });
  });

const within = <T extends { tenant_id?: string | null }>(rows: T[], tenant: string | null | undefined) => (tenant ? rows.filter((r) => r.tenant_id === tenant) : rows);
function page<T>(rows: T[], url: URL) {
  const limit = Number(url.searchParams.get("limit") ?? 50);
  const from = Number(url.searchParams.get("after") ?? 0);
  return HttpResponse.json({ items: rows.slice(from, from + limit), next: from + limit < rows.length ? String(from + limit) : null });
}
const fold = (s: string) => s.toLocaleLowerCase("tr").normalize("NFKD").replace(/[^\p{L}\p{N}@.]/gu, "").replaceAll("ı", "i");
const row = (o: Order) => {
  const { lines: _l, timeline: _t, billing: _b, shipping: _s, meta: _m, totals: _x, refunds: _r, store: _st, allowed: _a, ...rest } = o;
  return rest;
};
const bare = (s: StoreDetail) => s;
const sum = (rows: Order[]) => rows.reduce((n, o) => n + Number(o.total), 0);

export const empty = { on: false };

/** The orders that a list asks for. */
function matching(tenant: string | null | undefined, p: URLSearchParams): Order[] {
  const status = p.get("status")?.split(",");
  const q = fold(p.get("q") ?? "");
  return (empty.on ? [] : within(house.orders, tenant)).filter((o) =>
    (!status || status.includes(o.status)) && (!p.get("store_id") || o.store_id === p.get("store_id")) && (!p.get("placed_from") || o.placed_at >= (p.get("placed_from") ?? "")) && (!p.get("placed_to") || o.placed_at < (p.get("placed_to") ?? "")) &&
    bears(o, p.get("tag")) && (!q || fold(`${o.number} ${o.customer_name} ${o.customer_email} ${o.lines.map((l) => l.sku).join(" ")}`).includes(q)));
}

export const handlers = [
  http.post(at("/auth/login"), async ({ request }) => {
    const { email, password } = (await request.json()) as { email: string; password: string };
    const as = email === "owner@demo.test" ? owner() : email === "merchant1@demo.test" ? member() : null;
    if (!as || password !== "fulexo-demo-password") return problem("invalid_credentials", "That e-mail and password do not match.");
    return HttpResponse.json({ access_token: "t", token_type: "Bearer", expires_in: 3600, user: as }, { headers: { "set-cookie": `mock=${as.kind === "staff" ? "owner" : "member"}; Path=/; HttpOnly` } });
  }),
  http.post(at("/auth/logout"), () => new HttpResponse(null, { status: 204, headers: { "set-cookie": "mock=; Path=/; Max-Age=0" } })),
  guarded("get", "/auth/me", ({ user }) => HttpResponse.json(user)),
  guarded("patch", "/auth/me", async ({ user, body }) => HttpResponse.json({ ...user, ...(await body()) })),
  guarded("post", "/auth/switch", ({ user }) => HttpResponse.json(user)),

  guarded("get", "/tenants", ({ url }) => page(house.tenants, url)),
  guarded("post", "/tenants", async ({ body }) => {
    const { name } = (await body()) as { name: string };
    const tenant = { id: house.uuid(), slug: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"), name, created_at: house.ago(0), stores: 0, members: 0 };
    house.tenants.push(tenant);
    return HttpResponse.json(tenant, { status: 201 });
  }),
  guarded("get", "/tenants/:id/members", () => HttpResponse.json({ items: [
    { user_id: "m1", email: "elif@evmutfak.example", name: "Elif Çağlayan", role: "admin", created_at: house.ago(70 * 864e5) }, { user_id: "m2", email: "sukru@evmutfak.example", name: "Şükrü Işık", role: "viewer", created_at: house.ago(12 * 864e5) },
  ], next: null })),
  guarded("post", "/tenants/:id/members", async ({ body }) => HttpResponse.json({ user_id: house.uuid(), created_at: house.ago(0), ...(await body()) }, { status: 201 })),
  guarded("delete", "/tenants/:id/members/:user_id", () => new HttpResponse(null, { status: 204 })),
  guarded("get", "/users", () => HttpResponse.json({ items: [
    { id: "u-owner", email: "owner@demo.test", name: "Selin Öztürk", platform_role: "owner", all_tenants: true, tenant_ids: [], created_at: house.ago(90 * 864e5) },
    { id: "u-2", email: "deniz@nordkai.example", name: "Deniz Kaya", platform_role: "warehouse", all_tenants: false, tenant_ids: house.tenants.slice(0, 3).map((t) => t.id), created_at: house.ago(40 * 864e5) },
  ], next: null })),
  guarded("post", "/users", async ({ body }) => HttpResponse.json({ id: house.uuid(), tenant_ids: [], created_at: house.ago(0), ...(await body()) }, { status: 201 })),
  guarded("put", "/users/:id/grants", async ({ body, id }) => HttpResponse.json({ id, ...(await body()) })),

  guarded("get", "/woo/stores", ({ tenant, url }) => page(empty.on ? [] : within(house.stores, tenant).map(bare), url)),
  guarded("post", "/woo/stores", async ({ body, tenant }) => connect((await body()) as never, tenant ?? house.tenants[0]?.id ?? "", problem)),
  guarded("get", "/woo/stores/:id", ({ id }) => { const s = house.stores.find((x) => x.id === id); return s ? HttpResponse.json(s) : problem("not_found", "There is no such store."); }),
  guarded("get", "/woo/stores/:id/deliveries", ({ url }) => page(house.deliveries, url)),
  ...(["pause", "resume", "sync"] as const).map((act) => guarded("post", `/woo/stores/:id/${act}`, ({ id }) => {
    const s = house.stores.find((x) => x.id === id);
    if (!s) return problem("not_found", "There is no such store.");
    if (act === "pause") Object.assign(s, { state: "paused", reason: "Paused by Selin Öztürk. What happens meanwhile is read after resuming.", cause: "paused-by", about: "Selin Öztürk", since: house.ago(0), allowed: ["resume", "disconnect"] });
    if (act === "resume") Object.assign(s, { state: "healthy", reason: null, cause: null, about: null, since: house.ago(0), allowed: ["pause", "sync", "disconnect"] });
    return HttpResponse.json(s);
  })),
  guarded("delete", "/woo/stores/:id", ({ id }) => { const s = house.stores.find((x) => x.id === id); if (s) Object.assign(s, { state: "disconnected", reason: "Disconnected by Selin Öztürk. What was read stays.", since: house.ago(0), allowed: [] }); return HttpResponse.json(s); }),

  guarded("get", "/orders/counts", ({ tenant, url }) => {
    const by_status: Partial<Record<OrderStatus, number>> = {};
    if (!empty.on) for (const o of within(house.orders, tenant).filter((x) => bears(x, url.searchParams.get("tag")))) by_status[o.status] = (by_status[o.status] ?? 0) + 1;
    return HttpResponse.json({ open: (by_status.pending ?? 0) + (by_status.on_hold ?? 0) + (by_status.processing ?? 0), by_status, needs_attention: by_status.failed ?? 0 });
  }),
  guarded("get", "/orders", ({ tenant, url }) => page(matching(tenant, url.searchParams).map((o) => tagged(row(o))), url)),
  guarded("get", "/orders/:id", ({ id }) => { const o = house.orders.find((x) => x.id === id); return o ? HttpResponse.json(tagged(o)) : problem("not_found", "There is no such order."); }),
  ...tagHandlers(guarded, () => problem("not_found", "There is no such tag."), matching),
  guarded("get", "/products", ({ tenant, url }) => {
    const q = fold(url.searchParams.get("q") ?? "");
    const stock = url.searchParams.get("stock");
    const store = url.searchParams.get("store_id");
    return page((empty.on ? [] : within(house.products, tenant)).filter((x) => (!q || fold(x.name + x.sku).includes(q)) && (!store || x.listings.some((l) => l.store_id === store)) && (!stock || x.listings.some((l) => (stock === "out" ? l.stock_status !== "instock" : stock === "unmanaged" ? l.manage_stock === "no" : l.stock_status === "instock")))), url);
  }),
  guarded("get", "/products/:id", ({ id }) => { const x = house.products.find((y) => y.id === id); return x ? HttpResponse.json({ ...x, listings: x.listings.map((l) => ({ ...l, raw: { id: Number(l.external_product_id), name: l.name } })) }) : problem("not_found", "There is no such product."); }),
  guarded("get", "/customers", ({ tenant, url }) => { const q = fold(url.searchParams.get("q") ?? ""); return page((empty.on ? [] : within(house.customerList(), tenant)).filter((c) => !q || fold(`${c.name}${c.email}`).includes(q)), url); }),
  guarded("get", "/customers/:id", ({ id }) => {
    const c = house.customerList().find((x) => x.id === id);
    const own = house.orders.filter((o) => o.customer_id === id);
    return c ? HttpResponse.json({ ...c, orders_count: c.orders, orders: own.slice(0, 20).map(row), billing: own[0]?.billing as Address, shipping: own[0]?.shipping as Address }) : problem("not_found", "There is no such customer.");
  }),
  guarded("get", "/sync/runs", ({ tenant, url }) => page((empty.on ? [] : within(house.runs, tenant)).filter((r) => (!url.searchParams.get("state") || r.state === url.searchParams.get("state")) && (!url.searchParams.get("store_id") || r.store_id === url.searchParams.get("store_id"))), url)),
  guarded("get", "/sync/quarantine", ({ tenant, url }) => page(empty.on ? [] : within(house.quarantine, tenant), url)),
  ...reportHandlers(guarded, { empty, problem, page, tell }),
  ...jobHandlers(guarded, { empty, problem, page }),

  guarded("get", "/home", ({ tenant, url, user }) => {
    const days = Number(url.searchParams.get("days") ?? 14);
    const stores = empty.on ? [] : within(house.stores, tenant);
    const own = empty.on ? [] : within(house.orders, tenant);
    const slug = house.tenants.find((t) => t.id === tenant)?.slug;
    const base = slug ? `/t/${slug}` : user.kind === "member" ? `/t/${user.tenant?.slug}` : "/all";
    const now = new Date(house.clock());
    const usual = [3, 2, 1, 1, 1, 2, 4, 7, 11, 16, 21, 25, 28, 26, 23, 21, 20, 21, 25, 33, 35, 27, 17, 8];
    const by_hour = usual.map((u, h) => (h > now.getHours() ? null : h === now.getHours() ? Math.round(u * 0.3) : h === 10 ? 5 : h === 11 ? 52 : Math.round(u * (0.85 + ((h * 7) % 5) / 10))));
    const currencies = [...new Set(own.map((o) => o.currency))];
    const troubled = (state: string) => stores.filter((s) => s.state === state).sort((x, y) => x.since.localeCompare(y.since));
    const ofStores = (kind: Need["kind"], state: string): Need => { const [first, ...more] = troubled(state); return { kind, count: first ? more.length + 1 : 0, detail: first?.reason ? `${first.name}: ${first.reason}` : null, oldest_at: first?.since ?? null, link: `${base}/stores` }; };
    const needs: Need[] = [
      ofStores("stores_unreachable", "unreachable"),
      { kind: "dead_jobs", count: empty.on ? 0 : within(jobs, tenant).filter((j) => j.state === "dead").length, oldest_at: house.ago(2 * 36e5), link: `${base}/jobs?state=dead` },
      { kind: "failed_orders", count: own.filter((o) => o.status === "failed").length, oldest_at: house.ago(21 * 36e5), link: `${base}/orders?status=failed` },
      ofStores("stores_degraded", "degraded"),
      { kind: "unmapped_status", count: own.filter((o) => o.status === "unknown").length, detail: "“lieferbar”", oldest_at: house.ago(9 * 36e5), link: `${base}/orders?status=unknown` },
      { kind: "quarantined", count: within(house.quarantine, tenant).length * (empty.on ? 0 : 1), oldest_at: house.ago(26 * 36e5), link: `${base}/sync?view=quarantine` },
    ];
    return HttpResponse.json<Home>({
      needs: needs.filter((n) => n.count > 0),
      today: { orders: empty.on ? 0 : 212, usual: empty.on ? 0 : 181, by_hour: empty.on ? by_hour.map((h) => (h === null ? null : 0)) : by_hour, usual_by_hour: empty.on ? usual.map(() => 0) : usual, timezone: "Europe/Berlin" },
      revenue: currencies.map((currency) => {
        const list = Array.from({ length: days }, (_, i) => {
          const day = new Date(house.clock() - (days - 1 - i) * 864e5).toISOString().slice(0, 10);
          return { day, total: sum(own.filter((o) => o.currency === currency && o.placed_at.startsWith(day))).toFixed(currency === "JPY" ? 0 : 2) };
        });
        const total = list.reduce((n, d) => n + Number(d.total), 0);
        return { currency, total: total.toFixed(currency === "JPY" ? 0 : 2), before: (total * 0.93).toFixed(currency === "JPY" ? 0 : 2), days: list };
      }),
      stores, setup: { tenant: true, store: !empty.on, imported: !empty.on },
    });
  }),
  guarded("get", "/events", ({ tenant, request, url }) => { startLife(); return events(url.searchParams.get("tenant") ?? tenant ?? null, request.signal); }),
];
