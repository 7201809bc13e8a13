import type {
  Address, Customer, Delivery, Listing, Order, OrderLine, OrderStatus, Product, Quarantined, StoreDetail, Stream, StreamName, SyncRun, Tenant, TimelineRow,
} from "../src/api/types";
import { goods, regions } from "./names";
import type { Cause } from "./words";

/** A small seeded generator: the same pretend house at every start. */
export function random(seed: number) {
  let a = seed;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, int: (n: number) => Math.floor(next() * n), of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T };
}
const rnd = random(20261122);
const said = (cause: Cause) => cause;
let serial = 0;
export const uuid = () => `0199a000-0000-7000-8000-${(++serial).toString(16).padStart(12, "0")}`;
/** The clock of the pretend house; pictures set it still, so that two of the same page are the same. */
export const still = process.env.FULEXO_MOCK_NOW ? Date.parse(process.env.FULEXO_MOCK_NOW) : undefined;
export const clock = () => still ?? Date.now();
export const ago = (ms: number) => new Date(clock() - ms).toISOString();
const MIN = 60_000, HOUR = 60 * MIN, DAY = 24 * HOUR;

export const tenants: Tenant[] = [
  ["kitchen-co", "Kitchen Co."], ["ev-mutfak", "Ev Mutfak"], ["hinoki", "Hinoki Living"], ["alpine-gear", "Alpine Gear"], ["teekontor", "Teekontor"], ["seyhan", "Seyhan Tekstil"],
].map(([slug = "", name = ""]) => ({ id: uuid(), slug, name, created_at: ago(90 * DAY), stores: 1, members: 2 }));

const names: StreamName[] = ["orders", "refunds", "products", "variations", "customers"];
function streams(lag: (number | null)[], state: Stream["state"], total: number): Stream[] {
  return names.map((stream, i) => {
    const all = [total, Math.round(total * 0.04), 412, 1204, Math.round(total * 0.6)][i] ?? 0;
    return { stream, state, done: all, total: all, rate: null, eta_seconds: null, lag_seconds: lag[i] ?? lag[0] ?? null, last_success_at: ago((lag[i] ?? 2) * 1000), next_run_at: ago(-20_000), cause: null, reason: null };
  });
}
const wave = [9, 7, 5, 4, 3, 3, 4, 6, 9, 12, 15, 17, 19, 18, 16, 15, 14, 15, 18, 22, 24, 21, 16, 12];
function events(scale: number, quietFrom = 99) {
  const hour = new Date(clock()).getHours();
  return Array.from({ length: 24 }, (_, i) => {
    const n = Math.round((wave[(hour + 1 + i) % 24] ?? 5) * scale * (0.8 + rnd.next() * 0.4));
    const polled = i >= quietFrom ? n : rnd.next() < 0.08 ? Math.round(n * 0.2) : 0;
    return { hour: ago((23 - i) * HOUR), webhook: n - polled, poll: polled };
  });
}
type Spec = [tenant: number, name: string, host: string, currency: string, zone: string, region: keyof typeof regions, prefix: string, total: number, state: StoreDetail["state"], reason: string | null];
const specs: Spec[] = [
  [5, "Seyhan Tekstil", "seyhan-tekstil.example", "TRY", "Europe/Istanbul", "tr", "ST-66", 4120, "unreachable", "The shop failed inside (HTTP 503)."],
  [1, "Ev Mutfak", "evmutfak.example", "TRY", "Europe/Istanbul", "tr", "10", 18_240, "degraded", "The store answers, but one stream still fails."],
  [3, "Alpine Gear", "alpine-gear.example", "USD", "America/New_York", "us", "AG-8", 4876, "paused", "Paused by Deniz Kaya. What happens meanwhile is read after resuming."],
  [0, "Kitchen Co.", "kitchen-co.example", "EUR", "Europe/Berlin", "de", "B-20", 61_905, "healthy", null],
  [0, "Berlin Store", "berlin-store.example", "EUR", "Europe/Berlin", "eu", "10", 22_310, "healthy", null],
  [2, "Hinoki Living", "hinoki.example", "JPY", "Asia/Tokyo", "jp", "HN-3", 18_311, "healthy", null],
  [4, "Teekontor", "teekontor.example", "EUR", "Europe/Berlin", "de", "TK-1", 9442, "healthy", null],
];
/** What a failing stream says of itself. */
const fails = (all: Stream[]) => all.map((s): Stream => (s.stream === "customers" ? { ...s, state: "failed", cause: said("timeout"), reason: "The shop did not finish its answer within 30 seconds." } : s));
export const stores: StoreDetail[] = specs.map(([tenant, name, host, currency, timezone, , , total, state, reason], i) => ({
  id: uuid(), tenant_id: tenants[tenant]?.id ?? "", name, url: `https://${host}`, state, reason, cause: state === "unreachable" ? said("server-error") : null,
  since: ago([26 * MIN, 47 * MIN, 97 * MIN, 9 * DAY, 21 * DAY, 4 * DAY, 30 * DAY][i] ?? DAY), next_try_at: state === "unreachable" ? ago(-2 * MIN) : null,
  currency, timezone, wc_version: ["9.4.2", "10.3.5", "8.9.1"][i % 3] ?? "10.3.5", hpos: i !== 2, webhooks: i === 1 ? "failed" : i === 6 ? "polling_only" : "active", transport: "pretty-json", auth: "basic",
  allowed: state === "paused" ? ["resume", "disconnect"] : ["pause", "sync", "disconnect"],
  streams: (state === "degraded" ? fails : (all: Stream[]) => all)(streams(state === "unreachable" ? [1560, 1560, 1560, 1560, 1560] : state === "degraded" ? [31, 31, 120, 124, 31] : state === "paused" ? [null] : [2 + (i % 3), 3, 40 + i * 9, 60, 2], state === "paused" ? "paused" : state === "unreachable" ? "failed" : "live", total)),
  orders_total: total, last_event_at: ago(30_000), events_24h: events([0.3, 1.4, 0.5, 2.6, 1.8, 0.9, 0.7][i] ?? 1, i === 1 ? 16 : i === 6 ? 0 : 99),
  requests_today: [1204, 6930, 480, 3118, 2046, 1507, 1130][i] ?? 0, quarantined: i === 3 ? 2 : 0, created_at: ago(80 * DAY),
  webhook_hooks: ["order.created", "order.updated", "order.deleted", "product.updated", "customer.created", "customer.updated"].map((topic, n) => ({ topic, status: i === 1 && n < 2 ? "disabled" : "active", external_id: String(11 + n) })),
  clock_skew_ms: -1400, page_size: 100, webhook_url: `https://ops.nordkai.example/api/v1/woo/webhooks/${i}`, public_url_set: i !== 6,
}));

