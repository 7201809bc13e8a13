// The budgets of time and memory, of the app alone: 50,000 orders from an API that answers at once. Work is counted in the main thread's own
// CPU time, which a busy machine does not change; where the clock is read, the best of several runs counts. `npm run e2e 4-budget`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, shotOnFail, until } from "./browser.mjs";
import { startPretend } from "./pretend.mjs";

const ROWS = 50_000;
let b, p, cdp;
before(async () => {
  p = await startPretend(ROWS);
  b = await openBrowser();
  cdp = await b.context.newCDPSession(b.page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
});
after(async () => {
  await b?.close();
  await p?.close();
});
const it = (name, run) => test(name, { timeout: 300_000 }, (t) => shotOnFail(b.page, name, () => run(b.page, t)));
const metrics = async () => Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map((m) => [m.name, m.value]));
/** Milliseconds of main-thread work so far in this page. */
const work = async () => (await metrics()).TaskDuration * 1000;
const heap = async () => {
  await cdp.send("HeapProfiler.collectGarbage");
  return (await metrics()).JSHeapUsedSize / 1e6;
};
const keep = (t, what, n, most, unit) => {
  t.diagnostic(`${what}: ${n.toFixed(n < 10 ? 1 : 0)} ${unit} of ${most}`);
  assert.ok(n <= most, `${what}: ${n.toFixed(1)} ${unit} is more than ${most}`);
};

/** Opens the orders with nothing cached; tells when the frame and the first rows were painted, and the work until then. */
async function open(page) {
  await cdp.send("Network.clearBrowserCache");
  await page.goto(`${p.base}/all/orders?status=all`, { waitUntil: "commit" });
  const seen = await page.evaluate(async () => {
    const painted = () => new Promise((r) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port2.onmessage = () => r(performance.now()); port1.postMessage(0); }));
    const when = async (selector) => {
      while (!document.querySelector(selector)) await new Promise((r) => requestAnimationFrame(r));
      return painted();
    };
    const [frame, usable] = await Promise.all([when(".app .side"), when(".virt .rw")]);
    return { frame, usable };
  });
  return { ...seen, work: await work() };
}
const best = (runs, what) => Math.min(...runs.map((r) => r[what]));

it("the list is there at once: 1 s on a computer four times slower", async (page, t) => {
  await open(page);
  const plain = [], slow = [];
  for (let i = 0; i < 3; i++) plain.push(await open(page));
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  for (let i = 0; i < 5; i++) slow.push(await open(page));
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 2e6 / 8 });
  const far = [await open(page), await open(page), await open(page)];
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  keep(t, "work until the list is usable, times four", 4 * best(plain, "work"), 1000, "ms");
  t.diagnostic(`as measured: frame ${best(plain, "frame").toFixed(0)} ms, list ${best(plain, "usable").toFixed(0)} ms`);
  // A shared test machine, slowed down, is no laptop: twice the promise is where it must have gone wrong.
  keep(t, "frame painted, 4× throttled", best(slow, "frame"), 1000, "ms");
  keep(t, "list usable, 4× throttled", best(slow, "usable"), 2000, "ms");
  keep(t, "list usable, 10 Mbit/s and 40 ms away", best(far, "usable"), 2000, "ms");
});

it("what was seen before is there in 100 ms", async (page, t) => {
  await page.goto(`${p.base}/all/orders?status=all`);
  await page.locator(".virt .rw").first().waitFor();
  for (const key of ["p", "o", "c", "o"]) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await page.waitForURL(key === "o" ? /orders/ : key === "p" ? /products/ : /customers/);
    await until(() => page.locator(".late").count(), (n) => n === 0, "the page");
  }
  const times = await page.evaluate(async () => {
    const press = (key) => window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const go = async (key, path) => {
      const begun = performance.now();
      press("g");
      press(key);
      while (!location.pathname.endsWith(path) || document.querySelector(".late") || (path === "/orders" && !document.querySelector(".virt .rw"))) await new Promise((r) => requestAnimationFrame(r));
      await new Promise((r) => requestAnimationFrame(r));
      return performance.now() - begun;
    };
    const all = [];
    for (let i = 0; i < 5; i++) {
      await go("p", "/products");
      all.push(await go("o", "/orders"));
    }
    return all;
  });
  t.diagnostic(`as measured: ${times.map((n) => n.toFixed(0)).join(", ")} ms`);
  keep(t, "from products back to the orders", Math.min(...times), 200, "ms");
});

