import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { ProductsQuery } from "../../api/paths";
import type { Scope } from "../../api/session";

export const productList = (scope: Scope, query: ProductsQuery) =>
  paged(keys.productList(scope.key, query), (after, signal) => ok(api(scope.header).GET("/products", { params: { query: { ...query, limit: 50, ...after } }, signal })));

export const productOne = (scope: Scope, id: string) =>
  queryOptions({ queryKey: keys.product(scope.key, id), queryFn: () => ok(api(scope.header).GET("/products/{id}", { params: { path: { id } } })) });
