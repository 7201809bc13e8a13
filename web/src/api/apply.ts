/** Turns changes into fresh data with few requests: rows by id when they are few and on screen, lists otherwise. */
import type { QueryClient } from "@tanstack/react-query";
import { api, ok } from "./client";
import { markFresh } from "./fresh";
import { keys } from "./keys";
import type { Live } from "./live";
import { readWhole } from "./paged";
import { Coalescer, patchRows, type Pages } from "./patch";
import type { Change, Order, OrderRow } from "./types";

export const FEW = 20;

/** The row of a list from the whole order: the parts that only the document shows stay out of the list. */
export function rowOf(order: Order): OrderRow {
  const { id, tenant_id, store_id, external_id, number, status, store_status, currency, total, placed_at, modified_at, updated_at } = order;
  const { customer_name, customer_email, items, refunded, trashed, deleted, country, tag_ids } = order;
  return {
    id, tenant_id, store_id, external_id, number, status, store_status, currency, total, placed_at, modified_at, updated_at,
    customer_name, customer_email, items, refunded, trashed, deleted, country, tag_ids,
  };
}

/** Ids of a kind that some loaded list or document shows. */
export function shown(client: QueryClient, prefix: readonly unknown[], onePrefix: readonly unknown[], ids: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const [, data] of client.getQueriesData<Pages<{ id: string }>>({ queryKey: prefix })) {
    for (const page of data?.pages ?? []) for (const row of page.items) if (ids.has(row.id)) found.add(row.id);
  }
  for (const id of ids) if (client.getQueryState([...onePrefix, id])?.data) found.add(id);
  return [...found];
}

/** Minimal distance between two refetches of a group, so that an import cannot drown the server in our questions. */
const rests: Record<string, number> = { counts: 2000, stores: 1000, home: 5000, sync: 2000, jobs: 2000, customers: 2000, products: 2000, orders: 500, reports: 1000 };

export function applyChanges(client: QueryClient, live: Live, scope: { key: string; header?: string | undefined }): () => void {
  const s = scope.key;
  const last = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const soon = (group: string, prefix: readonly unknown[]) => {
    const id = group + JSON.stringify(prefix);
    if (timers.has(id)) return;
    const wait = Math.max(0, (last.get(id) ?? -Infinity) + (rests[group] ?? 1000) - Date.now());
    timers.set(id, setTimeout(() => {
      timers.delete(id);
      last.set(id, Date.now());
      void client.invalidateQueries({ queryKey: prefix });
    }, wait));
  };

  /** More rows on screen have changed than a first page tells: the lists are read whole. */
  const many = (group: string, prefix: readonly unknown[]) => {
    readWhole(client, prefix);
    soon(group, prefix);
  };

  const orders = async (ids: Set<string>) => {
    const wanted = shown(client, keys.orders(s), [s, "orders", "one"], ids);
    if (wanted.length === 0) return;
    if (wanted.length > FEW) return many("orders", keys.orders(s));
    const got = await Promise.allSettled(wanted.map((id) => ok(api(scope.header).GET("/orders/{id}", { params: { path: { id } } }))));
    const whole = got.flatMap((g) => (g.status === "fulfilled" ? [g.value] : []));
    for (const order of whole) {
      if (client.getQueryData(keys.order(s, order.id))) client.setQueryData(keys.order(s, order.id), order);
    }
    const rows = whole.map(rowOf);
    client.setQueriesData<Pages<OrderRow>>({ queryKey: keys.orders(s) }, (data) => (data ? patchRows(data, rows) : data));
    markFresh(rows.map((r) => r.id));
  };

  const coalescer = new Coalescer<Change["kind"]>((batch) => {
    for (const [kind, ids] of batch) {
      if (kind === "order") {
        void orders(ids);
        soon("counts", keys.orderCounts(s));
        soon("home", keys.home(s));
        soon("customers", [s, "customers", "one"]);
      } else if (kind === "product") {
        (shown(client, keys.products(s), [], ids).length > FEW ? many : soon)("products", keys.products(s));
      } else if (kind === "customer") {
        (shown(client, keys.customers(s), [], ids).length > FEW ? many : soon)("customers", keys.customers(s));
      } else if (kind === "store" || kind === "stream") {
        soon("stores", keys.stores(s));
        soon("home", keys.home(s));
        soon("sync", keys.sync(s));
      } else if (kind === "tag") {
        // Orders carry ids: another name or colour shows on all of them, one that is gone on none.
        soon("orders", [s, "tags"]);
      } else if (kind === "report") {
        (shown(client, keys.reports(s), [], ids).length > 0 ? many : soon)("reports", keys.reports(s));
      } else if (kind === "job") {
        // Rows further down than the first page are told of as well: then the list is read as a whole.
        (shown(client, [s, "jobs", "list"], [], ids).length > 0 ? many : soon)("jobs", keys.jobs(s));
      }
    }
  });

  const offs = [
    live.onChange((change) => coalescer.add(change.kind, change.ids)),
    live.onReset(() => {
      readWhole(client, [s]);
      void client.invalidateQueries({ queryKey: [s] });
    }),
  ];
  return () => {
    coalescer.stop();
    for (const timer of timers.values()) clearTimeout(timer);
    for (const off of offs) off();
  };
}
