// Keeps the promise of the first load, gzip: the frame that index.html needs at once ≤ 145 kB, with login, home or orders opened first ≤ 180 kB,
// what any page adds to the frame ≤ 60 kB; nothing the CSP forbids. `npm run budget` after `npm run build`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const FRAME = 145_000, FIRST = 180_000, PAGE = 60_000, STYLE = 20_000;
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const html = readFileSync(join(dist, "index.html"), "utf8");
const files = readdirSync(join(dist, "assets"));
const assets = files.filter((f) => f.endsWith(".js"));
const read = (f) => readFileSync(join(dist, "assets", f), "utf8");
const sizes = new Map(files.filter((f) => /\.(js|css)$/.test(f)).map((f) => [f, gzipSync(read(f), { level: 9 }).length]));
const sum = (set) => [...set].reduce((n, f) => n + sizes.get(f), 0);
const largest = (a, b) => sizes.get(b) - sizes.get(a);
const kb = (n) => `${(n / 1000).toFixed(1).padStart(6)} kB`;
const wrong = [];
const keep = (what, n, most) => { if (n > most) wrong.push(`${what} is ${kb(n).trim()} of ${kb(most).trim()}`); };

/** Everything reachable by static import. */
function closure(start, seen = new Set()) {
  if (seen.has(start) || !assets.includes(start)) return seen;
  seen.add(start);
  for (const m of read(start).matchAll(/(?:^|[;}\s])(?:import|export)[^;()]*?["']\.\/([^"']+\.js)["']/g)) closure(m[1], seen);
  return seen;
}

const frame = new Set();
for (const m of html.matchAll(/assets\/([^"]+\.js)"/g)) closure(m[1], frame);
// A person reads one language; the longer one counts.
const [words, otherWords] = ["first", "later"].map((part) => assets.filter((f) => f.startsWith(`${part}-`)).sort(largest)[0]);
frame.add(words);
console.log(`frame ${kb(sum(frame))} of ${kb(FRAME)} gzip:`);
for (const f of [...frame].sort(largest)) console.log(`  ${kb(sizes.get(f))}  ${f}`);
keep("the frame", sum(frame), FRAME);

const withoutWords = /^(Login|Orders|Order)Page-/;
console.log(`pages, of ${kb(PAGE)} each; opened first with the frame, of ${kb(FIRST)}:`);
for (const f of assets.filter((a) => /^\w+Page-/.test(a)).sort()) {
  const name = f.replace(/-.*/, "");
  const whole = sum(closure(f, new Set(withoutWords.test(f) ? frame : [...frame, otherWords])));
  console.log(`  ${kb(whole - sum(frame))}  ${kb(whole)}  ${name}`);
  keep(name, whole - sum(frame), PAGE);
  if (/^(Login|Home|Orders|Order)Page$/.test(name)) keep(`${name} opened first`, whole, FIRST);
}
for (const f of assets.filter((a) => !frame.has(a))) keep(f, sizes.get(f), PAGE);
keep("the style sheet of the frame", sum([...html.matchAll(/assets\/([^"]+\.css)"/g)].map((m) => m[1])), STYLE);

if (/<script(?![^>]*\bsrc=)[^>]*>/.test(html)) wrong.push("index.html holds an inline script");
if (/<style|\sstyle=/.test(html)) wrong.push("index.html holds an inline style");
for (const f of assets) if (/mockServiceWorker|Seyhan Tekstil/.test(read(f))) wrong.push(`${f} holds the mock`);
if (frame.size < 3 || !words || !otherWords) wrong.push("the frame's parts were not found: the build has changed its shape");
if (wrong.length > 0) {
  console.error(`over budget:\n  ${wrong.join("\n  ")}`);
  process.exit(1);
}
console.log("within budget");
