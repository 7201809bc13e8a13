import { describe, expect, it } from "vitest";
import { isZero, moneyParts, moneyText, negated, sum } from "../src/ui/money";

describe("money", () => {
  it("keeps the digits of the store and separates as the language does", () => {
    expect(moneyParts("1249.5", "TRY", "en")).toEqual({ sign: "", integer: "1,249", fraction: ".50" });
    expect(moneyParts("1249.5", "TRY", "tr")).toEqual({ sign: "", integer: "1.249", fraction: ",50" });
    expect(moneyParts("62480", "EUR", "en")).toEqual({ sign: "", integer: "62,480", fraction: ".00" });
  });

  it("gives yen no fraction, whatever zeros the store sends", () => {
    expect(moneyParts("18700", "JPY", "en")).toEqual({ sign: "", integer: "18,700", fraction: "" });
    expect(moneyParts("18700.00", "JPY", "en")).toEqual({ sign: "", integer: "18,700", fraction: "" });
    expect(moneyParts("7.1250", "KWD", "en")?.fraction).toBe(".125");
  });

  it("never drops a digit that counts", () => {
    expect(moneyParts("0.12345", "EUR", "en")?.fraction).toBe(".12345");
    expect(moneyParts("12.5", "JPY", "en")?.fraction).toBe(".5");
    expect(moneyText("123456789012345678901234.99", "EUR", "en")).toBe("EUR 123,456,789,012,345,678,901,234.99");
  });

  it("writes a true minus and no minus zero", () => {
    expect(moneyText("-21.60", "EUR", "en")).toBe("EUR −21.60");
    expect(moneyText("-0.00", "EUR", "en")).toBe("EUR 0.00");
    expect(negated("21.60")).toBe("-21.60");
    expect(negated("-21.60")).toBe("21.60");
  });

  it("does not guess at what is no amount", () => {
    expect(moneyParts("12,40", "EUR", "en")).toBeNull();
    expect(moneyText("abc", "EUR", "en")).toBe("EUR abc");
  });

  it("adds exactly", () => {
    expect(sum(["0.1", "0.2"])).toBe("0.3");
    expect(sum(["19.99", "-20", "5"])).toBe("4.99");
    expect(sum(["-1.50", "1.25"])).toBe("-0.25");
    expect(sum(["18700", "6480"])).toBe("25180");
    expect(sum([])).toBe("0");
  });

  it("knows nothing from something", () => {
    for (const z of ["0", "0.00", "-0.0", "", null, undefined]) expect(isZero(z)).toBe(true);
    expect(isZero("0.01")).toBe(false);
  });
});
