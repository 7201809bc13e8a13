import { useTranslation } from "react-i18next";
import type { Store, StoreState as Word, Stream, StreamName } from "../../api/types";
import { causeOf } from "./causes";
import { State, type Glyph, type Tone } from "../../ui/State";
import { span } from "../../ui/time";
import { importing } from "./queries";

export const storeLooks: Record<Word, { glyph: Glyph; tone: Tone }> = {
  connecting: { glyph: "pending", tone: "plain" },
  healthy: { glyph: "check", tone: "plain" },
  degraded: { glyph: "failed", tone: "att" },
  unreachable: { glyph: "failed", tone: "bad" },
  paused: { glyph: "held", tone: "plain" },
  disconnected: { glyph: "cancelled", tone: "calm" },
};
/** What needs a person comes first. */
export const urgency: Word[] = ["unreachable", "degraded", "connecting", "paused", "healthy", "disconnected"];

/**
 * Why, in the person's language: the server's sentence in English, else our own for the cause it names or for what its state says.
 * Only where it names neither is its sentence left as it is.
 */
export function useReason() {
  const { t, i18n } = useTranslation();
  return (thing: Pick<Stream, "cause" | "about" | "reason"> & { state: string; streams?: Stream[] }): string | undefined => {
    const failing = thing.streams?.filter((s) => s.state === "failed").length ?? 0;
    const own = thing.cause ? causeOf(thing, t)
      : thing.state === "degraded" && failing > 0 ? t("stores.stillFails", { count: failing })
      : thing.state === "connecting" && thing.reason ? t("stores.begun") : "";
    if (i18n.language !== "en" && own) return own;
    return thing.reason ?? (own || undefined);
  };
}

const order: StreamName[] = ["orders", "refunds", "products", "variations", "customers"];
/** The streams in the order a person asks for them. */
export const sorted = (streams: Stream[]) => [...streams].sort((a, b) => order.indexOf(a.stream) - order.indexOf(b.stream));

export function progressOf(store: Store): { done: number; total: number } | undefined {
  const counted = store.streams.filter((s) => s.total);
  if (counted.length === 0) return undefined;
  return { done: counted.reduce((n, s) => n + Math.min(s.done, s.total ?? 0), 0), total: counted.reduce((n, s) => n + (s.total ?? 0), 0) };
}

/** The state with its reason on one line, for the lists. */
export function StoreState({ store, why = true, strong }: { store: Store; why?: boolean; strong?: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  const look = storeLooks[store.state];
  const busy = importing(store);
  const progress = busy ? progressOf(store) : undefined;
  const word = busy && (store.state === "healthy" || store.state === "connecting") ? t("stores.importing") : t(`stores.state.${store.state}`);
  const says = reason(store) ?? (progress && progress.total > 0 ? t("stores.percent", { n: Math.floor((progress.done / progress.total) * 100) }) : undefined);
  return <State glyph={busy && store.state === "healthy" ? "half" : look.glyph} tone={look.tone === "plain" && !strong ? "calm" : look.tone} word={word} why={why ? says : undefined} strong={strong ?? false} />;
}

/** A stream's lag as a word with its tone: minutes behind are a reason to look. */
export function Lag({ stream }: { stream: Stream }) {
  const { t } = useTranslation();
  if (stream.state === "importing") return <span>{stream.total ? `${Math.floor((Math.min(stream.done, stream.total) / stream.total) * 100)} %` : t("stores.importingShort")}</span>;
  if (stream.state === "paused") return <span className="q" title={t("stores.pausedShort")}>–</span>;
  if (stream.lag_seconds === null || stream.lag_seconds === undefined) return <span className={stream.state === "failed" ? "bad" : "q"}>{stream.state === "failed" ? t("stores.failedShort") : "–"}</span>;
  const tone = stream.state === "failed" || stream.lag_seconds > 900 ? "bad" : stream.lag_seconds > 300 ? "att" : "";
  return <span className={tone}>{span(stream.lag_seconds, t)}</span>;
}
