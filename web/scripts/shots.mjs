// Pictures of every page – light and dark, wide and narrow, full and empty, English and Turkish – into web/shots/ with an index.html to look at:
// `npm run shots [-- words]` takes those whose name holds all the words. The pretend house stands still, so that the same page gives the same picture.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { everyPage } from "../e2e/pages.mjs";

const NOW = "2026-11-19T13:24:30.000Z";
Object.assign(process.env, { FULEXO_MOCK_NOW: NOW, TZ: "Europe/Berlin" });
const { preview } = await import("vite");
const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "shots");
const words = process.argv.slice(2);
const server = await preview({ root, mode: "mock", logLevel: "error", configFile: join(root, "vite.config.ts"), preview: { port: 0, host: "127.0.0.1" } });
const base = server.resolvedUrls.local[0].replace(/\/$/, "");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"] });

const key = (c) => c + "1234567890".repeat(4);
/** What no address shows: something done on a page first. */
const done = {
  "connect, refused": ["connect, in a merchant", async (page) => {
    const fields = page.locator("form input");
    for (const [i, text] of ["https://selfsigned.example", "Nadelwald", key("ck_"), key("cs_")].entries()) await fields.nth(i).fill(text);
    await page.locator("form button[type=submit]").click();
    await page.locator("form [role=alert]").first().waitFor();
  }],
  "orders, filter": ["orders", async (page) => { await page.locator(".tools > button[aria-haspopup=menu]").first().click(); await page.getByRole("menu").waitFor(); }],
  "orders, export": ["orders", async (page) => { await openExport(page); }],
  "orders, export in a merchant": ["orders, of a merchant", async (page) => { await openExport(page); }],
  "reports, deleting": ["reports", async (page) => { await page.locator(".c-acts button").nth(2).click(); await page.getByRole("dialog").waitFor(); }],
  "orders, selected": ["orders", async (page) => { for (const k of ["j", "x", "j", "x"]) await page.keyboard.press(k); await page.locator(".foot.keep, .selbar, .list > .foot").first().waitFor(); }],
  "orders, tagging": ["orders, of a merchant", async (page) => { for (const k of ["j", "x", "j", "x", "j", "x", "t"]) await page.keyboard.press(k); await page.locator(".dlg .picks li").first().waitFor(); }],
  "orders, tagging all": ["orders, of a merchant", async (page) => {
    for (const k of ["j", "x"]) await page.keyboard.press(k);
    await page.locator(".rw.head .ck").click();
    await page.locator(".foot.keep .link").click();
    await page.keyboard.press("t");
    await page.locator(".dlg .picks .check").first().click();
    await page.locator(".dlg .acts .btn:not([aria-busy])").last().waitFor();
  }],
  "orders, tags managed": ["orders, of a merchant", async (page) => { await page.locator(".tools > button[aria-haspopup=menu]").first().click(); await page.getByRole("menuitem", { name: /Manage tags|Etiketleri yönet/ }).click(); await page.locator(".dlg .picks li").first().waitFor(); }],
  "jobs, reasons selected": ["jobs", async (page) => { for (const k of ["j", "x", "j", "x"]) await page.keyboard.press(k); await page.getByRole("checkbox", { checked: true }).nth(1).waitFor(); }],
  "jobs, asked": ["jobs", async (page) => { for (const k of ["a", "r"]) await page.keyboard.press(k); await page.locator(".dlg .btn:not([aria-busy]).pri").waitFor(); }],
  "jobs, kind menu": ["jobs", async (page) => { await page.locator(".c-menu button").first().click(); await page.getByRole("menu").waitFor(); }],
  "jobs, pause": ["jobs", async (page) => { await page.locator(".c-menu button").first().click(); await page.getByRole("menuitem").first().click(); await page.getByRole("dialog").waitFor(); }],
  "jobs, dead, selected": ["jobs, dead", async (page) => { for (const k of ["j", "x", "j", "X"]) await page.keyboard.press(k); await page.locator(".foot.keep .link").waitFor(); }],
  "jobs, dead, opened": ["jobs, dead", async (page) => { await openFirst(page); }],
  "jobs, waits, opened": ["jobs, of a kind", async (page) => { await openFirst(page, 2); }],
  "jobs, edit": ["jobs, dead", async (page) => { await openFirst(page); await page.locator(".panel .jb-acts > .btn").nth(1).click(); await page.locator("textarea").fill('{\n  "resource": "order",\n}'); await page.locator(".dlg form .btn.pri").click(); await page.locator(".dlg [role=alert]").waitFor(); }],
  "account menu": ["home", async (page) => { await page.locator("button.me").click(); await page.getByRole("menu").waitFor(); }],
  palette: ["orders", async (page) => { await page.keyboard.press("Control+k"); await page.locator(".pal input").fill("10"); await page.locator(".pal .it b").first().waitFor(); }],
  help: ["orders", async (page) => { await page.keyboard.press("?"); await page.locator(".keys-t").waitFor(); }],
};

