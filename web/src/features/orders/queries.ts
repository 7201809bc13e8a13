import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { OrdersQuery } from "../../api/paths";
import type { Scope } from "../../api/session";

/** The first page is what fits a screen; whoever reads on gets more at a time. */
export const PAGE = 50;
const MORE = 100;

export const fetchOrders = (scope: Scope, query: OrdersQuery, after?: string, signal?: AbortSignal) =>
  ok(api(scope.header).GET("/orders", { params: { query: { ...query, limit: after ? MORE : PAGE, ...(after ? { after } : {}) } }, ...(signal ? { signal } : {}) }));

export const orderList = (scope: Scope, query: OrdersQuery) =>
  paged(keys.orderList(scope.key, query), ({ after }, signal) => fetchOrders(scope, query, after, signal));

export const orderCounts = (scope: Scope, tag?: string) =>
  queryOptions({
    queryKey: tag ? [...keys.orderCounts(scope.key), tag] : keys.orderCounts(scope.key),
    queryFn: () => ok(api(scope.header).GET("/orders/counts", tag ? { params: { query: { tag } } } : {})),
  });

export const orderOne = (scope: Scope, id: string) =>
  queryOptions({ queryKey: keys.order(scope.key, id), queryFn: () => ok(api(scope.header).GET("/orders/{id}", { params: { path: { id } } })) });
