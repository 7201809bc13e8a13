// Every way a connection fails, said in words; nothing typed is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, base, openBrowser, shotOnFail, signIn } from "./browser.mjs";

const key = "ck_" + "1234567890".repeat(4), secret = "cs_" + "1234567890".repeat(4);
let b, slug, stores;
before(async () => {
  b = await openBrowser();
  await signIn(b.page);
  slug = (await api(b.page, "/auth/me")).tenants[0].slug;
  stores = (await api(b.page, "/woo/stores")).items;
});
after(async () => { await b?.close(); });
const it = (name, run) => test(name, () => shotOnFail(b.page, name, () => run(b.page)));

async function tryToConnect(page, url) {
  await page.goto(`${base}/t/${slug}/stores/new`);
  await page.getByLabel("Address of the store").fill(url);
  await page.getByLabel("Consumer key").fill(key);
  await page.getByLabel("Consumer secret").fill(secret);
  await page.getByRole("button", { name: "Test and connect" }).click();
  const notice = page.locator("form [role=alert]").first();
  await notice.waitFor();
  return notice.innerText();
}

it("fields say what they want before anything is asked", async (page) => {
  await page.goto(`${base}/t/${slug}/stores/new`);
  await page.getByLabel("Address of the store").fill("not an address");
  await page.getByLabel("Consumer key").fill("abc");
  await page.getByRole("button", { name: "Test and connect" }).click();
  await page.getByText("This is not an address.", { exact: false }).waitFor();
  await page.getByText("A consumer key begins with ck_.").waitFor();
});

it("a name that does not exist", async (page) => {
  assert.match(await tryToConnect(page, "https://nowhere.invalid"), /No server has the name nowhere\.invalid[\s\S]*Nothing was stored/);
  assert.equal(await page.getByLabel("Consumer key").inputValue(), key);
  assert.equal(await page.getByLabel("Address of the store").inputValue(), "https://nowhere.invalid");
});

it("an address of a private network", async (page) => {
  assert.match(await tryToConnect(page, "http://192.168.7.7"), /private network/);
});

it("keys the store does not know", async (page) => {
  const plain = stores.find((s) => s.url.startsWith("http://"));
  assert.ok(plain, "the demo has a store over plain HTTP");
  assert.match(await tryToConnect(page, plain.url), /does not accept the keys/);
});

it("a certificate nobody vouches for: the fingerprint, and one click to pin it", async (page) => {
  const tls = stores.find((s) => s.url.startsWith("https://"));
  assert.ok(tls, "the demo has a store over TLS");
  assert.match(await tryToConnect(page, tls.url), /certificate[\s\S]*([0-9A-F]{4} ){7}/);
  const [request] = await Promise.all([
    page.waitForRequest((r) => r.method() === "POST" && r.url().endsWith("/woo/stores")),
    page.getByRole("button", { name: "Trust this certificate and connect" }).click(),
  ]);
  assert.match(request.postDataJSON().tls_fingerprint_sha256, /^[0-9a-f]{64}$/i);
  // Trusted now, the store itself is asked – and does not know these keys.
  await page.getByText("The shop does not accept the keys.").waitFor();
});

it("pausing names its effect, and the store goes on afterwards", async (page) => {
  await page.goto(`${base}/all/stores/${stores[0].id}`);
  await page.getByRole("button", { name: "Pause" }).click();
  const dialog = page.getByRole("dialog", { name: `Pause ${stores[0].name}` });
  await dialog.getByText("stops asking this store", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Pause the store" }).click();
  await page.getByRole("button", { name: "Resume" }).waitFor();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor();
});

it("the pages raised no error and broke no policy", async () => {
  assert.deepEqual(b.faults, []);
});
