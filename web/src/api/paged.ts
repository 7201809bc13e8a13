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

/** Pages beyond this are no list that a person reads at once; then `next` stays and the list says that there is more. */
const MOST = 50;

/** All of a list that is shown or chosen from as a whole, page after page. */
export async function whole<T>(get: (page: { limit: number; after?: string }) => Promise<{ items: T[]; next?: string | null }>): Promise<Page<T>> {
  let page = await get({ limit: 100 });
  const items = [...page.items];
  for (let n = 1; page.next && n < MOST; n++) {
    page = await get({ limit: 100, after: page.next });
    items.push(...page.items);
  }
  return { items, next: page.next ?? null };
}
