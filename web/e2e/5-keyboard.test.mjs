// A whole errand with the keyboard alone: sign in, find the orders, filter them, open one, come back to it, go elsewhere by the palette.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, openBrowser, owner, password, shotOnFail, until } from "./browser.mjs";

let b;
before(async () => { b = await openBrowser(); });
after(async () => { await b?.close(); });
const it = (name, run) => test(name, () => shotOnFail(b.page, name, () => run(b.page)));

/** What has the focus, in its own words, and whether one can see that it has. */
const focus = (page) => page.evaluate(() => {
  const e = document.activeElement;
  const style = getComputedStyle(e), row = e.querySelector(".rw.cur"), box = e.closest(".inp");
  const shows = [style, row && getComputedStyle(row), box && getComputedStyle(box)].some((s) => s && ((s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none"));
  return { name: e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.textContent.trim(), role: e.getAttribute("role") ?? e.localName, shows };
});
const focused = (page, suits, what) => until(() => focus(page), suits, what, 20_000);

it("one signs in", async (page) => {
  await page.goto(`${base}/login`);
  await focused(page, (f) => f.name === "E-mail" && f.shows, "the focus in the first field");
  await page.keyboard.type(owner);
  await page.keyboard.press("Tab");
  await focused(page, (f) => f.name === "Password" && f.shows, "the focus in the password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/all$/);
  await page.getByRole("heading", { name: "Home" }).waitFor();
});

it("one finds the orders and filters them; the focus comes back from the menu", async (page) => {
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await page.getByRole("grid").waitFor();
  await page.keyboard.press("/");
  await focused(page, (f) => f.role === "input" && f.shows, "the focus in the search");
  await page.keyboard.press("Tab");
  await focused(page, (f) => f.name === "Filter" && f.shows, "the focus on the filter");
  for (const time of ["first", "second"]) {
    await page.keyboard.press("Enter");
    await focused(page, (f) => f.role.startsWith("menuitem"), `the focus in the menu, the ${time} time`);
    if (time === "first") {
      await page.keyboard.press("Escape");
      await focused(page, (f) => f.name === "Filter" && f.shows, "the focus back on the filter");
    }
  }
  await page.keyboard.type("last 90");
  await focused(page, (f) => f.name === "last 90 days", "the range that one has typed");
  await page.keyboard.press("Enter");
  await page.waitForURL(/placed=90d|placed=/);
  await focused(page, (f) => f.name.startsWith("Filter"), "the focus back on the filter");
});

it("one opens an order, and comes back to its row", async (page) => {
  await page.goto(`${base}/all/orders?status=all`);
  const rows = page.getByRole("grid").getByRole("row");
  await rows.nth(20).waitFor();
  // Reading, nothing moves: the list is not at its head.
  for (let i = 0; i < 40; i++) await page.keyboard.press("j");
  const cursor = () => page.evaluate(() => {
    const row = document.querySelector(".rw.cur");
    const box = row?.getBoundingClientRect(), grid = document.querySelector(".grid").getBoundingClientRect();
    return { name: row?.getAttribute("aria-label"), inSight: Boolean(box) && box.top >= grid.top && box.bottom <= grid.bottom + 1, marked: Boolean(row) && getComputedStyle(row, "::before").content !== "none" };
  });
  const left = await until(cursor, (c) => c.inSight && c.marked, "the cursor in sight");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/orders\/[0-9a-f-]+$/);
  await page.getByRole("table", { name: "Lines" }).waitFor();
  await page.goBack();
  await page.getByRole("grid").waitFor();
  assert.deepEqual(await until(cursor, (c) => c.name === left.name && c.inSight, "the row one had left"), left);
});

it("the palette takes the focus, leads elsewhere, and gives the focus back when it is left", async (page) => {
  await page.keyboard.press("/");
  await focused(page, (f) => f.role === "input", "the focus in the search");
  await page.keyboard.press("Control+k");
  await focused(page, (f) => f.role === "combobox", "the focus in the palette");
  await page.keyboard.press("Escape");
  await focused(page, (f) => f.role === "input" && f.shows, "the focus back in the search");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("sync");
  await page.getByRole("option", { name: "Sync log" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/all\/sync/);
});

test("the pages raised no error", () => assert.deepEqual(b.faults, []));
