// Pictures of every page into web/shots/: `npm run shots [-- filter]`, against FULEXO_BASE_URL or the pretend API.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "shots");
const filter = process.argv[2] ? new RegExp(process.argv[2]) : /./;
mkdirSync(out, { recursive: true });

let base = process.env.FULEXO_BASE_URL;
let server;
if (!base) {
  const { createServer } = await import("vite");
  server = await createServer({ root, mode: "mock", server: { port: 0, host: "127.0.0.1" }, logLevel: "error", configFile: join(root, "vite.config.ts") });
  await server.listen();
  base = server.resolvedUrls.local[0].replace(/\/$/, "");
}

const profile = mkdtempSync(join(tmpdir(), "fulexo-shots-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  viewport: { width: 1440, height: 900 },
});

const settle = async (page) => {
  await page.waitForLoadState("domcontentloaded");
  await page.waitForFunction(() => document.querySelector("main, .page-err") && !document.querySelector(".late"), null, { timeout: 30_000 });
  await page.evaluate(() => document.fonts.ready);
};

async function signIn(email) {
  await browser.clearCookies();
  const answer = await browser.request.post(`${base}/api/v1/auth/login`, { data: { email, password: "fulexo-demo-password" }, headers: { "X-Fulexo-CSRF": "1" } });
  if (!answer.ok()) throw new Error(`sign in: ${answer.status()}`);
  return (await answer.json()).user;
}

const user = await signIn("owner@demo.test");
const tenant = user.tenants[0];
const first = async (path) => (await (await browser.request.get(`${base}/api/v1${path}`, { headers: { "X-Tenant-Id": tenant.id } })).json()).items?.[0]?.id;
const order = await first("/orders?status=completed") ?? await first("/orders");
const panel = await first("/orders");
const store = await first("/woo/stores");
const product = await first("/products");
const customer = await first("/customers");
const inside = tenant.slug;

/** name, path, what to do before the picture */
// The demo imports first; its pages are worth a picture then too.
const pages = [
  ["login", "/login"],
  ["home", "/all"],
  ["orders", "/all/orders"],
  ["orders-panel", `/all/orders?panel=${panel}`],
  ["orders-none", "/all/orders?q=zzzz"],
  ["order", `/t/${inside}/orders/${order}`],
  ["stores", "/all/stores"],
  ["connect", `/t/${inside}/stores/new`],
  ["connect-refused", `/t/${inside}/stores/new`, async (page) => {
    const fields = page.locator("form input");
    await fields.nth(0).fill("https://selfsigned.example");
    for (const [i, text] of [[1, "Nadelwald"], [2, "ck_1234567890123456789012345678901234567890"], [3, "cs_1234567890123456789012345678901234567890"]]) await fields.nth(i).fill(text);
    await page.locator("form button[type=submit]").click();
    await page.waitForSelector("form [role=alert]");
  }],
  ["store", `/all/stores/${store}`],
  ["products", "/all/products"],
  ["products-panel", `/all/products?panel=${product}`],
  ["product", `/all/products/${product}`],
  ["customers", "/all/customers"],
  ["customer", `/all/customers/${customer}`],
  ["sync", "/all/sync"],
  ["quarantine", "/all/sync?view=quarantine"],
  ["jobs", "/all/jobs"],
  ["settings", "/all/settings"],
  ["settings-merchant", `/t/${inside}/settings`],
  ["palette", "/all/orders", async (page) => { await page.keyboard.press("Control+k"); await page.waitForSelector(".pal"); await page.keyboard.type("mül"); await page.waitForSelector(".pal .it b"); }],
  ["help", "/all/orders", async (page) => { await page.keyboard.press("?"); await page.waitForSelector(".keys-t"); }],
  ["missing", "/all/nowhere"],
];
const variants = [
  ["light", 1440, 900, "light", "en"], ["dark", 1440, 900, "dark", "en"], ["tr", 1280, 800, "light", "tr"], ["m", 390, 844, "light", "en"], ["m-dark", 390, 844, "dark", "tr"],
];

const page = await browser.newPage();
page.on("pageerror", (e) => console.error("page error:", e.message));
page.on("console", (m) => { if (m.type() === "error" && !/401|502|422|404/.test(m.text())) console.error("console:", m.text()); });
for (const [variant, width, height, theme, lang] of variants) {
  await page.setViewportSize({ width, height });
  await page.goto(`${base}/login`);
  await page.evaluate(([t, l]) => { localStorage.setItem("fulexo.theme", t); localStorage.setItem("fulexo.lang", l); }, [theme, lang]);
  for (const [name, path, act] of pages) {
    if (!filter.test(`${name}-${variant}`)) continue;
    try {
      await page.goto(base + path);
      await settle(page);
      if (act) await act(page);
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(out, `${name}-${variant}.png`) });
    } catch (e) {
      console.error(`${name}-${variant}: ${e.message.split("\n")[0]}`);
    }
  }
}
await browser.close();
await server?.close();
rmSync(profile, { recursive: true, force: true });
process.exit(0);
