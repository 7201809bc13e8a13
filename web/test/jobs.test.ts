import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { JobKind, JobsQuery, WaitCause, Waits } from "../src/api/jobs";
import { actsOf, canSelect, countOf, hasFilters, lists, moreOf, ofIds, ofList, searchOf, statesOf, toQuery, viewOf, type JobsSearch } from "../src/features/jobs/filters";
import { readArguments } from "../src/features/jobs/json";
import { byTrouble } from "../src/features/jobs/KindTable";
import { selectRow } from "../src/features/jobs/useRows";
import { age, deadSince, everyOf, faultOf, waitsBriefly, waitsOf } from "../src/features/jobs/words";
import { lifeOf } from "../src/features/jobs/Workers";
import { allWords, setLanguage, startI18n } from "../src/i18n/setup";
import { parseSearch, pick, stringifySearch } from "../src/routes/search";

beforeAll(async () => {
  await startI18n("en");
  await allWords("en");
  await allWords("tr");
});
const in_ = async (language: "en" | "tr") => { await setLanguage(language); return i18next.t; };
const now = Date.parse("2026-11-19T13:24:30Z");
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();

describe("views, filters and the address", () => {
  const cases: JobsSearch[] = [{}, { state: "dead", error: "answer is HTML, not JSON: 100% & more", kind: "fetch-record" }, { view: "workers" }, { argument: "48213", store_id: "0199", panel: "abc" }];
  it.each(cases)("survive the way there and back: %j", (search) => {
    expect(pick(parseSearch(stringifySearch({ ...search }).replace(/^\?/, "")), ["view", "state", "kind", "store_id", "error", "argument", "panel"])).toEqual(search);
  });

  it("name each view, by its word and by its states", () => {
    for (const view of lists) {
      expect(viewOf(searchOf(view, {}))).toBe(view);
      const states = statesOf[view];
      if (states) expect(viewOf({ state: states })).toBe(view);
    }
    expect(viewOf({ state: "<script>" })).toBe("all");
    expect(viewOf(searchOf("schedules", { kind: "x", state: "dead" }))).toBe("schedules");
  });

  it("keep the filters from view to view, and close what is open beside the list", () => {
    expect(toQuery(searchOf("dead", { state: "running", kind: "sync-orders", panel: "7" }))).toEqual({ state: "dead", kind: "sync-orders" });
    expect(searchOf("dead", { panel: "7" }).panel).toBeUndefined();
    expect(searchOf("workers", { kind: "sync-orders" })).toEqual({ view: "workers" });
  });

  it("ask for what is planned together with what waits, and for what was called off together with what is done", () => {
    expect(toQuery({ state: "scheduled" }).state).toBe("scheduled,available");
    expect(toQuery({ state: "completed" }).state).toBe("completed,cancelled");
    expect(toQuery({ argument: "  48213 " })).toEqual({ argument: "48213" });
    expect(hasFilters({ argument: "  " })).toBe(false);
  });

  it("count what the server counts and nothing else", () => {
    const summary = { kinds: [], stores_paused: [], totals: { waiting: 41, scheduled: 12, running: 3, retryable: 14, dead: 2, done: 900, first_try: 890, more: ["waiting" as const] } };
    expect([...lists, "workers" as const].map((view) => countOf(view, summary))).toEqual([72, 2, 14, 3, 53, undefined, undefined]);
    expect(countOf("dead", undefined)).toBeUndefined();
    expect((["all", "dead", "running", "scheduled"] as const).map((view) => moreOf(view, summary))).toEqual([true, false, false, true]);
  });
});

