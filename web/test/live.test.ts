import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyChanges } from "../src/api/apply";
import { keys } from "../src/api/keys";
import { backoff, Live } from "../src/api/live";
import { paged, readWhole, whole } from "../src/api/paged";
import { arrivals, Coalescer, mergeHead, patchRows, type Pages } from "../src/api/patch";
import { readStream, sseParser, StreamEnded, type ServerEvent } from "../src/api/sse";
import type { Change } from "../src/api/types";

interface Row { id: string; v: number }
const pages = (...ids: string[][]): Pages<Row> => ({ pages: ids.map((p, i) => ({ items: p.map((id) => ({ id, v: 0 })), next: i < ids.length - 1 ? String(i) : "end" })), pageParams: ids.map((_, i) => (i ? String(i - 1) : undefined)) });
const ids = (d: Pages<Row>) => d.pages.map((p) => p.items.map((r) => r.id).join(""));
const head = (text: string) => ({ items: [...text].map((id) => ({ id, v: 1 })), next: "h" });

describe("patching a list", () => {
  it("changes rows where they stand and nothing else", () => {
    const before = pages(["a", "b"], ["c"]);
    const after = patchRows(before, [{ id: "b", v: 7 }, { id: "zz", v: 9 }]);
    expect(ids(after)).toEqual(["ab", "c"]);
    expect(after.pages[0]?.items[1]?.v).toBe(7);
    expect(after.pages[1]).toBe(before.pages[1]);
    expect(patchRows(before, [{ id: "zz", v: 9 }])).toBe(before);
  });

  it("finds what would stand at the head, not what belongs further down", () => {
    const list = pages(["c", "d", "e"]);
    expect(arrivals(list, head("abcde")).map((r) => r.id)).toEqual(["a", "b"]);
    expect(arrivals(list, head("cdxe"))).toEqual([]);
  });

  it("takes a fresh first page whole while there is one page, keeps the tail when there are more", () => {
    expect(ids(mergeHead(pages(["c", "d"]), head("abc")))).toEqual(["abc"]);
    const joined = mergeHead(pages(["c", "d"], ["e", "f"]), head("abc"));
    expect(ids(joined)).toEqual(["abcd", "ef"]);
    expect(joined.pages[0]?.next).toBe("0");
    expect(joined.pages[0]?.items[2]?.v).toBe(1);
  });

  it("begins again when the two no longer meet", () => {
    expect(ids(mergeHead(pages(["y"], ["z"]), head("abc")))).toEqual(["abc"]);
  });
});

