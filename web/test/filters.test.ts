import { describe, expect, it } from "vitest";
import { statusesOf, toQuery, viewOf, type OrdersSearch } from "../src/features/orders/filters";
import { rewrite } from "../src/routes/router";
import { parseSearch, pick, stringifySearch } from "../src/routes/search";
import { safeReturn } from "../src/features/auth/LoginPage";

const now = new Date(2026, 10, 17, 14, 7);

describe("filters and the address", () => {
  const cases: OrdersSearch[] = [
    {}, { status: "all" }, { status: "on_hold,failed", q: "Şükrü & Co. 50%" }, { store_id: "0199", placed: "7d", panel: "abc" }, { from: "2026-11-01", to: "2026-11-07", trashed: "1" },
  ];
  it.each(cases)("survive the way there and back: %j", (search) => {
    expect(pick(parseSearch(stringifySearch({ ...search }).replace(/^\?/, "")), ["status", "store_id", "placed", "from", "to", "q", "trashed", "panel"])).toEqual(search);
  });

  it("stay text: a number typed into the search is no number", () => {
    expect(parseSearch("q=10482&panel=007")).toEqual({ q: "10482", panel: "007" });
    expect(stringifySearch({ status: "pending,on_hold", q: undefined, panel: "" })).toBe("?status=pending,on_hold");
  });

  it("mean the open orders when nothing is said, and all when all is said", () => {
    expect(toQuery({}, now).status).toBe("pending,on_hold,processing");
    expect(toQuery({ status: "all" }, now).status).toBeUndefined();
    expect(viewOf({})).toBe("open");
    expect(viewOf({ status: "cancelled,refunded" })).toBe("refunded");
    expect(viewOf({ status: "pending,failed" })).toBeUndefined();
  });

  it("drop what is no state", () => {
    expect(statusesOf({ status: "failed,<script>,processing" })).toEqual(["failed", "processing"]);
  });

  it("cut ranges at the person's midnight", () => {
    expect(toQuery({ placed: "today" }, now).placed_from).toBe(new Date(2026, 10, 17).toISOString());
    expect(toQuery({ placed: "7d" }, now).placed_from).toBe(new Date(2026, 10, 11).toISOString());
    const day = toQuery({ from: "2026-11-01", to: "2026-11-07" }, now);
    expect(day.placed_from).toBe(new Date(2026, 10, 1).toISOString());
    expect(day.placed_to).toBe(new Date(2026, 10, 8).toISOString());
    expect(toQuery({ from: "yesterday" }, now).placed_from).toBeUndefined();
  });
});

describe("paths", () => {
  const inside = (path: string) => rewrite.input({ url: new URL(path, "http://x") }).pathname;
  const outside = (path: string) => rewrite.output({ url: new URL(path, "http://x") }).pathname;
  it.each(["/t/kitchen-co", "/t/kitchen-co/orders", "/t/ev-mutfak/orders/0199-1", "/all/stores", "/login", "/"])("%s goes in and comes out again", (path) => {
    expect(outside(inside(path))).toBe(path);
  });
  it("puts both kinds of scope into one place", () => {
    expect(inside("/t/kitchen-co/orders")).toBe("/~kitchen-co/orders");
    expect(inside("/all/orders")).toBe("/all/orders");
  });
  it("returns to a page of ours only", () => {
    expect(safeReturn("/t/x/orders?status=failed")).toBe("/t/x/orders?status=failed");
    for (const bad of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/login?return=/login", undefined]) expect(safeReturn(bad)).toBe("/");
  });
});
