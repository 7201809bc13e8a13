import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { whole } from "../../api/paged";
import type { Scope } from "../../api/session";

/** Merchants and staff belong to the house, not to a scope: never with a tenant header. */
export const tenantList = (scope: Scope) => queryOptions({ queryKey: keys.tenants(scope.key), queryFn: () => whole((page) => ok(api().GET("/tenants", { params: { query: page } }))) });
export const memberList = (scope: Scope, tenant: string) =>
  queryOptions({ queryKey: keys.members(scope.key, tenant), queryFn: () => whole((page) => ok(api(scope.header).GET("/tenants/{id}/members", { params: { path: { id: tenant }, query: page } }))) });
export const userList = (scope: Scope) => queryOptions({ queryKey: keys.users(scope.key), queryFn: () => whole((page) => ok(api().GET("/users", { params: { query: page } }))) });