const toCents = (n: number) => Math.round(n * 100);
const money = (cents: number, currency: string) => (currency === "JPY" ? String(Math.round(cents)) : (cents / 100).toFixed(2));
const rate = (currency: string) => (currency === "JPY" ? 1.6 : currency === "TRY" ? 47 : 1);
const productIds = new Map<string, string>();
const productOf = (tenant: string, sku: string) => {
  const key = tenant + sku;
  let id = productIds.get(key);
  if (!id) productIds.set(key, (id = uuid()));
  return id;
};
const customerIds = new Map<string, string>();
const statusAt = (age: number): OrderStatus => {
  const n = rnd.next();
  if (age < 2 * HOUR) return n < 0.78 ? "processing" : n < 0.9 ? "pending" : n < 0.96 ? "on_hold" : "failed";
  if (age < 30 * HOUR) return n < 0.5 ? "processing" : n < 0.58 ? "on_hold" : n < 0.6 ? "unknown" : n < 0.92 ? "completed" : n < 0.96 ? "cancelled" : "failed";
  return n < 0.9 ? "completed" : n < 0.94 ? "refunded" : n < 0.98 ? "cancelled" : "failed";
};

let number = 482;
export function makeOrder(storeIndex: number, age: number, given?: OrderStatus): Order {
  const spec = specs[storeIndex] as Spec;
  const store = stores[storeIndex] as StoreDetail;
  const region = regions[storeIndex === 4 && rnd.next() < 0.5 ? "de" : spec[5]];
  const [first_name, last_name] = rnd.of(region.people);
  const [address_1, postcode, city] = rnd.of(region.places);
  const currency = spec[3];
  const status = given ?? statusAt(age);
  const at = ago(age);
  const email = `${first_name}.${last_name}`.normalize("NFKD").replace(/[^a-zA-Z.]/g, "").toLowerCase().replace(/^\.|\.$/g, "") + "@mail.example";
  const customerKey = store.tenant_id + first_name + last_name;
  if (!customerIds.has(customerKey)) customerIds.set(customerKey, uuid());
  const lines: OrderLine[] = Array.from({ length: 1 + rnd.int(3) }, () => rnd.of(goods)).map((g, i) => {
    const quantity = 1 + (rnd.next() < 0.25 ? 1 + rnd.int(3) : 0);
    const each = toCents(g.price) * rate(currency);
    const unmapped = rnd.next() < 0.03;
    return {
      id: uuid(), kind: "item", name: g.name, sku: g.sku, quantity, price: money(each, currency), subtotal: money(each * quantity, currency), total: money(each * quantity, currency), total_tax: "0.00",
      product_id: unmapped ? null : productOf(store.tenant_id, g.sku), external_product_id: String(100 + i), image_url: null, meta: g.choice ? [{ key: g.choice[0], value: g.choice[1] }, { key: "_reduced_stock", value: "1" }] : [],
    };
  });
  const subtotal = lines.reduce((n, l) => n + Math.round(Number(l.total) * (currency === "JPY" ? 1 : 100)), 0);
  const ship = currency === "JPY" ? 600 : Math.round(490 * rate(currency));
  const coupon = rnd.next() < 0.15 ? Math.round(subtotal * 0.1) : 0;
  const total = subtotal + ship - coupon;
  const refundedPart = status === "completed" && rnd.next() < 0.06 ? Math.round(subtotal / 3) : status === "refunded" ? total : 0;
  const fixed = { id: uuid(), total_tax: "0", product_id: null, meta: [] as OrderLine["meta"], sku: null };
  lines.push({ ...fixed, kind: "shipping", name: region.country === "DE" ? "DHL Paket" : region.country === "TR" ? "Yurtiçi Kargo" : "Standard", total: money(ship, currency) });
  if (coupon) lines.push({ ...fixed, id: uuid(), kind: "coupon", name: "HERBST10", total: money(-coupon, currency) });
  lines.push({ ...fixed, id: uuid(), kind: "tax", name: region.country === "TR" ? "KDV %20" : region.country === "JP" ? "消費税 10 %" : "VAT 19 %", total: money(Math.round(total * 0.16), currency) });
  const address: Address = { first_name, last_name, company: "", address_1, address_2: "", city, state: "", postcode, country: region.country, email: null, phone: `${region.phone}${100 + rnd.int(899)}` };
  const paid = !["pending", "failed", "on_hold", "cancelled"].includes(status);
  const timeline: TimelineRow[] = [{ id: uuid(), at, source: store.webhooks === "polling_only" ? "poll" : "webhook", event: "received", store_modified_at: at, lag_seconds: 1.1, changes: [] }];
  if (paid) timeline.unshift({ id: uuid(), at: ago(Math.max(0, age - 28_000)), source: "webhook", event: "changed", lag_seconds: 0.8, changes: [{ field: "status", from: given ? "on-hold" : "pending", to: "processing" }, { field: "transaction_id", from: null, to: "8XY2K7" }] });
  if (rnd.next() < 0.2) timeline.unshift({ id: uuid(), at: ago(age * 0.7), source: "poll", event: "changed", lag_seconds: 360, changes: [{ field: "shipping.address_1", from: "Lindenstr. 4", to: address_1 }, { field: `line: ${lines[0]?.name ?? ""}`, from: null, to: `1 × ${lines[0]?.total ?? ""}` }, { field: "meta: _gift_message", from: null, to: "\"Alles Gute!\"" }] });
  if (status === "completed" || status === "refunded") timeline.unshift({ id: uuid(), at: ago(age * 0.4), source: "webhook", event: "changed", lag_seconds: 1.4, changes: [{ field: "status", from: "processing", to: "completed" }] });
  if (refundedPart) timeline.unshift({ id: uuid(), at: ago(age * 0.2), source: "poll", event: "refunded", lag_seconds: 42, changes: [{ field: "refund: 91204", from: null, to: money(-refundedPart, currency) }] });
  if (rnd.next() < 0.08) timeline.unshift({ id: uuid(), at: ago(age * 0.1), source: "person", actor: { id: uuid(), name: "Deniz Kaya" }, event: "changed", lag_seconds: null, changes: [{ field: "tags", from: null, to: "VIP" }] });
  const id = ++number;
  return {
    id: uuid(), tenant_id: store.tenant_id, store_id: store.id, external_id: String(40_000 + id), number: `${spec[6]}${String(id).padStart(3, "0")}`, status, store_status: status === "unknown" ? "lieferbar" : status.replace("_", "-"),
    currency, total: money(total, currency), placed_at: at, modified_at: timeline[0]?.at ?? at, updated_at: at, customer_name: region.country === "JP" ? `${last_name} ${first_name}` : `${first_name} ${last_name}`,
    customer_email: email, items: lines.filter((l) => l.kind === "item").reduce((n, l) => n + Number(l.quantity), 0), refunded: money(refundedPart, currency), trashed: false, deleted: false, country: region.country,
    customer_id: customerIds.get(customerKey) ?? null, payment_method_title: rnd.of(["PayPal", "Klarna", "Credit card", "Havale / EFT", "Stripe"]), transaction_id: paid ? `8XY${rnd.int(1e9).toString(36).toUpperCase()}` : "", customer_note: rnd.next() < 0.12 ? "Bitte klingeln, Hinterhaus 3. OG" : "",
    created_via: "checkout", paid_at: paid ? at : null, completed_at: status === "completed" ? ago(age * 0.4) : null, prices_include_tax: true,
    totals: { subtotal: money(subtotal, currency), discount_total: money(coupon, currency), discount_tax: "0", shipping_total: money(ship, currency), shipping_tax: "0", fees_total: "0", cart_tax: "0", total_tax: money(Math.round(total * 0.16), currency), total: money(total, currency), refunded: money(refundedPart, currency) },
    billing: { ...address, email }, shipping: address, lines, refunds: refundedPart ? [{ id: uuid(), external_id: String(90_000 + id), reason: "Damaged edge", amount: money(refundedPart, currency), refunded_at: ago(age * 0.2) }] : [],
    meta: [{ id: 1, key: "_wc_order_attribution_source", value: "google" }, { id: 2, key: "is_vat_exempt", value: "no" }], timeline, allowed: [], store: { id: store.id, name: store.name, url: store.url, admin_url: `${store.url}/wp-admin/post.php?post=${40_000 + id}&action=edit` },
  };
}

