import { mkdtempSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const base = process.env.FULEXO_BASE_URL.replace(/\/$/, "");
export const password = "fulexo-demo-password";
export const owner = "owner@demo.test";
export const member = "merchant1@demo.test";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A browser with nothing in it, in English and light unless said otherwise. */
export async function openBrowser({ theme = "light", lang = "en", width = 1440, height = 900 } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "fulexo-e2e-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, viewport: { width, height }, locale: "en-GB",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(([t, l]) => {
    if (!localStorage.getItem("fulexo.theme")) localStorage.setItem("fulexo.theme", t);
    if (!localStorage.getItem("fulexo.lang")) localStorage.setItem("fulexo.lang", l);
  }, [theme, lang]);
  const page = context.pages()[0] ?? (await context.newPage());
  // What the page says of itself: errors of its own, and anything its policy has refused.
  const faults = [];
  page.on("pageerror", (e) => faults.push(`error: ${e.message}`));
  page.on("console", (m) => { if (m.type() === "error" && !/the server responded with a status of (401|404|422)/.test(m.text())) faults.push(`console: ${m.text()}`); });
  return {
    context, page, faults,
    close: async () => { await context.close(); rmSync(profile, { recursive: true, force: true }); },
  };
}

export async function signIn(page, email = owner) {
  await page.goto(`${base}/login`);
  await page.getByLabel(/E-mail|E-posta/).fill(email);
  await page.getByLabel(/Password|Parola/).fill(password);
  await page.getByRole("button", { name: /Sign in|Oturum aç/ }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/all") || url.pathname.startsWith("/t/"));
  await page.getByRole("link", { name: /Orders|Siparişler/ }).first().waitFor();
}

export const api = async (page, path) => {
  const answer = await page.request.get(`${base}/api/v1${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  return answer.json();
};

/** Asks until the answer suits; the wait is for the condition, never for the clock. */
export async function until(ask, suits, what, limit = 120_000) {
  const end = Date.now() + limit;
  let got;
  do {
    got = await ask();
    if (suits(got)) return got;
    await new Promise((r) => setTimeout(r, 300));
  } while (Date.now() < end);
  throw new Error(`${what} did not come; last seen: ${JSON.stringify(got)?.slice(0, 400)}`);
}

/** Everything axe knows for WCAG 2.2 AA and its good practice; returns sentences. */
export async function axe(page) {
  await page.evaluate(axeSource);
  // Half-faded text has the contrast of no theme; what moves is let come to rest first.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity).map((a) => a.finished)));
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] });
    return found.violations.map((v) => `${v.id} (${v.nodes.length}×): ${v.help} – ${v.nodes[0].html.slice(0, 160)}`);
  });
}

export const settled = async (page) => {
  await page.locator("main, .page-err").first().waitFor();
  await page.waitForFunction(() => !document.querySelector(".late"));
};

/** A picture of what a failing test saw. */
export async function shotOnFail(page, name, run) {
  try {
    await run();
  } catch (e) {
    const dir = fileURLToPath(new URL("../shots", import.meta.url));
    mkdirSync(dir, { recursive: true });
    await page.screenshot({ path: join(dir, `fail-${name.replace(/\W+/g, "-")}.png`) }).catch(() => undefined);
    throw e;
  }
}