describe("acting on many", () => {
  it("offers what a view's jobs allow", () => {
    expect(actsOf("dead")).toEqual(["replay", "discard"]);
    expect(actsOf("retryable")).toEqual(["run_now"]);
    expect((["dead", "scheduled", "retryable", "available", "running", "completed", "cancelled"] as const).filter((state) => canSelect({ state }))).toEqual(["dead", "scheduled", "retryable"]);
    expect([actsOf("running"), actsOf("completed"), actsOf("all")]).toEqual([[], [], []]);
  });

  it("names each job once, five hundred at a time", () => {
    const ids = Array.from({ length: 1203 }, (_, i) => `j${i}`);
    const asked = ofIds("replay", ids);
    expect(asked.map((b) => b.ids?.length)).toEqual([500, 500, 203]);
    expect(asked.flatMap((b) => b.ids)).toEqual(ids);
    expect(ofIds("replay", [])).toEqual([]);
  });

  it("reaches a whole list by its filters, but never a wider one than a person sees", () => {
    const query: JobsQuery = { state: "dead", kind: "fetch-record", error: "no answer", limit: 50, after: "x" };
    expect(ofList("discard", query)).toEqual({ action: "discard", state: "dead", kind: "fetch-record", error: "no answer" });
    expect(ofList("discard", { state: "dead", argument: "48213" })).toBeUndefined();
    expect(ofList("run_now", toQuery({ state: "scheduled", kind: "sync-orders" }))).toEqual({ action: "run_now", state: "scheduled", kind: "sync-orders" });
  });

  it("selects a row, takes it back, and takes the range from the last one", () => {
    const ids = ["a", "b", "c", "d"];
    const one = selectRow(ids, new Set(), "b");
    expect([...one]).toEqual(["b"]);
    expect([...selectRow(ids, one, "b")]).toEqual([]);
    expect([...selectRow(ids, one, "d", "b")]).toEqual(["b", "c", "d"]);
    expect([...selectRow(ids, one, "a", "b")].sort()).toEqual(["a", "b"]);
    expect([...selectRow(ids, one, "c", "gone")].sort()).toEqual(["b", "c"]);
  });
});