export const orders: Order[] = [];
const weights = [1, 4, 3, 3, 4, 4, 3, 5, 2, 6, 6];
let age = 8 * MIN;
for (let i = 0; i < 640; i++) {
  orders.push(makeOrder(weights[rnd.int(weights.length)] ?? 3, age));
  age += Math.round((2 + rnd.next() * 14) * MIN * (i > 120 ? 5 : 1));
}

export const products: (Product & { orders_30d: number })[] = tenants.flatMap((tenant) => {
  const own = stores.filter((s) => s.tenant_id === tenant.id);
  return goods.filter((_, i) => (i + tenant.name.length) % 3 !== 0).map((g) => ({
    id: productOf(tenant.id, g.sku), tenant_id: tenant.id, sku: g.sku, name: g.name, updated_at: ago(rnd.int(9) * DAY), orders_30d: rnd.int(140),
    listings: own.map((s, i): Listing => {
      const n = rnd.int(160) - 8;
      return {
        id: uuid(), store_id: s.id, external_product_id: String(100 + i), external_variation_id: g.choice ? String(900 + i) : null, type: g.choice ? "variation" : "simple", status: "publish", name: g.name, sku: g.sku, price: money(toCents(g.price) * rate(s.currency), s.currency),
        regular_price: money(toCents(g.price) * rate(s.currency), s.currency), sale_price: null, currency: s.currency, manage_stock: rnd.next() < 0.1 ? "no" : "yes", stock_quantity: Math.max(0, n), stock_status: n > 0 ? "instock" : "outofstock",
        image_url: null, modified_at: ago(rnd.int(9) * DAY), attributes: g.choice ? [{ name: g.choice[0], option: g.choice[1] }] : [], deleted: false,
      };
    }),
  }));
});