it("50,000 rows scroll within a frame's time, in bounded memory", async (page, t) => {
  await page.goto(`${p.base}/all/orders?status=all`);
  await page.locator(".virt .rw").first().waitFor();
  const empty = await heap();
  const rows = () => page.evaluate(() => Math.round(document.querySelector(".virt").offsetHeight / 36));
  // Down to the end as fast as the pages come; in a low window and unseen, for what is drawn on the way is not what is measured.
  await page.setViewportSize({ width: 1440, height: 260 });
  const loading = { begun: Date.now(), work: await work() };
  await page.evaluate((all) => {
    document.documentElement.style.visibility = "hidden";
    const down = () => {
      const grid = document.querySelector(".grid");
      if (document.querySelector(".virt").offsetHeight >= all * 36) return;
      grid.scrollTop = grid.scrollHeight;
      requestAnimationFrame(down);
    };
    down();
  }, ROWS);
  await until(rows, (n) => n >= ROWS, "the last of 50,000 rows", 240_000);
  await page.evaluate(() => { document.documentElement.style.visibility = ""; });
  await page.setViewportSize({ width: 1440, height: 900 });
  assert.equal(await rows(), ROWS);
  t.diagnostic(`500 pages in ${((Date.now() - loading.begun) / 1000).toFixed(1)} s`);
  keep(t, "work for a page of 100", ((await work()) - loading.work) / 500, 80, "ms");
  keep(t, "memory that 50,000 rows take", (await heap()) - empty, 100, "MB");
  keep(t, "elements in the document", await page.evaluate(() => document.querySelectorAll("*").length), 2000, "");

  // A hand that reads: 7,200 px in a second, from the middle upwards.
  await page.evaluate(() => { document.querySelector(".grid").scrollTop = 25_000 * 36; });
  const events = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await cdp.send("Tracing.start", { traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"] }, transferMode: "ReportEvents" });
  const from = await work();
  const frames = 300;
  await page.evaluate((n) => new Promise((done) => {
    const grid = document.querySelector(".grid");
    const up = () => {
      if (n-- === 0) return done();
      grid.scrollTop -= 120;
      requestAnimationFrame(up);
    };
    up();
  }), frames);
  const each = ((await work()) - from) / frames;
  const traced = new Promise((r) => cdp.once("Tracing.tracingComplete", r));
  await cdp.send("Tracing.end");
  await traced;
  keep(t, "work for a frame of scrolling", each, 16, "ms");
  const main = events.find((e) => e.name === "thread_name" && e.args?.name === "CrRendererMain" && events.some((x) => x.pid === e.pid && x.name === "UpdateLayoutTree"));
  const tasks = events.filter((e) => e.pid === main?.pid && e.tid === main?.tid && e.name === "RunTask" && e.tdur).map((e) => e.tdur / 1000);
  assert.ok(tasks.length > frames / 2, `the trace holds ${tasks.length} tasks`);
  keep(t, "longest task while scrolling", Math.max(...tasks), 50, "ms");
});

it("new orders take nobody's place away", async (page) => {
  const top = () => page.evaluate(() => {
    const grid = document.querySelector(".grid"), edge = grid.getBoundingClientRect().top + 32;
    const row = [...document.querySelectorAll(".virt .rw")].find((r) => r.getBoundingClientRect().bottom > edge + 1);
    return row ? { name: row.getAttribute("aria-label"), y: Math.round(row.getBoundingClientRect().top) } : { name: "" };
  });
  await page.mouse.move(5, 5);
  await page.evaluate(() => { document.querySelector(".grid").scrollTop = 30_000 * 36 + 10; });
  await until(top, (x) => x.name.startsWith("#20000 ") || x.name.startsWith("#19999 "), "the row there");
  const before = await top();
  p.arrive(3);
  const pill = page.getByRole("button", { name: "3 new orders" });
  await pill.waitFor();
  assert.deepEqual(await top(), before);
  await pill.click();
  await until(top, (x) => x.name.startsWith(`#${ROWS + 3} `), "the newest order at the top");
});

test("the pages raised no error", () => assert.deepEqual(b.faults, []));
