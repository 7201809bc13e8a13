// From the door to an order that arrives while one looks: the road of the product, on the real binary.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, base, member, openBrowser, owner, password, settled, shotOnFail, signIn, until } from "./browser.mjs";

let b;
before(async () => { b = await openBrowser(); });
after(async () => { await b?.close(); });
const it = (name, run) => test(name, () => shotOnFail(b.page, name, () => run(b.page)));
const rows = (page) => page.getByRole("grid").getByRole("row").filter({ has: page.getByRole("gridcell") });

it("the door: a stranger is sent to it, a wrong password says nothing of which part", async (page) => {
  await page.goto(`${base}/all/orders?status=failed`);
  await page.waitForURL(/\/login\?return=/);
  await page.getByLabel("E-mail").fill(owner);
  await page.getByLabel("Password").fill("wrong-password-here");
  await page.getByRole("button", { name: "Sign in" }).click();
  const says = await page.getByRole("alert").innerText();
  assert.equal(says, "That e-mail and password do not match.");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/all\/orders\?status=failed/);
});

it("stores import before one's eyes", async (page) => {
  await page.goto(`${base}/all/stores`);
  await page.getByRole("row").nth(1).waitFor();
  assert.equal(await page.getByRole("row").filter({ has: page.getByRole("cell") }).count(), (await api(page, "/woo/stores")).items.length);
  const total = async () => (await api(page, "/woo/stores")).items.reduce((n, s) => n + s.orders_total, 0);
  if (process.env.FULEXO_FRESH) {
    const store = (await api(page, "/woo/stores")).items[0];
    await page.goto(`${base}/all/stores/new?store=${store.id}`);
    await page.getByRole("heading", { name: /First import/ }).waitFor();
    const bar = page.getByRole("progressbar", { name: /orders/ });
    await bar.waitFor();
    const first = await total();
    await until(total, (n) => n > first, "another imported order");
    await page.getByRole("link", { name: /^Open [\d,]+ orders?$/ }).waitFor();
  } else assert.ok((await total()) > 0);
});

it("the list shows orders, keeps its filters in the address, and gives them back", async (page) => {
  await page.goto(`${base}/all/orders?status=all`);
  await rows(page).nth(10).waitFor();
  const name = await rows(page).nth(3).getByRole("gridcell").nth(1).innerText();
  await page.keyboard.press("/");
  await page.keyboard.type(name.replace("#", ""));
  await page.waitForURL((url) => url.searchParams.get("q") === name.replace("#", ""));
  await until(() => rows(page).count(), (n) => n > 0 && n < 10, "the filtered list");
  const before = await rows(page).first().innerText();
  await page.reload();
  await rows(page).first().waitFor();
  assert.equal(await page.getByPlaceholder("Number, name, SKU, e-mail").inputValue(), name.replace("#", ""));
  assert.equal((await rows(page).first().innerText()).split("\n")[0], before.split("\n")[0]);
  await page.getByRole("link", { name: "Completed", exact: true }).click();
  await page.waitForURL(/status=completed/);
  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get("status") === "all");
});

