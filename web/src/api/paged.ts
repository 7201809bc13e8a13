import { hashKey, type InfiniteData, type QueryClient, type QueryKey, type UseInfiniteQueryOptions } from "@tanstack/react-query";
import { mergeHead, type Pages } from "./patch";
import type { Page } from "./types";

export type Paged<T> = UseInfiniteQueryOptions<Page<T>, Error, InfiniteData<Page<T>, string | undefined>, QueryKey, string | undefined>;

/** A person at the head of a list holds as many pages as this at most; who holds more has read on. */
const SHORT = 2;
/** First pages that no longer meet the list they belonged to: what followed is not asked for again. */
const alone = new WeakSet<object>();
/** Lists of which more has changed than their first page can tell. */
const torn = new Set<string>();

/** Lets lists be read as a whole, however long, when they are asked again. */
export const readWhole = (client: QueryClient, prefix: QueryKey) => client.getQueryCache().findAll({ queryKey: prefix }).forEach((query) => torn.add(query.queryHash));

/**
 * A keyset list as a query: each page names the next. Asked again – the window gets the focus, an event says that something changed –
 * a short list is read anew page by page. Of a long one only the first page is: what is new joins in front, what it holds is renewed
 * where it stands, and the rest stays as the events keep it – unless they say that much has changed.
 */
export function paged<T extends { id: string }>(key: QueryKey, fetch: (after: { after?: string }, signal: AbortSignal) => Promise<Page<T>>, every?: number): Paged<T> {
  let joined: Pages<T> | undefined;
  return {
    queryKey: key,
    queryFn: async ({ pageParam, signal, client, queryKey }) => {
      if (pageParam !== undefined) return joined?.pages[joined.pageParams.indexOf(pageParam)] ?? fetch({ after: pageParam }, signal);
      const head = await fetch({}, signal);
      const held = client.getQueryData<Pages<T>>(queryKey);
      const changed = torn.delete(hashKey(queryKey));
      joined = held && held.pages.length > SHORT && !changed ? mergeHead(held, head) : undefined;
      if (joined?.pages.length === 1) alone.add(head);
      return joined?.pages[0] ?? head;
    },
    initialPageParam: undefined,
    // Once, while the pages are read again; then the page has its next like any other.
    getNextPageParam: (last) => (alone.delete(last) ? undefined : (last.next ?? undefined)),
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
