import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { fieldName, storeStatus } from "../src/features/orders/history";
import { setLanguage, startI18n } from "../src/i18n/setup";

beforeAll(() => startI18n("en"));

const parts = ["first_name", "last_name", "company", "address_1", "address_2", "city", "state", "postcode", "country", "email", "phone"];
/** Every field that `orders/model.rs` and `tags/mod.rs` of the server compare. */
const fields = [
  "status", "number", "currency", "customer_note", "payment_method", "transaction_id", "total", "total_tax", "shipping_total", "discount_total", "tags",
  ...["billing", "shipping"].flatMap((where) => parts.map((part) => `${where}.${part}`)), ...["line", "shipping", "fee", "coupon", "refund", "meta"].map((kind) => `${kind}: Kağıt: 3.5 mm`),
];

describe("the history of an order", () => {
  it.each(["en", "tr"] as const)("names every field the server sends (%s)", async (language) => {
    await setLanguage(language);
    const names = fields.map((f) => fieldName(f, i18next.t));
    expect(names.filter((n, i) => n === fields[i] || /field\.|\{\{|_|^[a-z]/.test(n))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("keeps the names people gave, whatever signs they hold", async () => {
    await setLanguage("tr");
    expect(fieldName("line: Kağıt: 3.5 mm", i18next.t)).toBe("Satır Kağıt: 3.5 mm");
    expect(fieldName("shipping.city", i18next.t)).toBe("Teslimat adresi: şehir");
    expect(fieldName("meta: $t(act.close) {{name}}", i18next.t)).toBe("Ek veri $t(act.close) {{name}}");
    expect(fieldName("warranty: 2 years", i18next.t)).toBe("warranty: 2 years");
    expect(fieldName("a.b.c", i18next.t)).toBe("a.b.c");
  });

  it("says the store's states in the reader's language and leaves foreign words alone", async () => {
    await setLanguage("tr");
    expect(["on-hold", "processing", "wc-completed", "checkout-draft", "wc-lieferbar", "çok özel"].map((w) => storeStatus(w, i18next.t))).toEqual(["Bekletiliyor", "Hazırlanıyor", "Tamamlandı", "Taslak", "wc-lieferbar", "çok özel"]);
    await setLanguage("en");
    expect(storeStatus("on-hold", i18next.t)).toBe("On hold");
  });
});
