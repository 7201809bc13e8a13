import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { filterWords, size, type Filters } from "../src/features/reports/words";
import en from "../src/i18n/en";
import tr from "../src/i18n/tr";

beforeAll(() => i18next.init({ lng: "en", resources: { en: { translation: en }, tr: { translation: tr } }, interpolation: { escapeValue: false }, showSupportNotice: false }));

const store = (id: string) => (id === "s1" ? { name: "Ev Mutfak" } : undefined);
const tag = (id: string) => (id === "t1" ? { name: "Hediye" } : undefined);
function words(filters: Filters, locale: "en" | "tr" = "en"): string {
  const say = i18next.getFixedT(locale, "reports" as never) as unknown as Parameters<typeof filterWords>[4];
  return filterWords(filters, store, tag, locale, say, i18next.getFixedT(locale) as TFunction);
}

describe("the filters of a report in words", () => {
  it("name what they let through", () => {
    expect(words({})).toBe("All orders");
    expect(words({ status: "processing,on_hold,pending" })).toBe("Open");
    expect(words({ status: "failed,draft", include_drafts: true })).toBe("Failed, Draft");
    expect(words({ store_id: "s1", q: "ışıl", trashed: true })).toBe("Ev Mutfak · “ışıl” · with the trash");
    expect(words({ store_id: "gone", include_drafts: true })).toBe("one store · with drafts");
    expect(words({ store_id: "s1", q: "ışıl" }, "tr")).toBe("Ev Mutfak · “ışıl”");
    expect(words({ tag: "t1,t2" })).toBe("tagged Hediye, a deleted tag");
    expect(words({ tag: "t1" }, "tr")).toBe("Hediye etiketli");
    expect(words({}, "tr")).toBe("Tüm siparişler");
  });

  it("name the last day that is in it, not the first that is not", () => {
    const day = (y: number, m: number, d: number) => new Date(y, m - 1, d).toISOString();
    expect(words({ placed_from: day(2026, 11, 3), placed_to: day(2026, 11, 17) })).toBe("3 Nov 2026 – 16 Nov 2026");
    expect(words({ placed_from: day(2026, 11, 3), placed_to: day(2026, 11, 4) })).toBe("3 Nov 2026");
    expect(words({ placed_from: day(2026, 11, 3) })).toBe("from 3 Nov 2026");
    expect(words({ placed_to: day(2026, 11, 4) })).toBe("until 3 Nov 2026");
  });

  it("hide no filter that is new", () => {
    expect(words({ status: "failed", shelf: "A 7" } as Filters)).toBe("Failed · shelf: A 7");
  });
});

describe("the size of a file", () => {
  it("is said in the unit that fits", () => {
    expect([0, 999, 1000, 187_000, 1_234_567, 11_600_000_000].map((n) => size(n, "en"))).toEqual(["0B", "999B", "1 kB", "187 kB", "1.2 MB", "11.6 GB"]);
  });
});