describe("a list of many pages", () => {
  async function reading(pageCount: number) {
    let rows = Array.from({ length: 400 }, (_, i) => ({ id: `r${400 - i}`, v: 0 }));
    const asked: (string | undefined)[] = [];
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const fetch = async ({ after }: { after?: string }) => {
      asked.push(after);
      const from = after ? rows.findIndex((r) => r.id === after) + 1 : 0;
      const items = rows.slice(from, from + 10);
      return { items, next: items.at(-1)?.id ?? null };
    };
    const observer = new InfiniteQueryObserver(client, paged<Row>(["list"], fetch));
    const stop = observer.subscribe(() => undefined);
    await observer.refetch();
    for (let n = 1; n < pageCount; n++) await observer.fetchNextPage();
    asked.length = 0;
    const shown = () => observer.getCurrentResult().data?.pages.flatMap((page) => page.items) ?? [];
    const again = () => client.invalidateQueries({ queryKey: ["list"] });
    return { client, asked, observer, stop, shown, again, change: (to: typeof rows) => { rows = to; }, rows: () => rows };
  }

  it("asks again for its first page alone; new rows join in front, changed ones are renewed where they stand", async () => {
    const w = await reading(6);
    const before = w.shown().map((r) => r.id);
    w.change([{ id: "new", v: 1 }, { id: "r360", v: 1 }, ...w.rows().filter((r) => r.id !== "r360")]);
    await w.again();
    expect(w.asked).toEqual([undefined]);
    expect(w.shown().map((r) => r.id)).toEqual(["new", ...before]);
    expect(w.shown().filter((r) => r.v === 1).map((r) => r.id)).toEqual(["new", "r360"]);
    await w.observer.fetchNextPage();
    expect(w.asked).toEqual([undefined, "r341"]);
    expect(w.shown()).toHaveLength(71);
    await w.again();
    expect(w.asked).toHaveLength(3);
    w.stop();
  });

  it("begins again where the two no longer meet, and goes on from there", async () => {
    const w = await reading(6);
    w.change([...Array.from({ length: 30 }, (_, i) => ({ id: `n${30 - i}`, v: 1 })), ...w.rows()]);
    await w.again();
    expect(w.asked).toEqual([undefined]);
    expect(w.shown().map((r) => r.id)).toEqual(Array.from({ length: 10 }, (_, i) => `n${30 - i}`));
    expect(w.observer.getCurrentResult().hasNextPage).toBe(true);
    await w.observer.fetchNextPage();
    expect(w.shown().at(-1)?.id).toBe("n11");
    w.stop();
  });

  it("is read whole once when much of it has changed", async () => {
    const w = await reading(6);
    w.change(w.rows().map((r) => ({ ...r, v: 2 })));
    readWhole(w.client, ["list"]);
    await w.again();
    expect(w.asked).toHaveLength(6);
    expect(w.shown().every((r) => r.v === 2)).toBe(true);
    await w.again();
    expect(w.asked).toHaveLength(7);
    w.stop();
  });

  it("is read anew as long as it is short: what has left it goes", async () => {
    const w = await reading(2);
    w.change(w.rows().filter((r) => r.id !== "r385"));
    await w.again();
    expect(w.asked).toEqual([undefined, "r391"]);
    expect(w.shown().some((r) => r.id === "r385")).toBe(false);
    w.stop();
  });
});

describe("a list taken whole", () => {
  const pageOf = (limit: number, after = "0") => ({ items: Array.from({ length: Math.min(limit, 250 - Number(after)) }, (_, i) => Number(after) + i), next: Number(after) + limit < 250 ? String(Number(after) + limit) : null });
  it("holds what lies beyond a hundred", async () => {
    const got = await whole(async ({ limit, after }) => pageOf(limit, after));
    expect([got.items.length, got.items[249], got.next]).toEqual([250, 249, null]);
  });
  it("ends somewhere, and says that there is more", async () => {
    const asked = vi.fn(async () => ({ items: [1], next: "on and on" }));
    expect((await whole(asked)).next).toBe("on and on");
    expect(asked).toHaveBeenCalledTimes(50);
  });
});

describe("the stream", () => {
  it("reads events however they are cut", () => {
    const text = "id: 7\nevent: change\ndata: {\"a\":\ndata: 1}\n\n: comment\nevent: ping\ndata: {}\r\n\r\n";
    for (const size of [1, 3, 7, 1000]) {
      const got: ServerEvent[] = [];
      const feed = sseParser((e) => got.push(e));
      for (let i = 0; i < text.length; i += size) feed(text.slice(i, i + size));
      expect(got).toEqual([{ id: "7", event: "change", data: '{"a":\n1}' }, { id: "7", event: "ping", data: "{}" }]);
    }
  });

  it("names the last event when it comes back, and says a refusal", async () => {
    const seen: (string | null)[] = [];
    const fake = vi.fn(async (_url: unknown, init?: RequestInit) => {
      seen.push(new Headers(init?.headers).get("last-event-id"));
      return new Response(null, { status: 401 });
    });
    const options = { lastEventId: "42", signal: new AbortController().signal, onOpen: () => undefined, onEvent: () => undefined, fetch: fake as unknown as typeof fetch };
    await expect(readStream("/x", options)).rejects.toMatchObject({ status: 401 });
    await expect(readStream("/x", options)).rejects.toBeInstanceOf(StreamEnded);
    expect(seen).toEqual(["42", "42"]);
  });

  it("waits longer each time, never beyond half a minute", () => {
    expect([0, 1, 2, 3, 10].map((n) => backoff(n, () => 1))).toEqual([1000, 2000, 4000, 8000, 30_000]);
    expect(backoff(3, () => 0)).toBe(4000);
  });
});

