/** Tags of the pretend API; each merchant begins with three. */
import { HttpResponse } from "msw";
import type { components } from "../src/api/schema";
import * as house from "./seed";

type Tag = components["schemas"]["Tag"];
const words: [string, Tag["colour"]][] = [["Gift wrap", "violet"], ["İade riski", "red"], ["VIP", "amber"]];
let tags: Tag[] = house.tenants.flatMap((tenant) => words.map(([name, colour], i) => ({ id: `tag-${tenant.id}-${i}`, tenant_id: tenant.id, name, colour, created_at: house.ago(9 * 864e5) })));
const on = new Map<string, Set<string>>();
const every = [4, 11, 3];
for (const tag of tags) on.set(tag.id, new Set(house.orders.filter((o, i) => o.tenant_id === tag.tenant_id && i % (every[Number(tag.id.at(-1))] ?? 5) === 1).map((o) => o.id)));
const orders = (tag: string) => on.get(tag) ?? on.set(tag, new Set()).get(tag) ?? new Set<string>();
const detail = (tag: Tag) => ({ ...tag, orders: orders(tag.id).size });
const acts = new Map<string, { tag: string; put: boolean; ids: string[] }>();

/** An order with its tags. */
export function tagged<O extends { id: string }>(order: O): O & { tag_ids?: string[] } {
  const tag_ids = tags.filter((tag) => orders(tag.id).has(order.id)).map((tag) => tag.id);
  return tag_ids.length > 0 ? { ...order, tag_ids } : order;
}
/** Whether an order bears any of the tags of a filter. */
export const bears = (order: { id: string }, filter: string | null) => !filter || filter.split(",").some((tag) => orders(tag).has(order.id));
const set = (tag: string, ids: string[], put: boolean) => { for (const id of ids) if (put) orders(tag).add(id); else orders(tag).delete(id); };

interface Asked { id: string; url: URL; tenant: string | null | undefined; body: () => Promise<object> }
type Guarded<H> = (method: "get" | "post" | "patch" | "delete", path: string, run: (asked: Asked) => Response | Promise<Response>) => H;

export const tagHandlers = <H>(guarded: Guarded<H>, missing: () => Response, matching: (tenant: string, filter: URLSearchParams) => { id: string }[]): H[] => {
  const one = (id: string, run: (tag: Tag) => Response) => { const tag = tags.find((t) => t.id === id); return tag ? run(tag) : missing(); };
  return [
    guarded("get", "/tags", ({ tenant, url }) => {
      const order = url.searchParams.get("order_id");
      return HttpResponse.json({ items: tags.filter((t) => (!tenant || t.tenant_id === tenant) && (!order || orders(t.id).has(order))).sort((a, b) => a.name.localeCompare(b.name, "tr")).map((t) => (url.searchParams.get("counted") ? detail(t) : t)), next: null });
    }),
    guarded("post", "/tags", async ({ tenant, body }) => {
      const tag = { id: house.uuid(), tenant_id: tenant ?? "", created_at: house.ago(0), ...(await body()) } as Tag;
      on.set(tag.id, new Set());
      tags = [...tags, tag];
      return HttpResponse.json(tag, { status: 201 });
    }),
    guarded("get", "/tags/:id", ({ id }) => one(id, (tag) => HttpResponse.json(detail(tag)))),
    guarded("patch", "/tags/:id", async ({ id, body }) => { const next = await body(); return one(id, (tag) => HttpResponse.json(Object.assign(tag, next))); }),
    guarded("delete", "/tags/:id", ({ id }) => one(id, (tag) => { tags = tags.filter((t) => t !== tag); return new HttpResponse(null, { status: 204 }); })),
    guarded("post", "/tags/:id/orders", async ({ id, body }) => {
      const { add = [], remove = [] } = (await body()) as { add?: string[]; remove?: string[] };
      return one(id, (tag) => {
        set(id, add, true);
        set(id, remove, false);
        return HttpResponse.json(detail(tag));
      });
    }),
    guarded("post", "/tags/:id/matching", async ({ id, tenant, body }) => {
      const { put, filter, expected } = (await body()) as { put: boolean; filter: Record<string, string>; expected?: number };
      return one(id, (tag) => {
        const found = matching(tenant ?? tag.tenant_id, new URLSearchParams(filter)).map((o) => o.id);
        const bearing = found.filter((o) => orders(id).has(o));
        const ids = expected === undefined ? [] : found.filter((o) => orders(id).has(o) !== put);
        const act_id = house.uuid();
        set(id, ids, put);
        acts.set(act_id, { tag: id, put, ids });
        return HttpResponse.json({ matching: found.length, more: false, bearing: bearing.length, done: ids.length, act_id: ids.length > 0 ? act_id : null });
      });
    }),
    guarded("post", "/tags/:id/acts/:act/undo", ({ id, url }) => {
      const act = acts.get(url.pathname.split("/").at(-2) ?? "");
      if (!act || act.tag !== id) return missing();
      acts.delete(url.pathname.split("/").at(-2) ?? "");
      set(id, act.ids, !act.put);
      return one(id, (tag) => HttpResponse.json(detail(tag)));
    }),
  ];
};
