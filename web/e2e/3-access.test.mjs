// Every page of the route tree in both themes, on a desk and on a phone, in both languages: nothing that axe knows to be wrong, nothing wider
// than the screen, nothing that jumps while the page comes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { api, axe, base, openBrowser, settled } from "./browser.mjs";
import { everyPage } from "./pages.mjs";

for (const [theme, lang, width, height] of [["light", "en", 1440, 900], ["dark", "tr", 1280, 800], ["light", "tr", 390, 844], ["dark", "en", 390, 844]]) {
  describe(`${theme}, ${lang}, ${width} wide`, () => {
    let b, paths;
    before(async () => {
      b = await openBrowser({ theme, lang, width, height });
      await b.context.addInitScript(() => {
        window.shifts = [];
        const name = (n) => (n?.outerHTML ?? "").slice(0, 80);
        new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) window.shifts.push({ value: e.value, what: name(e.sources[0]?.node) }); }).observe({ type: "layout-shift", buffered: true });
      });
      await b.page.goto(`${base}/login`);
      await b.page.locator("form").waitFor();
      assert.deepEqual(await axe(b.page), [], "login");
      await b.page.getByLabel(/E-mail|E-posta/).fill("owner@demo.test");
      await b.page.getByLabel(/Password|Parola/).fill("fulexo-demo-password");
      await b.page.locator("form button[type=submit]").click();
      await b.page.waitForURL(/\/all/);
      paths = await everyPage((path) => api(b.page, path), (await api(b.page, "/auth/me")).tenants[0].slug);
    });
    after(async () => { await b?.close(); });

    test("every page", async (t) => {
      for (const [name, path] of Object.entries(paths)) {
        await t.test(name, async () => {
          await b.page.goto(base + path);
          await settled(b.page);
          assert.deepEqual(await axe(b.page), []);
          const over = await b.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `the page is ${over} px wider than the screen`);
          const shift = await b.page.evaluate(() => window.shifts.reduce((n, s) => n + s.value, 0));
          assert.ok(shift < 0.05, `the page jumped by ${shift.toFixed(3)}: ${JSON.stringify(await b.page.evaluate(() => window.shifts))}`);
        });
      }
    });

    test("what floats", async (t) => {
      await b.page.goto(`${base}/all/orders?status=all`);
      await settled(b.page);
      await t.test("palette", async () => {
        await b.page.keyboard.press("Control+k");
        await b.page.getByRole("option").first().waitFor();
        assert.deepEqual(await axe(b.page), []);
        await b.page.keyboard.press("Escape");
      });
      await t.test("help", async () => {
        await b.page.keyboard.press("?");
        await b.page.getByRole("dialog").waitFor();
        assert.deepEqual(await axe(b.page), []);
        await b.page.keyboard.press("Escape");
      });
      await t.test("the pause of a kind of job", async () => {
        await b.page.goto(`${base}/all/jobs`);
        await settled(b.page);
        await b.page.locator(".c-menu button").last().click();
        await b.page.getByRole("menuitem").first().click();
        await b.page.getByRole("dialog").waitFor();
        assert.deepEqual(await axe(b.page), []);
        await b.page.keyboard.press("Escape");
      });
    });
  });
}
