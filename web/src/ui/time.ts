/** How long ago, in the words of the list: "8 min", "1 h 12", "yest. 10:12", "12 Mar". Pure, so that a test can hold the clock. */
import type { TFunction } from "i18next";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
export function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  // en-GB keeps day before month and 24 hours, as the rest of the interface does.
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options)));
  return made;
}

const dayNumber = (at: Date) => Math.floor(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY);
export const clock = (at: Date, locale: string, seconds = false) =>
  format(locale, { hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}), hourCycle: "h23" }).format(at);

export function ago(iso: string, now: number, locale: string, t: TFunction): string {
  const at = new Date(iso);
  const passed = now - at.getTime();
  if (Number.isNaN(passed)) return "–";
  if (passed < MINUTE) return t("time.now");
  if (passed < HOUR) return t("time.min", { n: Math.floor(passed / MINUTE) });
  if (passed < 12 * HOUR) {
    const minutes = Math.floor((passed % HOUR) / MINUTE);
    return t("time.hm", { h: Math.floor(passed / HOUR), m: String(minutes).padStart(2, "0") });
  }
  const today = new Date(now);
  const days = dayNumber(today) - dayNumber(at);
  if (days === 0) return clock(at, locale);
  if (days === 1) return t("time.yesterday", { at: clock(at, locale) });
  const sameYear = at.getFullYear() === today.getFullYear();
  return format(locale, sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** The exact moment with its zone, for the title of a relative time. */
export function exact(iso: string, locale: string, timeZone?: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return format(locale, {
    weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit",
    hourCycle: "h23", timeZoneName: "short", ...(timeZone ? { timeZone } : {}),
  }).format(at);
}

export function dayAndTime(iso: string, now: number, locale: string, t: TFunction): string {
  const at = new Date(iso);
  const days = dayNumber(new Date(now)) - dayNumber(at);
  if (days === 0) return t("time.today", { at: clock(at, locale) });
  if (days === 1) return t("time.yesterdayLong", { at: clock(at, locale) });
  return format(locale, { weekday: "short", day: "numeric", month: "short", ...(days > 300 ? { year: "numeric" } : {}), hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

export function dayName(iso: string, now: number, locale: string, t: TFunction): string {
  const at = new Date(iso);
  const days = dayNumber(new Date(now)) - dayNumber(at);
  const date = format(locale, { day: "numeric", month: "long", ...(days > 300 ? { year: "numeric" } : {}) }).format(at);
  if (days === 0) return t("time.dayToday", { date });
  if (days === 1) return t("time.dayYesterday", { date });
  return format(locale, { weekday: "long", day: "numeric", month: "long", ...(days > 300 ? { year: "numeric" } : {}) }).format(at);
}

/** A length of time: "2 s", "26 min", "1 h 12". */
export function span(seconds: number, t: TFunction): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 100) return t("time.s", { n: s });
  if (s < 3600) return t("time.min", { n: Math.round(s / 60) });
  if (s < 86_400) return t("time.hm", { h: Math.floor(s / 3600), m: String(Math.floor((s % 3600) / 60)).padStart(2, "0") });
  return t("time.d", { n: Math.floor(s / 86_400) });
}

/** What is left, as a person says it: "3 min 26 s". */
export function left(seconds: number, t: TFunction): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return t("time.s", { n: s });
  if (s < 3600) return t("time.ms", { m: Math.floor(s / 60), s: s % 60 });
  return t("time.hm", { h: Math.floor(s / 3600), m: String(Math.floor((s % 3600) / 60)).padStart(2, "0") });
}
