import type { InfiniteData, QueryKey, UseInfiniteQueryOptions } from "@tanstack/react-query";
import type { Page } from "./types";

export type Paged<T> = UseInfiniteQueryOptions<Page<T>, Error, InfiniteData<Page<T>, string | undefined>, QueryKey, string | undefined>;

/** A keyset list as a query: each page names the next. */
export function paged<T>(key: QueryKey, fetch: (after: { after?: string }, signal: AbortSignal) => Promise<Page<T>>, every?: number): Paged<T> {
  return {
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetch(pageParam ? { after: pageParam } : {}, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    ...(every ? { refetchInterval: every } : {}),
  };
}
