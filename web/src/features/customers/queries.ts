import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { CustomersQuery } from "../../api/paths";
import type { Scope } from "../../api/session";

export const customerList = (scope: Scope, query: CustomersQuery) =>
  paged(keys.customerList(scope.key, query), (after, signal) => ok(api(scope.header).GET("/customers", { params: { query: { ...query, limit: 50, ...after } }, signal })));

export const customerOne = (scope: Scope, id: string) =>
  queryOptions({ queryKey: keys.customer(scope.key, id), queryFn: () => ok(api(scope.header).GET("/customers/{id}", { params: { path: { id } } })) });
