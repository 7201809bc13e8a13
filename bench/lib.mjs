// Shared by the benchmarks: a Fulexo of one's own in a temporary folder, and how figures are said.
import { spawn, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const fulexo = process.env.FULEXO ?? join(root, "target/release/fulexo");
export const member = { email: "merchant1@bench.test", password: "fulexo-bench-password" };
export const staff = { email: "owner@bench.test", password: "fulexo-bench-password" };
if (!existsSync(fulexo)) fail(`${fulexo} is missing: cargo build --release -p fulexo-server`);

export function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(1);
}

const children = new Set();
process.on("exit", () => children.forEach((child) => child.kill("SIGTERM")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

/** A folder that goes with the process. */
export function folder(name) {
  const dir = mkdtempSync(join(tmpdir(), `fulexo-bench-${name}-`));
  process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Runs a command of fulexo to its end; its output goes to stderr. */
export function run(words, env = {}) {
  const done = spawnSync(fulexo, words, { env: { ...process.env, ...env }, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) fail(`fulexo ${words.join(" ")} ended with ${done.status}`);
}

/** Starts fulexo and waits for a line of its stdout. Gives the process, the line's match and the seconds it took. */
export async function start(words, ready, env = {}, hear = () => {}) {
  const begun = performance.now();
  const child = spawn(fulexo, words, { env: { ...process.env, FULEXO_LOG: "warn", ...env }, stdio: ["ignore", "pipe", 2] });
  children.add(child);
  child.on("exit", () => children.delete(child));
  for await (const line of createInterface({ input: child.stdout })) {
    hear(line);
    const match = line.match(ready);
    if (match) {
      child.stdout.resume();
      return { child, match, seconds: (performance.now() - begun) / 1000 };
    }
  }
  return fail(`fulexo ${words.join(" ")} ended before it was ready`);
}

/** Everything in one process on a data folder. */
export async function up(dir, env = {}) {
  const words = ["up", "--data-dir", dir, "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0"];
  const { child, match, seconds } = await start(words, /Open +(http:\S+)/, env);
  return { child, address: match[1], seconds, dir };
}

/** Ends a process and waits for it. */
export async function stop({ child }) {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** A person's way into the API. */
export async function login(address, who = member) {
  const answer = await fetch(`${address}/api/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(who),
  });
  if (!answer.ok) fail(`login: ${answer.status} ${await answer.text()}`);
  const token = (await answer.json()).access_token;
  const headers = { authorization: `Bearer ${token}` };
  return {
    headers,
    cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "",
    async get(path) {
      const answer = await fetch(`${address}/api/v1${path}`, { headers });
      if (!answer.ok) fail(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async post(path, body, more = {}) {
      const answer = await fetch(`${address}/api/v1${path}`, {
        method: "POST",
        headers: { ...headers, ...more, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!answer.ok) fail(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
}

/** Every filter and search of lists, by name, for a merchant with seeded orders. */
export async function everyQuestion(person) {
  const store = "00000000-0000-7000-8000-000000000001";
  const one = (await person.get("/orders?limit=1")).items[0];
  const deep = async (pages) => {
    let next = null;
    for (let i = 0; i < pages; i++) next = (await person.get(`/orders?limit=100${next ? `&after=${next}` : ""}`)).next ?? next;
    return next ? `/orders?after=${next}` : "/orders";
  };
  const word = encodeURIComponent;
  return {
    "orders": "/orders",
    "orders, 100 a page": "/orders?limit=100",
    "orders, page 21": await deep(20),
    "one status": "/orders?status=processing",
    "three statuses": "/orders?status=processing,on_hold,refunded",
    "a status nobody has": "/orders?status=failed",
    "one store": `/orders?store_id=${store}`,
    "one store and status": `/orders?store_id=${store}&status=on_hold`,
    "a month": "/orders?placed_from=2025-11-01T00:00:00Z&placed_to=2025-12-01T00:00:00Z",
    "a status in a month": "/orders?status=refunded&placed_from=2025-11-01T00:00:00Z&placed_to=2025-12-01T00:00:00Z",
    "search: a number": `/orders?q=${one.number}`,
    "search: an e-mail": `/orders?q=${word(one.customer_email)}`,
    "search: a first name": "/orders?q=zeynep",
    "search: two names": "/orders?q=emre%20bauer",
    "search: one letter": "/orders?q=e",
    "search: what all have": "/orders?q=example",
    "search: nothing found": "/orders?q=nobodyhasthis",
    "search and status": "/orders?q=emre&status=on_hold",
    "search and a status nobody has": "/orders?q=example&status=failed",
    "search, store and month": `/orders?q=emre&store_id=${store}&placed_from=2025-11-01T00:00:00Z&placed_to=2025-12-01T00:00:00Z`,
    "counts": "/orders/counts",
    "one order": `/orders/${one.id}`,
    "customers": "/customers",
    "customers: search": "/customers?q=emre",
    "home": "/home",
  };
}

/** Questions about tags, of which one lies on three orders and one on every third; `run` sends SQL as the administrator. */
export async function taggedQuestions(person, run) {
  const make = async (name) => (await person.post("/tags", { name, colour: "blue" })).id;
  const [few, many] = [await make("on few"), await make("on many")];
  const tag = (id, which) => run(`
    with put as (update orders set tag_ids = coalesce(tag_ids, '{}') || '${id}'::uuid
      where tenant_id = (select tenant_id from tags where id = '${id}') and ${which} returning *)
    insert into order_tags (tenant_id, tag_id, order_id, store_id, status, placed_at, gone)
    select tenant_id, '${id}', id, store_id, status, placed_at, trashed_at is not null or deleted_at is not null from put`);
  const three = (await person.get("/orders?limit=60")).items.filter((_, i) => i % 25 === 3).map((order) => `'${order.id}'`);
  tag(few, `id in (${three})`);
  tag(many, "external_id % 3 = 0");
  run("vacuum analyze orders");
  run("vacuum analyze order_tags");
  const store = "00000000-0000-7000-8000-000000000001";
  return {
    "orders, some with tags": "/orders",
    "a tag on few": `/orders?tag=${few}`,
    "a tag on many": `/orders?tag=${many}`,
    "either tag": `/orders?tag=${few},${many}`,
    "a tag on many, open ones": `/orders?tag=${many}&status=pending,on_hold,processing`,
    "a tag on few, open ones": `/orders?tag=${few}&status=pending,on_hold,processing`,
    "a tag on many and a status nobody has": `/orders?tag=${many}&status=failed`,
    "a tag on many, another store": `/orders?tag=${many}&store_id=${store.replace(/1$/, "9")}`,
    "a tag on many in a month": `/orders?tag=${many}&placed_from=2025-11-01T00:00:00Z&placed_to=2025-12-01T00:00:00Z`,
    "a tag on many and a first name": `/orders?tag=${many}&q=zeynep`,
    "a tag on few and what all have": `/orders?tag=${few}&q=example`,
    "counts of a tag on many": `/orders/counts?tag=${many}`,
  };
}

/** SQL as the embedded database's administrator, by psql over its socket. */
export function sql(dir, ...statements) {
  const lines = readFileSync(join(dir, "postgres/postmaster.pid"), "utf8").split("\n");
  const words = ["-h", lines[4], "-p", lines[3], "-U", "postgres", "-d", "fulexo", "-qAtX", "-v", "ON_ERROR_STOP=1"];
  const done = spawnSync(psql(), [...words, ...statements.flatMap((s) => ["-c", s])], { encoding: "utf8" });
  if (done.status !== 0) fail(`psql: ${done.stderr}`);
  return done.stdout.trim();
}

function psql() {
  const base = "/usr/lib/postgresql";
  const majors = existsSync(base) ? readdirSync(base).sort((a, b) => b - a) : [];
  const found = majors.map((major) => join(base, major, "bin/psql")).find(existsSync);
  return found ?? "psql";
}

/** Resident memory of a process in MB, without its children. */
export function rss({ child }) {
  return Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
}

/** CPU seconds of a process so far; of one that has just ended, none. */
export function cpu(pid) {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return 0;
  const fields = readFileSync(stat, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** CPU seconds of the embedded database so far, with its ended processes. */
export function pgCpu(dir) {
  const parent = readFileSync(join(dir, "postgres/postmaster.pid"), "utf8").split("\n")[0];
  const fields = readFileSync(`/proc/${parent}/stat`, "utf8").split(") ")[1].split(" ");
  const ended = (Number(fields[13]) + Number(fields[14])) / 100;
  const running = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ");
  return running.reduce((sum, pid) => sum + cpu(pid), ended + cpu(parent));
}

/** Milliseconds that a share of the samples stayed below. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Sends a delivery of store n, signed as the seeded stores sign. */
export async function deliver(address, n, body) {
  const answer = await fetch(`${address}/api/v1/woo/webhooks/00000000-0000-7000-8000-${String(n).padStart(12, "0")}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-wc-webhook-topic": "order.updated",
      "x-wc-webhook-resource": "order",
      "x-wc-webhook-event": "updated",
      "x-wc-webhook-id": "1",
      "x-wc-webhook-signature": createHmac("sha256", `whsec_${n}_c4f0d1`).update(body).digest("base64"),
    },
    body,
  });
  if (answer.status !== 200) fail(`a delivery was answered ${answer.status}: ${await answer.text()}`);
}

/** An order of 4 kB, as a store says it. */
export const order = (id) =>
  JSON.stringify({
    id, number: String(id), status: "processing", currency: "EUR", date_created_gmt: "2026-01-02T10:00:00",
    date_modified_gmt: "2026-01-02T10:00:00", total: "23.80", customer_id: 0, refunds: [],
    billing: { first_name: "Ayşe", last_name: "Yıldız", email: `ayse${id}@example.test`, city: "İzmir", country: "TR" },
    line_items: [1, 2].map((n) => ({ id: id * 10 + n, name: `Tasse ${n}`, sku: `T-${n}`, product_id: n, variation_id: 0, quantity: n, subtotal: "10.00", total: "10.00", total_tax: "1.90", taxes: [] })),
    meta_data: Array.from({ length: 20 }, (_, n) => ({ id: n, key: `_plugin_field_${n}`, value: `${id} ${"x".repeat(120)}` })),
  });

/** Runs work on many hands at once. */
export async function byHands(hands, count, work) {
  let next = 0;
  const hand = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}

/** One row of a table of figures. */
export function row(...cells) {
  console.log(`| ${cells.join(" | ")} |`);
}
