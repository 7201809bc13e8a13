// Dead jobs for the tests, by the way they come about: work that an older version left, with arguments that this one cannot read.
// A worker takes it, cannot read it, and buries it at its first try.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { dirname, join } from "node:path";

const data = process.env.FULEXO_E2E_DATA;
/** Whether the server is one that the tests have started, whose database they may write to. */
export const leaves = Boolean(data);

/** Runs SQL as the role that looks after the queue, with the psql of the running PostgreSQL. */
function sql(text) {
  const [pid, , , port, socket] = readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n");
  const passwords = JSON.parse(readFileSync(join(data, "postgres-passwords.json"), "utf8"));
  const psql = join(dirname(readlinkSync(`/proc/${pid}/exe`)), "psql");
  const url = ["-h", socket, "-p", port, "-U", "fulexo_system", "-d", "fulexo"];
  execFileSync(psql, ["-qX", "-v", "ON_ERROR_STOP=1", ...url, "-c", text], { env: { ...process.env, PGPASSWORD: passwords.system } });
}

/** Leaves a job of the first merchant behind. */
export async function leaveJob(kind, args) {
  sql(`insert into jobs (id, kind, tenant_id, args, state, priority, run_at, max_attempts, created_at)
       select '${uuidv7()}', '${kind}', id, '${JSON.stringify(args)}', 'available', 5, now(), 3, now() from tenants order by id limit 1`);
}

/** Ids carry their time. */
function uuidv7() {
  const at = Date.now().toString(16).padStart(12, "0");
  const random = randomUUID();
  return `${at.slice(0, 8)}-${at.slice(8)}-7${random.slice(15)}`;
}
