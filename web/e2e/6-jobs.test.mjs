// The queue as a person handles it: what is paused says so and goes on again, what died is read, chosen and replayed – by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, base, openBrowser, settled, shotOnFail, signIn, until } from "./browser.mjs";

let b;
before(async () => { b = await openBrowser(); await signIn(b.page); });
after(async () => { await b?.close(); });
const it = (name, run) => test(name, (t) => shotOnFail(b.page, name, () => run(b.page, t)));
const kindOf = async (page, kind) => (await api(page, "/jobs/summary")).kinds.find((k) => k.kind === kind);

it("a kind is paused with a reason, says so, and goes on", async (page) => {
  await page.goto(`${base}/all/jobs`);
  const row = page.getByRole("table", { name: "By kind" }).getByRole("row").filter({ hasText: "register-webhooks" });
  await row.getByRole("button", { name: /^Acts on/ }).click();
  await page.getByRole("menuitem", { name: /^Pause/ }).click();
  const dialog = page.getByRole("dialog", { name: /Register webhooks/ });
  await dialog.getByLabel("Reason").fill("Işıl looks at it");
  await dialog.getByRole("button", { name: "Pause" }).click();
  await row.getByText("paused").waitFor();
  assert.equal((await kindOf(page, "register-webhooks")).paused.reason, "Işıl looks at it");
  await row.getByRole("button", { name: /^Acts on/ }).click();
  await page.getByRole("menuitem", { name: "Resume" }).click();
  await row.getByText("paused").waitFor({ state: "detached" });
  assert.ok(!(await kindOf(page, "register-webhooks")).paused);
});

it("a planned job says when it runs, and runs at once when told to", async (page) => {
  await page.goto(`${base}/all/jobs?state=scheduled`);
  await settled(page);
  const planned = await until(() => api(page, "/jobs?state=scheduled&limit=100"), (answer) => answer.items.some((j) => j.kind.startsWith("sync-")), "a planned job");
  const job = planned.items.find((j) => j.kind.startsWith("sync-"));
  await page.goto(`${base}/all/jobs?state=scheduled&panel=${job.id}`);
  const panel = page.getByRole("complementary").filter({ has: page.getByRole("region") });
  await panel.getByRole("heading", { name: "Why it waits" }).waitFor();
  await panel.getByRole("button", { name: "Run now" }).click();
  await page.getByText(/runs with the next free place$/).waitFor();
});

it("workers are alive, and what comes by itself says when it comes", async (page) => {
  await page.goto(`${base}/all/jobs?view=workers`);
  await page.getByRole("table", { name: "Workers" }).getByText("Alive").first().waitFor();
  await page.keyboard.press("]");
  await page.waitForURL(/view=schedules/);
  await page.getByRole("table", { name: "Schedules" }).getByText(/^every /).first().waitFor();
});

it("what died is chosen by its reason and replayed, the number named before", async (page, t) => {
  const [fault] = (await api(page, "/jobs/faults")).items;
  // A store of the demo never fails for as long as a job tries.
  if (!fault) return t.skip("this server holds no dead job");
  await page.goto(`${base}/all/jobs`);
  await page.getByRole("table", { name: "Why jobs died" }).getByRole("row").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText(`${fault.n.toLocaleString("en")} selected`).waitFor();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: new RegExp(`^Replay ${fault.n.toLocaleString("en")} jobs?$`) }).click();
  await dialog.waitFor({ state: "detached" });
  await until(() => api(page, "/jobs/faults"), (answer) => !answer.items.some((f) => f.kind === fault.kind && f.fault === fault.fault), "the end of the reason");
});

it("a dead job is opened, discarded after its effect was named, and found again among what is over", async (page, t) => {
  const [job] = (await api(page, "/jobs?state=dead&limit=1")).items;
  if (!job) return t.skip("this server holds no dead job");
  await page.goto(`${base}/all/jobs?state=dead`);
  await page.getByRole("grid").getByRole("row").nth(1).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.waitForURL(/panel=/);
  const id = new URL(page.url()).searchParams.get("panel");
  const panel = page.getByRole("complementary").filter({ has: page.getByRole("heading", { name: "Why it waits" }) });
  await panel.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("dialog").getByText("is not done", { exact: false }).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Discard 1 job" }).click();
  await until(() => api(page, `/jobs/${id}`), (j) => j.state === "cancelled", "the end of the job");
});

it("the pages raised no error and broke no policy", () => assert.deepEqual(b.faults, []));
