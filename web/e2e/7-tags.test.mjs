// Tags, the whole way: made in place for some orders, put on all that match, asked for, taken back, managed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, axe, base, member, openBrowser, shotOnFail, signIn, until } from "./browser.mjs";

let b;
before(async () => { b = await openBrowser(); });
after(async () => { await b?.close(); });
const it = (name, run) => test(name, () => shotOnFail(b.page, name, () => run(b.page)));
const rows = (page) => page.getByRole("grid").getByRole("row").filter({ has: page.getByRole("gridcell") });
const bearing = async (page, name) => (await api(page, "/tags?counted=true")).items.find((tag) => tag.name === name)?.orders;
const dialog = (page) => page.getByRole("dialog");
let orders, many;

it("with the keyboard alone a tag is made for the orders one has selected, and taken back", async (page) => {
  await signIn(page, member);
  const live = (answer) => answer.items.every((store) => store.streams.find((s) => s.stream === "orders")?.state === "live");
  await until(() => api(page, "/woo/stores"), live, "the end of the imports", 600_000);
  orders = `${new URL(page.url()).pathname.replace(/\/$/, "")}/orders`;
  await page.goto(`${base}${orders}?status=completed`);
  await rows(page).nth(5).waitFor();
  for (const key of ["j", "x", "j", "x", "j", "x"]) await page.keyboard.press(key);
  await page.keyboard.press("t");
  await dialog(page).getByRole("heading", { name: "Tag 3 orders" }).waitFor();
  await page.keyboard.type("Road test");
  await page.keyboard.press("Enter");
  await page.getByText("“Road test” put on 3 orders.").waitFor();
  assert.equal(await rows(page).getByRole("button", { name: "Road test" }).count(), 3);
  assert.equal(await bearing(page, "Road test"), 3);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("“Road test” is as it was.").waitFor();
  await until(() => bearing(page, "Road test"), (n) => n === 0, "the tag taken back");
  assert.equal(await rows(page).getByRole("button", { name: "Road test" }).count(), 0);
});

it("all that match are counted before they are tagged, and taken back at once; a chip asks for them", async (page) => {
  const put = dialog(page).getByRole("button", { name: /^Put on [\d,]+ orders$/ });
  const tagAll = async () => {
    await page.goto(`${base}${orders}?status=failed`);
    await rows(page).nth(5).waitFor();
    await page.getByRole("checkbox", { name: "Select all loaded rows" }).click();
    await page.getByRole("button", { name: /that match$/ }).click();
    await page.getByRole("toolbar", { name: "Selection" }).getByRole("button", { name: "Tag" }).click();
    await dialog(page).getByRole("button", { name: "Road test", exact: true }).click();
    await put.waitFor();
    many = Number((await put.innerText()).replace(/\D/g, ""));
    await put.click();
    await page.getByText(/^“Road test” put on [\d,]+ orders\.$/).waitFor();
  };
  await tagAll();
  await page.getByRole("button", { name: "Undo" }).click();
  await until(() => bearing(page, "Road test"), (left) => left === 0, "the tags taken off again");
  await tagAll();
  assert.equal(await bearing(page, "Road test"), many);
  const counts = await api(page, "/orders/counts");
  assert.ok(many > 100 && Math.abs(many - counts.by_status.failed) < 50, `${many} of ${counts.by_status.failed}`);
  await rows(page).first().getByRole("button", { name: "Road test" }).click();
  await page.waitForURL((url) => url.searchParams.has("tag"));
  await page.getByRole("button", { name: "Remove filter Tags" }).waitFor();
  assert.ok((await rows(page).count()) > 5);
  assert.deepEqual(await axe(page), []);
});

it("tags are renamed and deleted where the filter is", async (page) => {
  await page.getByRole("button", { name: /^Filter/ }).click();
  await page.getByRole("menuitem", { name: "Manage tags …" }).click();
  await dialog(page).getByRole("heading", { name: "Tags" }).waitFor();
  assert.deepEqual(await axe(page), []);
  await dialog(page).getByRole("button", { name: "Change Road test" }).click();
  await dialog(page).getByLabel("Name").fill("Road tested");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await dialog(page).getByRole("button", { name: "Change Road tested" }).click();
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await dialog(page).getByText(`It is taken off ${many} orders.`).waitFor();
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await until(() => bearing(page, "Road tested"), (n) => n === undefined, "the tag gone");
  await page.keyboard.press("Escape");
  await page.getByText("No order matches.").waitFor();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await rows(page).first().waitFor();
  assert.deepEqual(b.faults, []);
});
