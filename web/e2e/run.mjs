// `npm run e2e`: against FULEXO_BASE_URL, or against a binary of its own.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startServer } from "./server.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter((f) => f.endsWith(".test.mjs") && (wanted.length === 0 || wanted.some((w) => f.includes(w)))).sort().map((f) => here + f);
const server = process.env.FULEXO_BASE_URL ? null : await startServer();
const child = spawn(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files], {
  stdio: "inherit", env: { ...process.env, FULEXO_BASE_URL: server?.base ?? process.env.FULEXO_BASE_URL, FULEXO_FRESH: server ? "1" : "", FULEXO_E2E_DATA: server?.data ?? "" },
});
const code = await new Promise((resolve) => child.once("exit", (c) => resolve(c ?? 1)));
await server?.stop();
process.exit(code);
