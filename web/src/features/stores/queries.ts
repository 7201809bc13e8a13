import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { whole } from "../../api/paged";
import type { Scope } from "../../api/session";
import type { Store } from "../../api/types";

export const importing = (store: Store) => store.state !== "disconnected" && store.state !== "paused" && store.streams.some((s) => s.state === "importing");

/** Progress moves by events; asking as well keeps a bar true when an event is lost. */
export const storeList = (scope: Scope) =>
  queryOptions({
    queryKey: keys.storeList(scope.key),
    queryFn: ({ signal }) => whole((page) => ok(api(scope.header).GET("/woo/stores", { params: { query: page }, signal }))),
    refetchInterval: (q) => (q.state.data?.items.some(importing) ? 3000 : 60_000),
  });

export const storeOne = (scope: Scope, id: string) =>
  queryOptions({
    queryKey: keys.store(scope.key, id),
    queryFn: () => ok(api(scope.header).GET("/woo/stores/{id}", { params: { path: { id } } })),
    refetchInterval: (q) => (q.state.data && (importing(q.state.data) || q.state.data.state === "connecting") ? 1000 : 30_000),
  });

export const deliveryList = (scope: Scope, id: string) =>
  queryOptions({
    queryKey: keys.deliveries(scope.key, id),
    queryFn: () => ok(api(scope.header).GET("/woo/stores/{id}/deliveries", { params: { path: { id }, query: { limit: 20 } } })),
  });

const noStores: Store[] = [];
/** The stores of a scope by id, for the lists that name them. */
export function useStores(scope: Scope) {
  const { data } = useQuery(storeList(scope));
  return useMemo(() => {
    const list = data?.items ?? noStores;
    const map = new Map(list.map((s) => [s.id, s]));
    return { list, byId: (id: string) => map.get(id) };
  }, [data]);
}
