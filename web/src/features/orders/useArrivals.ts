import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from "react";
import { markFresh } from "../../api/fresh";
import { keys } from "../../api/keys";
import { live } from "../../api/live";
import { arrivals, mergeHead, type Pages } from "../../api/patch";
import type { OrdersQuery } from "../../api/paths";
import type { Scope } from "../../api/session";
import type { OrderRow, Page } from "../../api/types";
import { fetchOrders } from "./queries";

const SHORTEST = 500;
const LONGEST = 5000;

/**
 * New orders at the head of the list. While the list is at rest they join at once; while a person reads it – scrolled, or with the
 * pointer over it – they wait behind a count, and nothing moves.
 */
export function useArrivals(scope: Scope, query: OrdersQuery) {
  const client = useQueryClient();
  const key = keys.orderList(scope.key, query);
  const hash = JSON.stringify(key);
  const rest = useRef({ top: true, over: false });
  const head = useRef<Page<OrderRow> | null>(null);
  const [waiting, setWaiting] = useState(0);

  const join = useCallback(() => {
    const page = head.current;
    head.current = null;
    setWaiting(0);
    if (!page) return;
    const listKey = JSON.parse(hash) as unknown[];
    const before = client.getQueryData<Pages<OrderRow>>(listKey);
    if (!before) return;
    const fresh = arrivals(before, page);
    client.setQueryData<Pages<OrderRow>>(listKey, mergeHead(before, page));
    // A page that is mostly new is a list that fills itself during an import, not news.
    if (fresh.length <= 12) markFresh(fresh.map((r) => r.id));
  }, [client, hash]);

  useEffect(() => {
    head.current = null;
    setWaiting(0);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = SHORTEST;
    let last = 0;
    let gone = false;
    const listKey = JSON.parse(hash) as unknown[];
    const look = async () => {
      timer = undefined;
      last = Date.now();
      const data = client.getQueryData<Pages<OrderRow>>(listKey);
      if (!data) return;
      try {
        const page = await fetchOrders(scope, listKey[listKey.length - 1] as OrdersQuery);
        if (gone) return;
        const now = client.getQueryData<Pages<OrderRow>>(listKey);
        const fresh = arrivals(now, page);
        // An import brings thousands that belong further down: then we ask less and less often.
        pause = fresh.length > 0 ? SHORTEST : Math.min(LONGEST, pause * 2);
        const short = (now?.pages.length ?? 0) <= 1 && (now?.pages[0]?.items.length ?? 0) < page.items.length;
        if (fresh.length === 0 && !short) return;
        head.current = page;
        if ((rest.current.top && !rest.current.over) || short) join();
        else setWaiting(fresh.length);
      } catch {
        // The next event asks again; the connection's state is shown elsewhere.
      }
    };
    const off = live.onChange((change) => {
      if (change.kind !== "order" || change.op !== "created" || timer !== undefined) return;
      timer = setTimeout(() => void look(), Math.max(0, last + pause - Date.now()));
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      off();
    };
  }, [client, scope, hash, join]);

  const set = useCallback((now: { top?: boolean; over?: boolean }) => {
    Object.assign(rest.current, now);
    if (rest.current.top && !rest.current.over && head.current) join();
  }, [join]);
  const onTop = useCallback((top: boolean) => set({ top }), [set]);
  /** For the element that holds list and count: going from a row to the count is no leaving. */
  const pointer = useMemo(() => ({ onPointerEnter: (e: PointerEvent) => set({ over: e.pointerType === "mouse" }), onPointerLeave: () => set({ over: false }) }), [set]);

  return { waiting, join, onTop, pointer };
}
