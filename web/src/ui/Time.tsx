import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { ago, clock, dayAndTime, exact } from "./time";

/** One clock for the whole page: every relative time moves together, ten seconds apart. */
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (Date.now() - now > 10_000) now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const l of listeners) l();
  }, 10_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The present, to ten seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now, () => now);
}

export type TimeStyle = "ago" | "clock" | "seconds" | "day";

/** A moment in words; the exact moment and its zone stand in the title. */
export function Time({ at, as = "ago", zone }: { at: string | null | undefined; as?: TimeStyle; zone?: string }) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  if (!at) return <span className="q">–</span>;
  const locale = i18n.language;
  const words =
    as === "ago" ? ago(at, Math.max(present, Date.now()), locale, t)
    : as === "day" ? dayAndTime(at, present, locale, t)
    : clock(new Date(at), locale, as === "seconds");
  const title = zone ? `${exact(at, locale)}\n${exact(at, locale, zone)}` : exact(at, locale);
  return <time dateTime={at} title={title}>{words}</time>;
}
