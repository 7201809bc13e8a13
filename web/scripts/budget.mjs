// Keeps the promise of the first load: what index.html needs at once ≤ 180 kB gzip, each further chunk ≤ 60 kB; nothing the CSP forbids.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const INITIAL = 180_000, CHUNK = 60_000;
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const html = readFileSync(join(dist, "index.html"), "utf8");
const assets = readdirSync(join(dist, "assets")).filter((f) => f.endsWith(".js"));
const size = (f) => gzipSync(readFileSync(join(dist, "assets", f)), { level: 9 }).length;

// Everything reachable from the entry by static import, plus the one language a person reads.
const initial = new Set();
const walk = (f) => {
  if (initial.has(f) || !assets.includes(f)) return;
  initial.add(f);
  const code = readFileSync(join(dist, "assets", f), "utf8");
  for (const m of code.matchAll(/(?:^|[;}\s])(?:import|export)[^;()]*?["']\.\/([^"']+\.js)["']/g)) walk(m[1]);
};
for (const m of html.matchAll(/assets\/([^"]+\.js)"/g)) walk(m[1]);
const words = assets.filter((f) => /^(en|tr)-/.test(f)).sort((a, b) => size(b) - size(a))[0];
if (words) initial.add(words);

const total = [...initial].reduce((n, f) => n + size(f), 0);
const kb = (n) => `${(n / 1000).toFixed(1)} kB`;
const wrong = [];
console.log(`initial ${kb(total)} of ${kb(INITIAL)} gzip:`);
for (const f of [...initial].sort((a, b) => size(b) - size(a))) console.log(`  ${kb(size(f)).padStart(9)}  ${f}`);
if (total > INITIAL) wrong.push(`the first load is ${kb(total)}`);
for (const f of assets.filter((a) => !initial.has(a)).sort((a, b) => size(b) - size(a))) {
  const n = size(f);
  if (n > 4000) console.log(`  ${kb(n).padStart(9)}  ${f} (later)`);
  if (n > CHUNK) wrong.push(`${f} is ${kb(n)}`);
}
if (/<script(?![^>]*\bsrc=)[^>]*>/.test(html)) wrong.push("index.html holds an inline script");
if (/<style|\sstyle=/.test(html)) wrong.push("index.html holds an inline style");
for (const f of assets) {
  const code = readFileSync(join(dist, "assets", f), "utf8");
  if (code.includes("mockServiceWorker") || code.includes("Seyhan Tekstil")) wrong.push(`${f} holds the mock`);
}
if (wrong.length > 0) {
  console.error(`over budget:\n  ${wrong.join("\n  ")}`);
  process.exit(1);
}
console.log("within budget");
