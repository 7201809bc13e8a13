// The built app over an API of 50,000 orders that answers at once: what is measured here is the app alone, not a server or a disk.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const kinds = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const id = (n) => `0199a000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const people = ["Ayşe Yılmaz", "Jürgen Müller-Lüdenscheidt", "佐藤 結衣", "Şükrü Işık", "Marie O’Connell", "Zoë van den Berg"];
const states = ["processing", "completed", "on_hold", "pending", "cancelled", "failed"];
const tenant = { id: id(1), slug: "kitchen-co", name: "Kitchen Co." };
const stores = ["Kitchen Co.", "Berlin Store", "Ev Mutfak"].map((name, i) => ({
  id: id(10 + i), tenant_id: tenant.id, name, url: `https://store-${i}.example`, state: "healthy", reason: null, cause: null, since: new Date().toISOString(), next_try_at: null, currency: "EUR", timezone: "Europe/Berlin",
  wc_version: "10.3.5", hpos: true, webhooks: "active", transport: "https", auth: "basic", allowed: [], streams: [], orders_total: 20_000, last_event_at: null, events_24h: [], requests_today: 0, quarantined: 0, created_at: new Date().toISOString(),
}));
const user = { id: id(2), email: "owner@demo.test", name: "Selin Öztürk", locale: "en", kind: "staff", platform_role: "owner", tenants: [tenant], permissions: ["orders:read", "stores:read", "products:read", "customers:read", "sync:read", "jobs:read"] };

/** Order `n` of the list; the higher the number, the younger. */
function order(n) {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 300_000).toISOString();
  return {
    id: id(1_000_000 + n), tenant_id: tenant.id, store_id: stores[n % 3].id, external_id: String(n), number: String(n), status: states[n % 6], store_status: states[n % 6], currency: n % 7 ? "EUR" : "JPY",
    total: n % 7 ? `${(n * 37) % 900}.${String(n % 100).padStart(2, "0")}` : String((n * 37) % 90_000), placed_at: at, modified_at: at, updated_at: at, customer_name: people[n % 6], customer_email: `shopper${n}@mail.example`,
    items: 1 + (n % 5), refunded: null, trashed: false, deleted: false, country: "DE",
  };
}

/** Starts it; `arrive(n)` makes n new orders and tells the open screens. */
export async function startPretend(count = 50_000) {
  let newest = count;
  const screens = new Set();
  const answers = {
    "/auth/me": () => user,
    "/orders/counts": () => ({ open: 0, by_status: { processing: newest }, needs_attention: 0 }),
    "/woo/stores": () => ({ items: stores, next: null }),
    "/home": () => ({ needs: [], today: { orders: 0, usual: 0, by_hour: [], usual_by_hour: [], timezone: "Europe/Berlin" }, revenue: [], stores: [], setup: { tenant: true, store: true, imported: true } }),
    "/orders": (p) => {
      const from = Number(p.get("after") ?? newest);
      const to = Math.max(0, from - Number(p.get("limit") ?? 50));
      return { items: Array.from({ length: from - to }, (_, i) => order(from - i)), next: to > 0 ? String(to) : null };
    },
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://pretend");
    const path = url.pathname.replace(/^\/api\/v1/, "");
    if (path === "/events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write("event: ping\ndata: {}\n\n");
      screens.add(response);
      // As the server does: a stream that says nothing for 40 s is taken for dead, and what comes while it is opened again is lost.
      const ping = setInterval(() => response.write("event: ping\ndata: {}\n\n"), 15_000);
      return void request.once("close", () => { clearInterval(ping); screens.delete(response); });
    }
    if (path !== url.pathname) {
      const found = answers[path]?.(url.searchParams) ?? (/^\/(products|customers|jobs|sync|tenants)/.test(path) ? { items: [], next: null } : null);
      return void response.writeHead(found ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(found ?? {}));
    }
    const name = extname(path) ? path : "/index.html";
    const zipped = await readFile(join(dist, `${name}.gz`)).catch(() => null);
    const body = zipped ?? (await readFile(join(dist, name)).catch(() => null));
    response.writeHead(body ? 200 : 404, { "content-type": kinds[extname(name)] ?? "text/plain", "cache-control": name.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache", ...(zipped ? { "content-encoding": "gzip" } : {}) }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    arrive: (n) => {
      const ids = Array.from({ length: n }, () => order(++newest).id);
      for (const s of screens) s.write(`id: ${newest}\nevent: change\ndata: ${JSON.stringify({ kind: "order", ids, tenant_id: tenant.id, store_id: stores[0].id, op: "created" })}\n\n`);
    },
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