it("the keyboard walks, opens, pages, selects, closes", async (page) => {
  // While the import brings hundreds a second, the rows a person stands on are pushed out of the loaded pages.
  const imported = (answer) => answer.items.every((store) => store.streams.find((s) => s.stream === "orders")?.state === "live");
  await until(() => api(page, "/woo/stores"), imported, "the end of the imports", 600_000);
  await page.goto(`${base}/all/orders?status=completed`);
  await rows(page).nth(5).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.waitForURL(/panel=/);
  const panel = page.getByRole("complementary", { name: /^Order #/ });
  await panel.waitFor();
  await panel.getByRole("heading", { name: /Ship to/ }).waitFor();
  const first = new URL(page.url()).searchParams.get("panel");
  await page.keyboard.press("j");
  await page.waitForURL((url) => url.searchParams.get("panel") && url.searchParams.get("panel") !== first);
  // The address alone brings the panel back.
  await page.reload();
  await panel.getByRole("heading", { name: /Ship to/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => !url.searchParams.has("panel"));
  await rows(page).nth(2).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("2 selected").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("2 selected").waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/orders\/[0-9a-f-]+$/);
});

it("the order shows its lines, its money as the store computed it, addresses, and where each change came from", async (page) => {
  const [row] = (await api(page, "/orders?status=completed&limit=1")).items;
  const order = await api(page, `/orders/${row.id}`);
  await page.goto(`${base}/all/orders/${row.id}`);
  await page.getByRole("table", { name: "Lines" }).waitFor();
  const items = order.lines.filter((l) => l.kind === "item");
  assert.equal(await page.getByRole("table", { name: "Lines" }).getByRole("row").filter({ has: page.getByRole("cell") }).count(), items.length);
  const digits = (s) => s.replace(/\D/g, "").replace(/^0+/, "");
  const text = digits(await page.locator(".sum .t .mny").last().innerText());
  assert.ok(text.startsWith(digits(order.total).replace(/0+$/, "")), `${text} is not ${order.total}`);
  assert.match(await page.getByRole("complementary", { name: "History" }).innerText(), /Order received[\s\S]*(Poll|Webhook)/);
  await page.getByText("Meta data").click();
  await page.locator("details pre").first().waitFor();
});

it("new orders arrive by themselves", async (page) => {
  // The pretend shoppers buy once the import is through.
  await until(() => api(page, "/woo/stores"), (s) => s.items.some((x) => x.streams.find((y) => y.stream === "orders")?.state === "live"), "the end of an import", 600_000);
  await page.goto(`${base}/all/orders?status=all`);
  await rows(page).nth(5).waitFor();
  await page.getByText("live", { exact: true }).waitFor();
  await page.mouse.move(5, 5);
  const top = async () => (await rows(page).first().innerText()).split("\n")[0];
  const first = await top();
  await until(top, (t) => t !== first, "a new order at the head of the list", 90_000);
});

it("under the pointer nothing moves: new orders wait behind a count", async (page) => {
  const box = await page.getByRole("grid").boundingBox();
  await page.mouse.move(box.x + 300, box.y + 200);
  const first = (await rows(page).first().innerText()).split("\n")[0];
  const pill = page.getByRole("button", { name: /new orders?$/ });
  await pill.waitFor({ timeout: 90_000 });
  assert.equal((await rows(page).first().innerText()).split("\n")[0], first);
  await pill.click();
  await until(async () => (await rows(page).first().innerText()).split("\n")[0], (t) => t !== first, "the waiting orders");
});

it("the palette finds an order and goes there", async (page) => {
  const [row] = (await api(page, "/orders?status=completed&limit=1")).items;
  await page.goto(`${base}/all/customers`);
  await settled(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(row.number);
  await page.getByRole("option", { name: new RegExp(`#?${row.number}`) }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/orders\/[0-9a-f-]+$/);
});

it("every view of every list is answered", async (page) => {
  for (const list of ["orders", "products", "stores", "sync", "jobs"]) {
    await page.goto(`${base}/all/${list}`);
    await settled(page);
    const views = await page.locator("nav.tabs a").evaluateAll((links) => links.map((a) => a.href));
    assert.ok(views.length > 1, `${list} has views`);
    for (const view of views) {
      await page.goto(view);
      await settled(page);
      assert.deepEqual(await page.getByRole("alert").allInnerTexts(), [], view);
    }
  }
});

it("the theme and the language are chosen once and kept", async (page) => {
  await page.goto(`${base}/all/orders`);
  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitemcheckbox", { name: "Dark" }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.getByRole("menuitemcheckbox", { name: "Türkçe" }).click();
  await page.getByRole("heading", { name: "Siparişler" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Siparişler" }).waitFor();
  assert.equal(await page.evaluate(() => `${document.documentElement.dataset.theme} ${document.documentElement.lang}`), "dark tr");
  await page.getByRole("button", { name: /hesabı/ }).click();
  await page.getByRole("menuitemcheckbox", { name: "English" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Light" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Orders" }).waitFor();
});

it("staff step into a merchant and out again", async (page) => {
  const { tenants } = await api(page, "/auth/me");
  await page.goto(`${base}/all`);
  await page.getByRole("button", { name: /^All merchants/ }).click();
  await page.getByRole("menuitemcheckbox", { name: tenants[0].name }).click();
  await page.waitForURL((url) => url.pathname.startsWith(`/t/${tenants[0].slug}`));
  await page.getByRole("button", { name: `Leave ${tenants[0].name}` }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/all"));
});

it("a member sees his own merchant and nothing else", async () => {
  const theirs = (await api(b.page, "/woo/stores")).items;
  const m = await openBrowser();
  try {
    await signIn(m.page, member);
    assert.match(new URL(m.page.url()).pathname, /^\/t\//);
    const own = (await api(m.page, "/woo/stores")).items;
    assert.equal(new Set(own.map((s) => s.tenant_id)).size, 1);
    await m.page.goto(`${base}/all/stores`);
    await m.page.waitForURL(/\/t\/[^/]+\/stores/);
    await m.page.getByRole("row").nth(1).waitFor();
    const text = await m.page.getByRole("table", { name: "Stores" }).innerText();
    for (const s of theirs) assert.equal(text.includes(s.name), own.some((o) => o.id === s.id), s.name);
    assert.equal(await m.page.getByRole("button", { name: /^All merchants/ }).count(), 0);
    // Another merchant's order does not exist for him.
    const foreign = theirs.find((s) => !own.some((o) => o.id === s.id));
    const [order] = (await api(b.page, `/orders?store_id=${foreign.id}&limit=1`)).items;
    await m.page.goto(`${base}${new URL(m.page.url()).pathname.replace(/stores.*/, "")}orders/${order.id}`);
    await m.page.getByRole("heading", { name: "There is no such order" }).waitFor();
    assert.deepEqual(m.faults, []);
  } finally {
    await m.close();
  }
});

it("the session's end leads to the door and back to the same page", async (page) => {
  await page.goto(`${base}/all/products`);
  await settled(page);
  await b.context.clearCookies();
  await page.getByRole("link", { name: "Customers" }).first().click();
  await page.waitForURL(/\/login\?.*return=/);
  await page.getByLabel("E-mail").fill(owner);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/all\/(products|customers)/);
});

it("the pages raised no error and broke no policy", async () => {
  assert.deepEqual(b.faults, []);
});
