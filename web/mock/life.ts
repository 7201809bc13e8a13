/** What keeps happening in the pretend house: shoppers buy, states change, an import goes on. */
import { HttpResponse } from "msw";
import type { Change, ConnectStore, ProblemCode, StoreDetail, Stream } from "../src/api/types";
import * as house from "./seed";
import type { Cause } from "./words";

const rnd = house.random(7);
const open = new Set<(change: Change) => void>();
export const tell = (change: Change) => open.forEach((send) => send(change));

export function events(tenant: string | null, signal: AbortSignal): Response {
  const encode = new TextEncoder();
  let n = 0;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        try {
          controller.enqueue(encode.encode(text));
        } catch {
          stop();
        }
      };
      const send = (change: Change) => { if (!tenant || change.tenant_id === tenant) write(`id: ${++n}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`); };
      const ping = setInterval(() => write("event: ping\ndata: {}\n\n"), 15_000);
      const stop = () => {
        clearInterval(ping);
        open.delete(send);
      };
      signal.addEventListener("abort", stop);
      open.add(send);
      write("event: ping\ndata: {}\n\n");
    },
  });
  return new HttpResponse(stream, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } }) as unknown as Response;
}

let living = false;
export const life = { on: true, every: 5000 };
export function startLife() {
  if (living || !life.on || house.still !== undefined) return;
  living = true;
  setInterval(() => {
    const order = house.makeOrder(1 + rnd.int(6), 1000, rnd.next() < 0.8 ? "processing" : "pending");
    house.orders.unshift(order);
    tell({ kind: "order", ids: [order.id], tenant_id: order.tenant_id, store_id: order.store_id, op: "created" });
  }, life.every).unref?.();
  setInterval(() => {
    const order = house.orders[rnd.int(14)];
    if (!order) return;
    if (order.status === "pending") Object.assign(order, { status: "processing", store_status: "processing" });
    order.modified_at = house.ago(0);
    tell({ kind: "order", ids: [order.id], tenant_id: order.tenant_id, store_id: order.store_id, op: "updated" });
  }, life.every * 1.4).unref?.();
}

type Refuse = (code: ProblemCode, detail: string, more?: { cause?: Cause; fields?: Record<string, string>; tls_fingerprint_sha256?: string }) => Response;
/** Addresses that show each way a connection can fail: the host's first word is the fault. */
export function connect(body: ConnectStore, tenant: string, problem: Refuse): Response {
  const host = new URL(body.url).hostname;
  const finger = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  const refused = `The address is refused: ${host} leads into a private network.`;
  if (/^(10\.|192\.168|localhost|127\.)/.test(host)) return problem("private_target", refused, { cause: "refused-target", fields: { url: refused } });
  if (host.startsWith("selfsigned") && body.tls_fingerprint_sha256 !== finger) return problem("store_unreachable", "The shop's TLS certificate was not accepted: it is self-signed.", { cause: "tls", tls_fingerprint_sha256: finger });
  if (host.startsWith("html")) return problem("store_unreachable", "A web page came instead of data.", { cause: "waf-or-html" });
  if (host.startsWith("nowhere")) return problem("store_unreachable", `The name ${host} does not exist in DNS. Check the address.`, { cause: "dns" });
  if (body.consumer_key.endsWith("bad")) return problem("store_refused", "The shop does not accept the keys: Sorry, you cannot list resources.", { cause: "unauthorized" });
  const model = house.stores[3] as StoreDetail;
  const totals = { orders: 61_905, refunds: 2600, products: 1204, variations: 4310, customers: 35_610 };
  const store: StoreDetail = {
    ...model, id: house.uuid(), tenant_id: tenant, name: body.name, url: body.url, state: "connecting", reason: null, since: house.ago(0), created_at: house.ago(0), orders_total: 0, quarantined: 0, requests_today: 12,
    streams: model.streams.map((s): Stream => ({ ...s, state: "importing", done: 0, total: totals[s.stream], rate: 0, eta_seconds: null, lag_seconds: null })), events_24h: model.events_24h.map((e) => ({ ...e, webhook: 0, poll: 0 })),
  };
  house.stores.unshift(store);
  const timer = setInterval(() => {
    for (const s of store.streams) {
      if (s.state !== "importing") continue;
      s.rate = s.stream === "orders" ? 212 : 180;
      s.done = Math.min(s.total ?? 0, s.done + Math.round(s.rate * (0.8 + rnd.next() * 0.4)));
      s.eta_seconds = Math.round(((s.total ?? 0) - s.done) / s.rate);
      if (s.done >= (s.total ?? 0)) Object.assign(s, { state: "live", rate: null, eta_seconds: null, lag_seconds: 2 });
    }
    store.orders_total = store.streams[0]?.done ?? 0;
    tell({ kind: "stream", ids: [store.id], tenant_id: store.tenant_id, store_id: store.id, op: "updated" });
    if (store.streams.every((s) => s.state === "live")) {
      store.state = "healthy";
      clearInterval(timer);
    }
  }, 1000);
  timer.unref?.();
  return HttpResponse.json(store, { status: 201 }) as unknown as Response;
}
