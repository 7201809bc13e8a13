// The queue as a person handles it: what is paused says so and goes on again, what died is read, chosen and replayed – by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { api, base, openBrowser, settled, shotOnFail, signIn, until } from "./browser.mjs";
import { leaveJob, leaves } from "./queue.mjs";

let b;
before(async () => { b = await openBrowser(); await signIn(b.page); });
after(async () => { await b?.close(); });
const it = (name, run) => test(name, (t) => shotOnFail(b.page, name, () => run(b.page, t)));
const kindName = { "fetch-record": "Read a record again", "register-webhooks": "Register webhooks" };
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

it("a job that dies shows itself on an open screen", async (page, t) => {
  if (!leaves) return t.skip("this server is not ours");
  await page.goto(`${base}/all/jobs`);
  await page.getByRole("table", { name: "By kind" }).getByRole("row").nth(1).waitFor();
  await settled(page);
  await leaveJob("register-webhooks", { store: 7 });
  // The reasons are not asked for again by themselves: only the news brings them.
  await page.getByRole("table", { name: "Why jobs died" }).getByRole("row").filter({ hasText: "Register webhooks" }).waitFor({ timeout: 20_000 });
});

it("what died is chosen by its reason and replayed, the number named before", async (page, t) => {
  if (leaves) for (const n of [1, 2]) await leaveJob("fetch-record", { order: n });
  const found = await until(() => api(page, "/jobs/faults"), (answer) => !leaves || answer.items.some((f) => f.n === 2), "the end of two jobs");
  const fault = found.items.find((f) => f.n === 2) ?? found.items[0];
  if (!fault) return t.skip("this server holds no dead job, and is not ours");
  const tried = async () => (await api(page, `/jobs/${fault.sample_id}`)).attempts.length;
  const before = await tried();
  await page.goto(`${base}/all/jobs`);
  const row = page.getByRole("table", { name: "Why jobs died" }).getByRole("row").filter({ hasText: kindName[fault.kind] ?? "" }).first();
  await row.getByRole("link").focus();
  await page.keyboard.press("x");
  await page.getByText(`${fault.n.toLocaleString("en")} selected`).waitFor();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: new RegExp(`^Replay ${fault.n.toLocaleString("en")} jobs?$`) }).click();
  await dialog.waitFor({ state: "detached" });
  // Nobody has learnt to read these arguments meanwhile: it is tried once more.
  await until(tried, (n) => n > before || !leaves, "another try");
});

it("a dead job is opened, discarded after its effect was named, and found again among what is over", async (page, t) => {
  if (leaves) await until(() => api(page, "/jobs?state=dead&limit=1"), (answer) => answer.items.length > 0, "a dead job");
  const [job] = (await api(page, "/jobs?state=dead&limit=1")).items;
  if (!job) return t.skip("this server holds no dead job, and is not ours");
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
