import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import type { JobDetail, JobTotals, Waits } from "../../api/jobs";
import { count } from "../../ui/number";
import { causeOf, type Caused } from "../stores/causes";
import { clock, dayAndTime, span } from "../../ui/time";

/** "sync-orders" → what a person calls it, or the kind itself made readable. */
export function useKind() {
  const { t, i18n } = useTranslation();
  return useCallback((kind: string) => {
    const words = kind.replaceAll(/[-_]/g, " ");
    return t(`jobs.kind.${kind}` as "jobs.kind.fetch-record", { defaultValue: words.charAt(0).toLocaleUpperCase(i18n.language) + words.slice(1) });
  }, [t, i18n.language]);
}

/** "1,204", or "10,000+" when the server stopped counting. */
export const totalText = (of: JobTotals, key: JobTotals["more"][number] | "running", locale: string) => count(of[key], locale) + ((of.more as string[]).includes(key) ? "+" : "");

/** A reason jobs died of, in the person's language when it is one we know. */
export function faultOf(of: Caused & { fault?: string | null; last_error?: string | null }, t: TFunction): string {
  return causeOf(of, t) ?? (of.fault || of.last_error || t("jobs.noFault"));
}

/** Why a job does not run yet, as a sentence. */
export function waitsOf(waits: Waits, now: number, locale: string, t: TFunction): string {
  const until = waits.until ? Date.parse(waits.until) : undefined;
  const soon = until === undefined ? {} : { at: dayAndTime(waits.until as string, now, locale, t), in: span((until - now) / 1000, t) };
  const passed = until !== undefined && until <= now;
  switch (waits.cause) {
    case "scheduled": return until === undefined || passed ? t("jobs.waits.due") : t("jobs.waits.scheduled", soon);
    case "retry": return until === undefined || passed ? t("jobs.waits.retryDue") : t("jobs.waits.retry", soon);
    case "kind_paused":
    case "store_paused": {
      const said = t(`jobs.waits.${waits.cause}`);
      const by = waits.paused_by ? ` ${t("jobs.waits.by", { name: waits.paused_by })}` : "";
      return said + by + (waits.reason ? ` ${t("jobs.waits.because", { reason: waits.reason })}` : "");
    }
    case "turn": return waits.ahead ? t("jobs.waits.ahead", { count: waits.ahead, n: count(waits.ahead, locale) }) : t("jobs.waits.turn");
    default: return t(`jobs.waits.${waits.cause}`);
  }
}

/** The same in two or three words, for a row. */
export function waitsBriefly(waits: Waits, now: number, locale: string, t: TFunction): string {
  const { cause, until } = waits;
  if ((cause === "scheduled" || cause === "retry") && until) return Date.parse(until) <= now ? t("jobs.brief.due") : t("jobs.brief.in", { span: span((Date.parse(until) - now) / 1000, t) });
  if (cause === "turn" && waits.ahead) return t("jobs.brief.ahead", { count: waits.ahead, n: count(waits.ahead, locale) });
  return t(`jobs.brief.${cause}`);
}

/** Since when a job is dead, and after how much trying. */
export function deadSince(job: Pick<JobDetail, "finished_at" | "attempt" | "created_at" | "attempts">, now: number, locale: string, t: TFunction): string {
  const since = job.finished_at ? (Date.parse(job.finished_at) > now - 12 * 3_600_000 ? clock(new Date(job.finished_at), locale) : dayAndTime(job.finished_at, now, locale, t)) : undefined;
  const first = job.attempts.at(-1)?.started_at ?? job.created_at;
  const tries = t("jobs.afterTries", { count: job.attempt, n: count(job.attempt, locale) });
  const took = job.finished_at ? (Date.parse(job.finished_at) - Date.parse(first)) / 1000 : 0;
  return [since ? t("jobs.since", { at: since }) : "", tries, took >= 60 ? t("jobs.within", { span: span(took, t) }) : ""].filter(Boolean).join(" ");
}

/** "every 10 minutes", in the largest unit that divides it. */
export function everyOf(seconds: number, t: TFunction): string {
  const [unit, size] = ([["day", 86_400], ["hour", 3600], ["minute", 60]] as const).find(([, size]) => seconds >= size && seconds % size === 0) ?? (["second", 1] as const);
  return t(`jobs.every.${unit}`, { count: seconds / size });
}

/** How long the oldest has waited. */
export const age = (seconds: number | null | undefined, t: TFunction) => (seconds === null || seconds === undefined ? "–" : seconds < 1 ? t("jobs.underSecond") : span(seconds, t));