export function customerList(): Customer[] {
  const by = new Map<string, Customer>();
  for (const o of orders) {
    if (!o.customer_id) continue;
    const c = by.get(o.customer_id) ?? { id: o.customer_id, tenant_id: o.tenant_id, name: o.customer_name, email: o.customer_email, phone: o.shipping.phone, orders: 0, spent: [], first_order_at: o.placed_at, last_order_at: o.placed_at, identities: [], city: o.shipping.city, country: o.country };
    c.orders++;
    const spent = c.spent.find((s) => s.currency === o.currency);
    if (spent) spent.total = (Number(spent.total) + Number(o.total)).toFixed(o.currency === "JPY" ? 0 : 2);
    else c.spent.push({ currency: o.currency, total: o.total });
    if (!c.identities.some((i) => i.store_id === o.store_id)) c.identities.push({ store_id: o.store_id, external_id: rnd.next() < 0.4 ? null : String(rnd.int(9000)), guest: rnd.next() < 0.4 });
    if (c.first_order_at && o.placed_at < c.first_order_at) c.first_order_at = o.placed_at;
    by.set(o.customer_id, c);
  }
  return [...by.values()].sort((a, b) => (b.last_order_at ?? "").localeCompare(a.last_order_at ?? ""));
}

export const runs: SyncRun[] = Array.from({ length: 90 }, (_, i) => {
  const store = stores[i % 7] as StoreDetail;
  const stream = names[(i * 3) % 5] ?? "orders";
  const failed = store.state === "unreachable" && i < 14;
  const read = failed ? 0 : rnd.int(6) * rnd.int(9);
  const started = ago(i * 41_000 + 4000);
  return {
    id: uuid(), store_id: store.id, tenant_id: store.tenant_id, stream, kind: i % 31 === 30 ? "import" : "delta", source: "poll", state: i === 0 ? "running" : failed ? "failed" : i === 24 ? "partial" : "succeeded",
    started_at: started, ended_at: i === 0 ? null : new Date(Date.parse(started) + 400 + rnd.int(2600)).toISOString(), requests: 1 + rnd.int(3), read, created: Math.round(read * 0.2), updated: Math.round(read * 0.3), unchanged: read - Math.round(read * 0.2) - Math.round(read * 0.3),
    quarantined: i === 24 ? 1 : 0, cause: failed ? said("server-error") : null, reason: failed ? "The shop failed inside (HTTP 503)." : null,
  };
});
export const quarantine: Quarantined[] = [
  { id: uuid(), store_id: stores[3]?.id ?? "", tenant_id: tenants[0]?.id ?? "", resource: "order", external_id: "48213", reason: "this order cannot be used: total: \"12,40\" is no decimal", cause: "field-unusable", about: "total", raw: '{"id":48213,"number":"B-20771","status":"processing","currency":"EUR","total":"12,40","line_items":[{"id":1,"name":"Carbon steel pan, 28 cm"}]}', first_seen_at: ago(3 * HOUR), last_seen_at: ago(12 * MIN), count: 4 },
  { id: uuid(), store_id: stores[3]?.id ?? "", tenant_id: tenants[0]?.id ?? "", resource: "product", external_id: "1077", reason: "this product cannot be used: price: \"ab\" is no decimal", cause: "field-unusable", about: "price", raw: '{"id":1077,"name":"Copper ibrik, 350 ml","price":"ab"}', first_seen_at: ago(26 * HOUR), last_seen_at: ago(26 * HOUR), count: 1 },
];
export const deliveries: Delivery[] = Array.from({ length: 18 }, (_, i) => ({
  id: uuid(), received_at: ago(i * 53_000 + 2000), topic: i % 4 === 3 ? "product.updated" : i % 3 ? "order.updated" : "order.created", resource_id: String(40_900 - i), state: i === 2 ? "received" : i === 6 ? "ignored" : i === 11 ? "failed" : "processed",
  reason: i === 6 ? "The body names no record; the poll reads on." : i === 11 ? "The shop failed inside (HTTP 503). The next poll reads it." : null, bytes: 3200 + rnd.int(9000),
}));
