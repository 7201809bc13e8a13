import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import en from "../src/i18n/en";
import tr from "../src/i18n/tr";
import { ago, dayName, exact, left, span } from "../src/ui/time";

const words = (of: typeof en) => ((key: string, values: Record<string, unknown> = {}) =>
  (of.time as Record<string, string>)[key.replace("time.", "")]?.replace(/\{\{(\w+)\}\}/g, (_, k: string) => String(values[k]))) as unknown as TFunction;
const t = words(en);
const turkish = words(tr as typeof en);
const now = new Date(2026, 10, 17, 14, 7, 0).getTime();
const before = (ms: number) => new Date(now - ms).toISOString();
const MIN = 60_000, HOUR = 60 * MIN;

describe("relative time", () => {
  it.each([
    [20_000, "just now"], [8 * MIN, "8 min"], [72 * MIN, "1 h 12"], [125 * MIN, "2 h 05"], [13 * HOUR, "01:07"], [28 * HOUR, "yest. 10:07"],
  ])("%i ms ago", (ms, says) => expect(ago(before(ms), now, "en", t)).toBe(says));

  it("names the day beyond yesterday, and the year beyond this one", () => {
    expect(ago(new Date(2026, 2, 12, 9).toISOString(), now, "en", t)).toBe("12 Mar");
    expect(ago(new Date(2025, 2, 12, 9).toISOString(), now, "en", t)).toBe("12 Mar 2025");
  });

  it("speaks Turkish", () => {
    expect(ago(before(8 * MIN), now, "tr", turkish)).toBe("8 dk");
    expect(ago(before(20_000), now, "tr", turkish)).toBe("şimdi");
    expect(dayName(before(0), now, "tr", turkish)).toBe("Bugün, 17 Kasım");
  });

  it("gives the exact moment with its zone", () => {
    expect(exact("2026-11-17T13:07:05Z", "en", "Europe/Berlin")).toMatch(/Tue.*17 Nov 2026.*14:07:05.*(CET|GMT\+1)/);
    expect(exact("2026-11-17T13:07:05Z", "tr", "Europe/Istanbul")).toMatch(/17 Kas 2026.*16:07:05/);
  });

  it("does not fall over on a broken time", () => {
    expect(ago("", now, "en", t)).toBe("–");
    expect(exact("nonsense", "en")).toBe("nonsense");
  });
});

describe("lengths", () => {
  it.each([[2, "2 s"], [1560, "26 min"], [5820, "1 h 37"], [200_000, "2 d"]])("%i s", (s, says) => expect(span(s, t)).toBe(says));
  it.each([[57, "57 s"], [206, "3 min 26 s"], [4000, "1 h 06"]])("%i s left", (s, says) => expect(left(s, t)).toBe(says));
});