async function openExport(page) {
  await page.locator(".tools .right > .btn:last-child").click();
  await page.getByRole("dialog").waitFor();
}

async function openFirst(page, down = 1) {
  for (let i = 0; i < down; i++) await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.locator(".panel .kv").waitFor();
}

/** Waits until nothing but the stream of changes, which never ends, is under way. */
async function answered(page) {
  for (let quiet = 0; quiet < 3; quiet = open.get(page).size === 0 ? quiet + 1 : 0) await page.waitForTimeout(40);
}
const open = new Map();
function watch(page) {
  const under = new Set();
  open.set(page, under);
  page.on("request", (r) => { if (!r.url().includes("/events")) under.add(r); });
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (r) => under.delete(r));
}

async function settle(page) {
  await page.locator("main, .page-err").first().waitFor();
  await page.waitForFunction(() => !document.querySelector(".late, .live.wait"));
  await answered(page);
  await page.evaluate(() => document.fonts.ready);
}

const shots = [];
async function picture({ full, theme, lang, width }) {
  const variant = [full ? "full" : "empty", theme, width > 720 ? "wide" : "narrow", lang].join(" ");
  const context = await browser.newContext({ viewport: { width, height: width > 720 ? 900 : 844 }, colorScheme: theme, reducedMotion: "reduce", locale: lang === "tr" ? "tr-TR" : "en-GB", timezoneId: "Europe/Berlin" });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(([t, l]) => { localStorage.setItem("fulexo.theme", t); localStorage.setItem("fulexo.lang", l); }, [theme, lang]);
  if (!full) await context.addCookies([{ name: "mock-empty", value: "1", url: base }]);
  const page = await context.newPage();
  watch(page);
  await page.clock.setFixedTime(new Date(NOW));
  page.on("pageerror", (e) => console.error(`${variant}: page error: ${e.message}`));
  const take = async (name, path, act) => {
    const file = `${name} ${variant}`.replace(/[^a-z0-9]+/g, "-");
    if (!words.every((w) => file.includes(w))) return;
    try {
      await page.goto(base + path);
      await settle(page);
      await act?.(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) console.error(`${file}: ${over} px wider than the screen`);
      await page.screenshot({ path: join(out, `${file}.png`), animations: "disabled", caret: "hide" });
      shots.push({ name, variant, file: `${file}.png` });
    } catch (e) {
      process.exitCode = 1;
      console.error(`${file}: ${e.message.split("\n")[0]}`);
    }
  };
  if (full) await take("login", "/login");
  const answer = await context.request.post(`${base}/api/v1/auth/login`, { data: { email: "owner@demo.test", password: "fulexo-demo-password" }, headers: { "X-Fulexo-CSRF": "1" } });
  const { user } = await answer.json();
  const ask = async (path) => {
    const got = await context.request.get(`${base}/api/v1${path}`);
    if (!got.ok()) throw new Error(`${path}: ${got.status()}`);
    return got.json();
  };
  const pages = await everyPage(ask, user.tenants[0].slug, { empty: !full });
  for (const [name, path] of Object.entries(pages)) await take(name, path);
  if (full) for (const [name, [on, act]] of Object.entries(done)) if (width > 720 || !/selected|filter|tagging all/.test(name)) await take(name, pages[on], act);
  await context.close();
}

const variants = [true, false].flatMap((full) => ["light", "dark"].flatMap((theme) => ["en", "tr"].flatMap((lang) => [1440, 390].map((width) => ({ full, theme, lang, width })))));
if (words.length === 0) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// Two at a time: the pretend house answers on this same thread.
const queue = [...variants];
await Promise.all([0, 1].map(async () => { for (let v = queue.shift(); v; v = queue.shift()) await picture(v); }));

const names = [...new Set(shots.map((s) => s.name))].sort();
writeFileSync(join(out, "index.html"), `<!doctype html><meta charset="utf-8"><title>Fulexo: every page</title>
<style>body{font:14px system-ui;margin:24px;background:#888}h2{margin:24px 0 8px}div{display:flex;flex-wrap:wrap;gap:12px;align-items:start}figure{margin:0}img{height:320px;display:block;box-shadow:0 1px 6px #0006}figcaption{font-size:12px}</style>
${names.map((n) => `<h2>${n}</h2><div>${shots.filter((s) => s.name === n).sort((a, z) => a.variant.localeCompare(z.variant)).map((s) => `<figure><a href="${s.file}"><img loading="lazy" src="${s.file}" alt="${s.name}, ${s.variant}"></a><figcaption>${s.variant}</figcaption></figure>`).join("")}</div>`).join("\n")}
`);
console.log(`${shots.length} pictures of ${names.length} pages in ${out}`);
await browser.close();
await server.close();
process.exit();
