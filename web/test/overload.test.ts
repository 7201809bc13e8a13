import { expect, it } from "vitest";
import { api, ok } from "../src/api/client";
import { asksAgain, Problem, problemOf, waitBefore } from "../src/api/problem";

it("waits as long as a busy server asks, and a little longer", () => {
  const busy = problemOf(503, { code: "overloaded", detail: "" }, "2");
  expect(busy.code).toBe("overloaded");
  expect([asksAgain(0, busy), asksAgain(2, busy)]).toEqual([true, false]);
  expect([waitBefore(0, busy, () => 0), waitBefore(1, busy, () => 1)]).toEqual([2000, 3000]);
});

it("does not let a person wait for long, nor ask again what will not change", () => {
  expect(asksAgain(0, problemOf(429, { code: "rate_limited", detail: "" }, "30"))).toBe(false);
  expect(asksAgain(0, problemOf(403, { code: "forbidden", detail: "" }))).toBe(false);
  // a proxy's date, or nothing: our own pace
  expect(waitBefore(1, problemOf(503, null, "Wed, 21 Oct 2026 07:28:00 GMT"), () => 0)).toBe(800);
});

it("reads Retry-After of an answer", async () => {
  const before = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(Response.json({ code: "overloaded", detail: "Busy." }, { status: 503, headers: { "Retry-After": "2" } }));
  try {
    const problem: unknown = await ok(api().GET("/auth/me")).catch((e: unknown) => e);
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).retryAfter).toBe(2000);
  } finally {
    globalThis.fetch = before;
  }
});
