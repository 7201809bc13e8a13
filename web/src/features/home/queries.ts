import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import type { Scope } from "../../api/session";

export const DAYS = [7, 14, 30] as const;

export const homeQuery = (scope: Scope, days = 14) =>
  queryOptions({
    queryKey: keys.home(scope.key, days),
    queryFn: () => ok(api(scope.header).GET("/home", { params: { query: { days } } })),
    refetchInterval: 60_000,
  });
