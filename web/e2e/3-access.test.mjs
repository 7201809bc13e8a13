// Every page in both themes, on a desk and on a phone, in both languages: nothing that axe knows to be wrong, nothing wider than the screen.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { api, axe, base, openBrowser, settled, signIn } from "./browser.mjs";

for (const [theme, lang, width, height] of [["light", "en", 1440, 900], ["dark", "tr", 1280, 800], ["light", "tr", 390, 844], ["dark", "en", 390, 844]]) {
  describe(`${theme}, ${lang}, ${width} wide`, () => {
    let b, paths;
    before(async () => {
      b = await openBrowser({ theme, lang, width, height });
      await b.page.goto(`${base}/login`);
      await b.page.locator("form").waitFor();
      assert.deepEqual(await axe(b.page), [], "login");
      await b.page.getByLabel(/E-mail|E-posta/).fill("owner@demo.test");
      await b.page.getByLabel(/Password|Parola/).fill("fulexo-demo-password");
      await b.page.locator("form button[type=submit]").click();
      await b.page.waitForURL(/\/all/);
      const one = async (path) => (await api(b.page, path)).items[0]?.id;
      const slug = (await api(b.page, "/auth/me")).tenants[0].slug;
      paths = {
        home: "/all", orders: "/all/orders?status=all", panel: `/all/orders?status=all&panel=${await one("/orders")}`, order: `/all/orders/${await one("/orders?status=completed")}`, "no orders": "/all/orders?q=nothing-has-this-name",
        stores: "/all/stores", store: `/all/stores/${await one("/woo/stores")}`, connect: `/t/${slug}/stores/new`, "connect anywhere": "/all/stores/new", import: `/all/stores/new?store=${await one("/woo/stores")}`,
        products: `/all/products?panel=${await one("/products")}`, product: `/all/products/${await one("/products")}`, customers: "/all/customers", customer: `/all/customers/${await one("/customers")}`,
        sync: "/all/sync", quarantine: "/all/sync?view=quarantine", jobs: "/all/jobs", merchants: "/all/settings", staff: "/all/settings?view=staff", people: `/t/${slug}/settings`, account: `/t/${slug}/settings?view=account`, nowhere: "/all/nowhere",
      };
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
    });
  });
}
