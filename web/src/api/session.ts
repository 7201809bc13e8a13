import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, ok } from "./client";
import { keys } from "./keys";
import { asksAgain, isProblem } from "./problem";
import type { Permission, TenantRef, User } from "./types";

export const me = queryOptions({
  queryKey: keys.me,
  queryFn: () => ok(api().GET("/auth/me")),
  staleTime: 5 * 60_000,
  gcTime: Infinity,
  retry: (n, e) => isProblem(e) && asksAgain(n, e),
});

export function useMe(): User {
  const { data } = useQuery(me);
  if (!data) throw new Error("a page was rendered without a session");
  return data;
}

/** The part of the world a page shows: everything a person may see, or one merchant. */
export interface Scope {
  /** The path's parameter: "all" or "~slug". */
  param: string;
  /** First element of every query key. */
  key: string;
  tenant: TenantRef | undefined;
  /** Goes into X-Tenant-Id; members never send it. */
  header: string | undefined;
}

/** The scope a path names; nothing when the person may not enter it. */
export function scopeOf(param: string, user: User): Scope | undefined {
  if (param === "all") return user.kind === "staff" ? { param, key: "all", tenant: undefined, header: undefined } : undefined;
  const tenant = user.tenants.find((t) => `~${t.slug}` === param) ?? (user.tenant && `~${user.tenant.slug}` === param ? user.tenant : undefined);
  if (!tenant) return undefined;
  return { param, key: tenant.id, tenant, header: user.kind === "staff" ? tenant.id : undefined };
}

/** Where a person begins. */
export function homeParam(user: User): string {
  if (user.kind === "staff") return "all";
  const tenant = user.tenant ?? user.tenants[0];
  return tenant ? `~${tenant.slug}` : "all";
}

export const can = (user: User, permission: Permission) => user.permissions.includes(permission);
