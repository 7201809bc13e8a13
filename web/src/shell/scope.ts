import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { can, scopeOf, useMe, type Scope } from "../api/session";
import type { Permission } from "../api/types";

/** The scope of the page one is on. */
export function useScope(): Scope {
  const user = useMe();
  const { scope: param } = useParams({ strict: false }) as { scope?: string };
  return useMemo(() => {
    const scope = scopeOf(param ?? "all", user);
    if (!scope) throw new Error("a page was rendered outside a scope");
    return scope;
  }, [param, user]);
}

export function useCan(permission: Permission): boolean {
  return can(useMe(), permission);
}
