/** Tags of the pretend API; each merchant begins with three. */
import { HttpResponse } from "msw";
import type { components } from "../src/api/schema";
import * as house from "./seed";

type Tag = components["schemas"]["Tag"];
const words: [string, Tag["colour"]][] = [["Gift wrap", "violet"], ["İade riski", "red"], ["VIP", "amber"]];
let tags: Tag[] = house.tenants.flatMap((tenant) => words.map(([name, colour], i) => ({ id: `tag-${tenant.id}-${i}`, tenant_id: tenant.id, name, colour, created_at: house.ago(9 * 864e5) })));
const on = new Map<string, Set<string>>();
const orders = (tag: string) => on.get(tag) ?? on.set(tag, new Set(house.orders.filter((_, i) => i % 3 === Number(tag.at(-1)) % 3).map((o) => o.id))).get(tag) ?? new Set<string>();
const detail = (tag: Tag) => ({ ...tag, orders: orders(tag.id).size });

interface Asked { id: string; url: URL; tenant: string | null | undefined; body: () => Promise<object> }
type Guarded<H> = (method: "get" | "post" | "patch" | "delete", path: string, run: (asked: Asked) => Response | Promise<Response>) => H;

export const tagHandlers = <H>(guarded: Guarded<H>, missing: () => Response): H[] => {
  const one = (id: string, run: (tag: Tag) => Response) => { const tag = tags.find((t) => t.id === id); return tag ? run(tag) : missing(); };
  return [
    guarded("get", "/tags", ({ tenant, url }) => {
      const order = url.searchParams.get("order_id");
      return HttpResponse.json({ items: tags.filter((t) => (!tenant || t.tenant_id === tenant) && (!order || orders(t.id).has(order))), next: null });
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
        for (const order of add) orders(id).add(order);
        for (const order of remove) orders(id).delete(order);
        return HttpResponse.json(detail(tag));
      });
    }),
  ];
};
