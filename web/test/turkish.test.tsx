import { act, renderHook } from "@testing-library/react";
import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { useForm } from "react-hook-form";
import { Problem } from "../src/api/problem";
import type { ProblemCode, Stream } from "../src/api/types";
import { useRefusal } from "../src/features/people/useRefusal";
import { useReason } from "../src/features/stores/StoreState";
import { allWords, setLanguage, startI18n } from "../src/i18n/setup";
import { sentenceOf } from "../src/ui/Waits";

beforeAll(async () => {
  await startI18n("en");
  await allWords("en");
  await setLanguage("tr");
});

const refusal = (code: ProblemCode, more: Partial<Problem> & { cause?: string; fields?: Record<string, string> } = {}) => new Problem({ status: 422, code, detail: "An English sentence.", ...more });

describe("what the server says in English, in Turkish", () => {
  it("a store's refusal is said by its cause, else by its code", () => {
    const says = (p: Problem) => sentenceOf(p, i18next.t as never);
    expect(says(refusal("store_unreachable", { cause: "dns" }))).toBe("Bu adda bir sunucu yok.");
    expect(says(refusal("store_unreachable", { cause: "a-cause-of-tomorrow" }))).toBe("Mağaza yanıt vermiyor.");
    expect(says(refusal("conflict"))).toBe("Bu arada başka biri değiştirdi.");
  });

  it("a store's reason is said by its cause, else by what its state says, and else left", () => {
    const { result } = renderHook(() => useReason());
    const stream = (state: Stream["state"]) => ({ state }) as Stream;
    const reason = "An English sentence.";
    expect(result.current({ state: "unreachable", cause: "server-error", reason })).toBe("Mağaza içeride hata verdi.");
    expect(result.current({ state: "degraded", reason, streams: [stream("failed"), stream("live"), stream("failed")] })).toBe("Mağaza yanıt veriyor, ama 2 akış hâlâ başarısız.");
    expect(result.current({ state: "connecting", reason })).toBe("ilk içe aktarım başladı");
    expect(result.current({ state: "connecting", reason: null })).toBeUndefined();
    expect(result.current({ state: "paused", reason })).toBe(reason);
  });

  it("a field's fault is said by the field and the code", () => {
    const { result } = renderHook(() => {
      const { refuse, wrong } = useRefusal(useForm({ defaultValues: { name: "", email: "", password: "" } }));
      return { refuse, says: { name: wrong("name"), email: wrong("email"), password: wrong("password") } };
    });
    const said = (code: ProblemCode, field: "name" | "email" | "password") => {
      act(() => result.current.refuse(refusal(code, { fields: { [field]: "is wrong in English" } })));
      return result.current.says[field];
    };
    expect(said("conflict", "email")).toBe("Bu e-posta adresi zaten kullanılıyor.");
    expect(said("validation", "password")).toBe("Gerekli: bu e-posta adresiyle henüz kimse yok.");
    expect(said("validation", "name")).toBe("Bir ad verin.");
  });
});
