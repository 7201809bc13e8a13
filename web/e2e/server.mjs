// The real binary on a fresh data directory and a free port; the address is read from its closing block.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer();
  probe.once("error", reject);
  probe.listen(0, "127.0.0.1", () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
});

export async function startServer() {
  const binary = process.env.FULEXO_BIN ?? fileURLToPath(new URL("../../target/debug/fulexo", import.meta.url));
  if (!existsSync(binary)) throw new Error(`${binary} is missing; build it or set FULEXO_BASE_URL`);
  const dir = mkdtempSync(join(tmpdir(), "fulexo-e2e-"));
  const [port, metrics] = [await freePort(), await freePort()];
  const child = spawn(binary, ["up", "--demo"], {
    env: { ...process.env, FULEXO_DATA_DIR: join(dir, "data"), FULEXO_LISTEN: `127.0.0.1:${port}`, FULEXO_METRICS_LISTEN: `127.0.0.1:${metrics}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "", log = "";
  child.stderr.on("data", (d) => { log = (log + d).slice(-8000); });
  const base = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server did not start within two minutes:\n${log}`)), 120_000);
    child.stdout.on("data", (d) => {
      said += d;
      const open = /Open\s+(http:\/\/\S+)/.exec(said);
      if (open) {
        clearTimeout(timer);
        child.once("exit", (code, signal) => console.error(`the server ended by itself (${code ?? signal}); its last words:\n${log.slice(-2000)}`));
        resolve(open[1].replace(/\/$/, ""));
      }
    });
    child.once("exit", (code) => { clearTimeout(timer); reject(new Error(`the server ended with ${code}:\n${said}\n${log}`)); });
  });
  return {
    base, data: join(dir, "data"),
    stop: () => new Promise((resolve) => {
      child.removeAllListeners("exit");
      const force = setTimeout(() => child.kill("SIGKILL"), 20_000);
      child.once("exit", () => { clearTimeout(force); rmSync(dir, { recursive: true, force: true }); resolve(); });
      child.kill("SIGINT");
    }),
  };
}
