import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "../src/i18n/en";
import first from "../src/i18n/en/first";
import tr from "../src/i18n/tr";

function flat(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(path + key, value);
    else for (const [k, v] of flat(value as object, `${path}${key}.`)) found.set(k, v);
  }
  return found;
}
const english = flat(en);
const turkish = flat(tr);
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? sources(join(dir, e.name)) : /\.tsx?$/.test(e.name) ? [join(dir, e.name)] : []));
}

describe("the two languages", () => {
  it("hold the same keys", () => {
    expect([...turkish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("ask for the same values in every sentence", () => {
    for (const [key, text] of english) expect(holes(turkish.get(key) ?? ""), key).toEqual(holes(text));
  });

  it("leave no sentence empty in one language only", () => {
    for (const [key, text] of english) expect((turkish.get(key) ?? "") === "", key).toBe(text === "");
  });

  it("give each counted sentence its forms", () => {
    for (const key of english.keys()) if (key.endsWith("_one")) expect(english.has(key.replace(/_one$/, "_other")), key).toBe(true);
  });

  it("contain every word that the code asks for by name", () => {
    const missing: string[] = [];
    const has = (key: string) => english.has(key) || english.has(`${key}_one`) || [...english.keys()].some((k) => k.startsWith(`${key}.`));
    for (const file of sources("src")) {
      for (const m of readFileSync(file, "utf8").matchAll(/\bt\("([a-zA-Z_]+(?:\.[\w-]+)+)"/g)) if (!has(m[1] as string)) missing.push(`${file}: ${m[1]}`);
    }
    expect(missing).toEqual([]);
  });

  it("say every word of the closed sets of the server", () => {
    const { components } = JSON.parse(readFileSync("../openapi.json", "utf8")) as { components: { schemas: Record<string, { enum?: string[] }> } };
    const where: Record<string, string> = {
      Code: "error.code", OrderStatus: "status", TimelineEvent: "history.event", TimelineSource: "source", StreamName: "stream", DeliveryState: "delivery", RunKind: "run.kind", RunState: "run.state", JobState: "jobs.state", WaitCause: "jobs.brief", JobAct: "jobs.act", AttemptOutcome: "jobs.outcome", SkipReason: "jobs.skip", BulkAction: "jobs.bar", NeedKind: "home.need",
      MemberRole: "people.memberRole", PlatformRole: "people.platformRole",
    };
    const missing = Object.entries(where).flatMap(([set, group]) => {
      const words = components.schemas[set]?.enum ?? [];
      expect(words.length, set).toBeGreaterThan(1);
      return words.map((word) => `${group}.${word}`).filter((key) => !english.has(key) && !english.has(`${key}_one`));
    });
    expect(missing).toEqual([]);
  });

  it("hold no cause of a store and no kind of job that the server does not say, and every cause it says", () => {
    const rust = (dir: string): string[] => readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? (e.name === "tests" ? [] : rust(join(dir, e.name))) : e.name.endsWith(".rs") ? [join(dir, e.name)] : []));
    const woo = readFileSync("../crates/woo/src/error.rs", "utf8");
    const jobs = ["app", "jobs"].flatMap((name) => rust(`../crates/${name}/src`)).map((f) => readFileSync(f, "utf8")).join("\n");
    const named = [...readFileSync("../crates/app/src/causes.rs", "utf8").matchAll(/^ {4}\("([a-z-]+)", /gm)].map((m) => m[1] as string);
    expect(Object.keys(en.cause).sort()).toEqual(named.sort());
    expect(named.filter((word) => !english.has(`cause.${word}.what`) || !english.has(`cause.${word}.fix`))).toEqual([]);
    expect(Object.keys(en.jobs.kind).filter((word) => !jobs.includes(`"${word}"`))).toEqual([]);
    const causes = [...woo.matchAll(/Self::\w+(?: \{ \.\. \})? => "([a-z-]+)"/g)].map((m) => m[1] as string);
    expect(causes.length).toBeGreaterThan(15);
    expect(causes.filter((word) => !(word in en.cause))).toEqual([]);
  });

  it("bring with the frame and the orders what those say", () => {
    const early = ["src/shell", "src/ui", "src/api", "src/features/auth", "src/features/orders"].flatMap(sources).filter((f) => !f.endsWith("Palette.tsx"));
    const late = early.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\bt\(["`]([a-zA-Z_]+)\./g)].filter((m) => !((m[1] as string) in first)).map((m) => `${file}: ${m[1]}`));
    expect(late).toEqual([]);
  });

  it("contain no word that nobody asks for", () => {
    const code = sources("src").map((f) => readFileSync(f, "utf8")).join("\n");
    // Asked for by a computed name: t(`status.${status}`) asks for every key of that shape and for no other.
    const shapes = [...code.matchAll(/\b(?:t|say)\(`([^`]+)`/g)].map((m) => new RegExp(`^${(m[1] as string).split(/\$\{[^}]*\}/).map((s) => s.replaceAll(".", "\\.")).join("[^.]+")}$`));
    const unused = [...english.keys()].map((k) => k.replace(/_(one|other|zero)$/, "")).filter((key) => !code.includes(`"${key}"`) && !shapes.some((s) => s.test(key)));
    expect(unused).toEqual([]);
  });

  it("write Turkish with its own letters", () => {
    expect(turkish.get("nav.jobs")).toBe("İşler");
    expect("istanbul ırmak".toLocaleUpperCase("tr")).toBe("İSTANBUL IRMAK");
    for (const [key, text] of turkish) expect(text, key).not.toMatch(/i̇|İ̇/);
  });
});
