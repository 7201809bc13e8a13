import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import type { Scope } from "../../api/session";

/** Merchants and staff belong to the house, not to a scope: never with a tenant header. */
export const tenantList = (scope: Scope) => queryOptions({ queryKey: keys.tenants(scope.key), queryFn: () => ok(api().GET("/tenants", { params: { query: { limit: 100 } } })) });
export const memberList = (scope: Scope, tenant: string) =>
  queryOptions({ queryKey: keys.members(scope.key, tenant), queryFn: () => ok(api(scope.header).GET("/tenants/{id}/members", { params: { path: { id: tenant }, query: { limit: 100 } } })) });
export const userList = (scope: Scope) => queryOptions({ queryKey: keys.users(scope.key), queryFn: () => ok(api().GET("/users", { params: { query: { limit: 100 } } })) });
