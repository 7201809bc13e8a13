// What the list of orders shows is taken out as a file: made from the list, followed while it is written, downloaded, deleted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { api, axe, base, openBrowser, settled, shotOnFail, signIn, until } from "./browser.mjs";

let b;
before(async () => { b = await openBrowser(); await signIn(b.page); });
after(async () => { await b?.close(); });
const it = (name, run) => test(name, (t) => shotOnFail(b.page, name, () => run(b.page, t)));
const rows = (page) => page.getByRole("grid").getByRole("row").filter({ has: page.getByRole("gridcell") });

/** The file behind a link, line by line without its head. */
async function downloaded(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const text = readFileSync(await download.path(), "utf8");
  assert.ok(text.startsWith("\ufeff"), "spreadsheets know UTF-8 by its mark");
  const [head, ...lines] = text.slice(1).trimEnd().split("\r\n");
  return { name: download.suggestedFilename(), columns: head.split(","), lines };
}

it("a list is exported with its filters, and the file holds its orders", async (page) => {
  const first = await until(() => api(page, "/orders?limit=100"), (answer) => answer.items.length > 20, "some orders");
  // One shopper's orders: nobody buys in his name while we look.
  const { customer_email: email, tenant_id } = first.items.at(-1);
  const tenant = (await api(page, "/auth/me")).tenants.find((t) => t.id === tenant_id);
  await page.goto(`${base}/t/${tenant.slug}/orders?status=all&q=${encodeURIComponent(email)}`);
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export orders" });
  await dialog.getByText(`“${email}”`).waitFor();
  assert.deepEqual(await axe(page), []);
  await dialog.getByRole("button", { name: "Make the report" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/\/reports$/);
  const row = rows(page).first();
  await row.getByText("Ready").waitFor({ timeout: 20_000 });
  await row.getByText(email).waitFor();
  assert.deepEqual(await axe(page), []);
  const file = await downloaded(page, row.getByRole("link", { name: /^Download/ }));
  assert.match(file.name, /^orders-\d{4}-\d\d-\d\d\.csv$/);
  const answer = await page.request.get(`${base}/api/v1/orders?limit=100&q=${encodeURIComponent(email)}`, { headers: { "X-Tenant-Id": tenant.id } });
  const numbers = (await answer.json()).items.map((o) => o.number);
  assert.ok(numbers.length > 0);
  assert.deepEqual(file.lines.map((line) => line.split(",")[file.columns.indexOf("number")]), numbers);
});

it("among all merchants one is chosen, and the rows are order lines", async (page) => {
  await page.goto(`${base}/all/orders?status=all`);
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export orders" });
  await dialog.getByRole("radio", { name: /^Order lines/ }).check();
  const merchant = dialog.getByLabel("Merchant");
  const name = await merchant.getByRole("option").nth(1).innerText();
  await merchant.selectOption({ label: name });
  await dialog.getByRole("button", { name: "Make the report" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.goto(`${base}/all/reports`);
  const row = rows(page).first();
  await row.getByText("Order lines").waitFor();
  await row.getByText(name).waitFor();
  await row.getByText("Ready").waitFor({ timeout: 60_000 });
  const [report] = (await api(page, "/reports?limit=1")).items;
  const file = await downloaded(page, row.getByRole("link", { name: /^Download/ }));
  assert.ok(file.columns.includes("sku") && report.rows > 0);
  // A name may hold a line's end; no row is lost all the same.
  assert.ok(file.lines.length >= report.rows);
});

it("the keyboard opens a report beside the list and closes it", async (page) => {
  await page.goto(`${base}/all/reports`);
  await rows(page).first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/panel=/);
  const panel = page.getByRole("complementary", { name: "Order lines" });
  await panel.getByRole("link", { name: "Download" }).waitFor();
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
});

it("a report is deleted after its effect was named", async (page) => {
  await page.goto(`${base}/all/reports`);
  await rows(page).first().waitFor();
  const before = (await api(page, "/reports")).items;
  await rows(page).first().getByRole("button", { name: /^Delete/ }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this report?" });
  await dialog.getByText(/is deleted\. It can be made again\.$/).waitFor();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await dialog.waitFor({ state: "detached" });
  await until(() => api(page, "/reports"), (answer) => answer.items.length === before.length - 1, "one report less");
  await settled(page);
});

it("the pages raised no error and broke no policy", () => assert.deepEqual(b.faults, []));
