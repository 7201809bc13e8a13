import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const files = (dir: string, kind: RegExp): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? files(join(dir, e.name), kind) : kind.test(e.name) ? [join(dir, e.name)] : []));
const read = (paths: string[]) => paths.map((f) => readFileSync(f, "utf8")).join("\n");
const sources = files("src", /\.tsx?$/);
const code = read([...sources, "index.html"]);
const style = read(files("src", /\.css$/)).replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, "");
const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((m) => m[1] as string))];

describe("the house", () => {
  it("builds rooms on one another: the parts know no page and no frame, the client not even the parts", () => {
    const arrows = files("src", /\.tsx?$/).flatMap((file) => found(read([file]), /from "\.\.\/(?:\.\.\/)?(\w+)\//g).map((to) => `${file.split("/")[1]} → ${to}`));
    expect(arrows).toContain("ui → api");
    expect(arrows.filter((a) => /^(ui → (shell|features|routes)|api → (ui|shell|features|routes))$/.test(a))).toEqual([]);
  });

  it("keeps no class that no page wears", () => {
    const classes = found(style, /\.([a-zA-Z][\w-]*)/g);
    expect(classes.length).toBeGreaterThan(150);
    expect(classes.filter((c) => !new RegExp(`(?<![\\w-])${c}(?![\\w-])`).test(code))).toEqual([]);
  });

  it("keeps no token that no rule reads", () => {
    const tokens = found(style, /(--[\w-]+):/g);
    expect(tokens.length).toBeGreaterThan(40);
    expect(tokens.filter((v) => !style.includes(`var(${v})`))).toEqual([]);
  });

  it("keeps no icon that no page shows", () => {
    const icons = found(read(["src/ui/Icon.tsx"]), /^ {2}(\w+): \[/gm);
    expect(icons.length).toBeGreaterThan(30);
    const pages = read(sources.filter((f) => !f.endsWith("Icon.tsx")));
    expect(icons.filter((i) => !pages.includes(`"${i}"`))).toEqual([]);
  });
});