describe("why a job waits", () => {
  const causes: WaitCause[] = ["scheduled", "retry", "kind_paused", "store_paused", "serial", "merchant_cap", "kind_full", "turn", "no_worker"];
  const whole = (cause: WaitCause): Waits => ({ cause, until: at(252), job_id: "j", paused_by: "Işıl İnce", reason: "stocktaking", ahead: 3 });

  it.each(["en", "tr"] as const)("has a sentence and a few words for every cause, in %s", async (language) => {
    const t = await in_(language);
    const sentences = causes.map((c) => waitsOf(whole(c), now, language, t));
    const brief = causes.map((c) => waitsBriefly(whole(c), now, language, t));
    for (const said of [...sentences, ...brief]) expect(said).not.toMatch(/jobs\.|\{\{|undefined/);
    for (const said of sentences) expect(said).toMatch(/[.?]$|stocktaking$|Workers\.$/);
    expect(new Set(sentences).size).toBe(causes.length);
  });

  it("says when, in how long, who and what for", async () => {
    const t = await in_("en");
    expect(waitsOf(whole("retry"), now, "en", t)).toMatch(/^The last try failed\. It tries again today \d\d:\d\d, in 4 min\.$/);
    expect(waitsOf(whole("kind_paused"), now, "en", t)).toBe("All jobs of this kind are paused. Paused by Işıl İnce. Reason: stocktaking");
    expect(waitsOf({ cause: "store_paused" }, now, "en", t)).toBe("The jobs of this store are paused.");
    expect(waitsOf({ cause: "turn", ahead: 1 }, now, "en", t)).toBe("It is due. 1 job runs before it.");
    expect(waitsOf({ cause: "turn", ahead: 0 }, now, "en", t)).toBe("It is due and runs next.");
    expect(waitsBriefly({ cause: "turn", ahead: 1204 }, now, "en", t)).toBe("1,204 jobs before it");
  });

  it("keeps the letters of Turkish", async () => {
    const t = await in_("tr");
    expect(waitsOf(whole("store_paused"), now, "tr", t)).toBe("Bu mağazanın işleri duraklatıldı. Duraklatan: Işıl İnce. Neden: stocktaking");
    expect(waitsBriefly(whole("retry"), now, "tr", t)).toBe("4 dk sonra");
    expect(waitsBriefly({ cause: "turn", ahead: 1204 }, now, "tr", t)).toBe("önünde 1.204 iş var");
  });

  it("does not promise a moment that has passed", async () => {
    const t = await in_("en");
    expect(waitsOf({ cause: "scheduled", until: at(-5) }, now, "en", t)).toBe("Its moment has come; it runs with the next free place.");
    expect(waitsOf({ cause: "retry", until: at(0) }, now, "en", t)).toBe("The last try failed; the next one is due.");
    expect(waitsBriefly({ cause: "retry", until: at(-5) }, now, "en", t)).toBe("due");
  });
});

describe("a dead job", () => {
  it("says since when, after how many tries, in how long", async () => {
    const t = await in_("en");
    const job = { finished_at: at(-1800), created_at: at(-9000), attempt: 8, attempts: [{ attempt: 8, outcome: "fail" as const, started_at: at(-1801), finished_at: at(-1800), duration_ms: 1, worker: "w", run_id: "2" }, { attempt: 1, outcome: "retry" as const, started_at: at(-6600), finished_at: at(-6599), duration_ms: 1, worker: "w", run_id: "1" }] };
    expect(deadSince(job, now, "en", t)).toMatch(/^since \d\d:\d\d, after 8 tries in 1 h 20$/);
    expect(deadSince({ ...job, attempt: 1, attempts: [], created_at: at(-1801) }, now, "en", t)).toMatch(/^since \d\d:\d\d, after 1 try$/);
    expect(deadSince({ ...job, finished_at: null }, now, "en", t)).toBe("after 8 tries");
  });

  it("says a reason that we know in the person's language, and leaves another as it is", async () => {
    const t = await in_("tr");
    expect(faultOf({ fault: "The shop failed inside (HTTP #).", cause: "server-error" }, t)).toBe("Mağaza içeride hata verdi.");
    expect(faultOf({ cause: "redirect", about: "https://x.test/" }, t)).toBe("Mağaza bizi https://x.test/ adresine yönlendiriyor.");
    expect(faultOf({ fault: "this order cannot be used: total is no decimal" }, t)).toBe("this order cannot be used: total is no decimal");
    expect(faultOf({}, t)).toBe("Neden kaydedilmemiş.");
  });
});

describe("lengths in words", () => {
  it.each([[600, "every 10 minutes", "10 dakikada bir"], [3600, "every hour", "her saat"], [86_400, "every day", "her gün"], [90, "every 90 seconds", "90 saniyede bir"], [7200, "every 2 hours", "2 saatte bir"]])("%i s", async (seconds, en, tr) => {
    expect(everyOf(seconds, await in_("en"))).toBe(en);
    expect(everyOf(seconds, await in_("tr"))).toBe(tr);
  });
  it("an age, or that there is none", async () => {
    const t = await in_("en");
    expect([age(null, t), age(0.2, t), age(41, t), age(1560, t), age(4320, t)]).toEqual(["–", "< 1 s", "41 s", "26 min", "1 h 12"]);
  });
});

describe("workers and kinds", () => {
  it("a worker without its lease is silent, whatever it meant to do", () => {
    expect(lifeOf({ lease_seconds: 12, stopping: false })).toBe("alive");
    expect(lifeOf({ lease_seconds: 12, stopping: true })).toBe("stopping");
    expect(lifeOf({ lease_seconds: -1, stopping: true })).toBe("silent");
  });
  it("what died comes first, then what is paused, then by name: counts that change each second move no row", () => {
    const kind = (name: string, more: Partial<JobKind> = {}) => ({ kind: name, dead: 0, waiting: 0, ...more }) as JobKind;
    const paused = { id: "p", at: at(0), reason: "" };
    const order = [kind("b", { waiting: 900 }), kind("c", { dead: 1 }), kind("a"), kind("z", { paused }), kind("d", { dead: 9 })].sort(byTrouble).map((k) => k.kind);
    expect(order).toEqual(["d", "c", "z", "a", "b"]);
  });
});

describe("arguments that a person types", () => {
  it("are an object of JSON", () => {
    expect(readArguments('{"order": "48213"}')).toEqual({ value: { order: "48213" } });
    for (const text of ["[]", "null", "7", '"x"']) expect(readArguments(text), text).toEqual({ wrong: "object" });
    expect(readArguments("")).toMatchObject({ wrong: "json" });
  });
  it("or say in which line they are not", () => {
    expect(readArguments('{\n  "order": 1,\n}')).toEqual({ wrong: "json", line: 3 });
    expect(readArguments('{\n  "order": x\n}')).toMatchObject({ wrong: "json" });
  });
});
