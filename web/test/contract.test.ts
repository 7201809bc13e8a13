// @vitest-environment node
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

it("the kept schema is the one of openapi.json; `npm run gen` renews it", () => {
  const dir = mkdtempSync(join(tmpdir(), "fulexo-schema-"));
  try {
    const fresh = join(dir, "schema.d.ts");
    execFileSync("node_modules/.bin/openapi-typescript", ["../openapi.json", "-o", fresh], { stdio: "pipe" });
    expect(readFileSync(fresh, "utf8") === readFileSync("src/api/schema.d.ts", "utf8")).toBe(true);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}, 60_000);