describe("changes", () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

  it("are handed on together and at most twice a second", () => {
    const batches: number[] = [];
    const c = new Coalescer<"order">((b) => batches.push(b.get("order")?.size ?? 0), 500, () => Date.now());
    for (let i = 0; i < 30; i++) c.add("order", [`o${i}`]);
    vi.advanceTimersByTime(1);
    expect(batches).toEqual([30]);
    c.add("order", ["x"]);
    vi.advanceTimersByTime(400);
    expect(batches).toEqual([30]);
    vi.advanceTimersByTime(120);
    expect(batches).toEqual([30, 1]);
  });

  const listKey = keys.orderList("all", {});
  function world(rows: number) {
    const client = new QueryClient();
    client.setQueryData(listKey, { pages: [{ items: Array.from({ length: rows }, (_, i) => ({ id: `o${i}`, status: "pending", number: String(i) })), next: null }], pageParams: [undefined] });
    const asked: string[] = [];
    vi.stubGlobal("fetch", vi.fn(async (input: Request | string | URL) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push(new URL(url).pathname);
      return Response.json({ id: url.split("/").pop(), status: "completed", number: "new" });
    }));
    const live = new Live();
    const changes = new Set<(c: Change) => void>();
    live.onChange = (l) => { changes.add(l); return () => changes.delete(l); };
    const stop = applyChanges(client, live, { key: "all" });
    return { client, asked, stop, tell: (c: Partial<Change>) => changes.forEach((l) => l({ kind: "order", ids: [], tenant_id: "t", op: "updated", ...c })) };
  }

  it("fetch few rows by id, only those on screen, and put them in place", async () => {
    const w = world(5);
    w.tell({ ids: ["o1", "o3", "elsewhere"] });
    await vi.advanceTimersByTimeAsync(50);
    expect(w.asked.sort()).toEqual(["/api/v1/orders/o1", "/api/v1/orders/o3"]);
    const data = w.client.getQueryData<Pages<{ id: string; status: string }>>(listKey);
    expect(data?.pages[0]?.items.map((r) => `${r.id}:${r.status}`)).toEqual(["o0:pending", "o1:completed", "o2:pending", "o3:completed", "o4:pending"]);
    w.stop();
  });

  it.each([["product", keys.product("all", "x"), keys.productList("all", {})], ["customer", keys.customer("all", "x"), keys.customerList("all", {})]] as const)("let an open %s and its list be asked again", async (kind, one, list) => {
    const w = world(1);
    for (const key of [one, list]) w.client.setQueryData(key, { id: "x" });
    w.tell({ kind, ids: ["x"] });
    await vi.advanceTimersByTimeAsync(50);
    expect([one, list, listKey].map((key) => w.client.getQueryState(key)?.isInvalidated)).toEqual([true, true, false]);
    w.stop();
  });

  it("ask for the list once when many rows changed", async () => {
    const w = world(40);
    const invalidate = vi.spyOn(w.client, "invalidateQueries");
    w.tell({ ids: Array.from({ length: 30 }, (_, i) => `o${i}`) });
    await vi.advanceTimersByTimeAsync(600);
    expect(w.asked).toEqual([]);
    expect(invalidate.mock.calls.filter(([f]) => JSON.stringify(f?.queryKey) === JSON.stringify(keys.orders("all")))).toHaveLength(1);
    w.stop();
  });
});
