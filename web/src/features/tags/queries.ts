import { queryOptions, useQuery, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { readWhole, whole } from "../../api/paged";
import { patchRows, type Pages } from "../../api/patch";
import type { components } from "../../api/schema";
import type { Scope } from "../../api/session";
import type { Order, OrderRow } from "../../api/types";

export type Tag = components["schemas"]["ListedTag"];
export type Colour = components["schemas"]["TagColour"];
export const colours: Colour[] = ["grey", "blue", "green", "amber", "red", "violet"];

/** So many orders of one request; the server takes no more by their ids. */
const AT_ONCE = 200;

/** All tags that one can see, by name; a merchant has a hundred at most. `counted`: with how many orders bear each. */
export const tagList = (scope: Scope, counted = false) =>
  queryOptions({
    queryKey: keys.tags(scope.key, counted),
    queryFn: () => whole((page) => ok(api(scope.header).GET("/tags", { params: { query: { ...page, ...(counted ? { counted } : {}) } } }))).then((page) => page.items as Tag[]),
  });

/** The tags of a scope by id: orders carry ids, and a name or a colour that changes is read once. */
export function useTags(scope: Scope) {
  const { data } = useQuery(tagList(scope));
  return useMemo(() => new Map((data ?? []).map((tag) => [tag.id, tag])), [data]);
}

/** Inside "all" the server needs to hear whose tags they are. */
export const askedOf = (scope: Scope, tenant: string) => api(scope.header ?? (scope.tenant ? undefined : tenant));

const path = (id: string) => ({ params: { path: { id } } });
export type Asked = ReturnType<typeof askedOf>;
export const addTag = (asked: Asked, name: string, colour: Colour) => ok(asked.POST("/tags", { body: { name, colour } }));
export const changeTag = (asked: Asked, { id, name, colour }: Tag) => ok(asked.PATCH("/tags/{id}", { ...path(id), body: { name, colour } }));
export const deleteTag = (asked: Asked, id: string) => ok(asked.DELETE("/tags/{id}", path(id)));
export const countTag = (asked: Asked, id: string) => ok(asked.GET("/tags/{id}", path(id))).then((found) => found.orders);

/** Puts a tag on orders or takes it off. */
export async function setTag(asked: Asked, tag: string, orders: readonly string[], put: boolean) {
  for (let from = 0; from < orders.length; from += AT_ONCE) {
    const some = orders.slice(from, from + AT_ONCE);
    await ok(asked.POST("/tags/{id}/orders", { ...path(tag), body: { add: put ? some : [], remove: put ? [] : some } }));
  }
}

export const withTag = <T extends { tag_ids?: string[] }>(order: T, tag: string, put: boolean): T =>
  ({ ...order, tag_ids: [...(order.tag_ids ?? []).filter((id) => id !== tag), ...(put ? [tag] : [])] });

/** What is on screen bears the tag at once; the server's word follows. */
export function patchTag(client: QueryClient, scope: Scope, tag: string, orders: ReadonlySet<string>, put: boolean) {
  client.setQueriesData<Pages<OrderRow>>({ queryKey: keys.orders(scope.key) }, (data) => {
    const rows = data?.pages.flatMap((page) => page.items.filter((row) => orders.has(row.id)).map((row) => withTag(row, tag, put)));
    return data && rows ? patchRows(data, rows) : data;
  });
  for (const id of orders) client.setQueryData<Order>(keys.order(scope.key, id), (order) => order && withTag(order, tag, put));
}

/** Asks again for everything that shows tags. */
export function tagsAgain(client: QueryClient, scope: Scope) {
  readWhole(client, keys.orders(scope.key));
  void client.invalidateQueries({ queryKey: [scope.key, "tags"] });
  void client.invalidateQueries({ queryKey: [scope.key, "orders"] });
}
