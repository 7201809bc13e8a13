import { useTranslation } from "react-i18next";
import type { Stream } from "../../api/types";
import { count } from "../../ui/number";
import { Progress } from "../../ui/Progress";
import { left } from "../../ui/time";
import { Lag, sorted, useReason } from "./StoreState";

/** Each stream with its bar: rows of total, rate and what is left while importing, the lag once live. */
export function StreamTable({ streams }: { streams: Stream[] }) {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const n = (x: number) => count(x, i18n.language);
  return (
    <div role="table" aria-label={t("stores.col.streams")}>
      {sorted(streams).map((s) => {
        const busy = s.state === "importing";
        return (
          <div key={s.stream} role="row" className="im">
            <span role="rowheader" className="m">{t(`stream.${s.stream}`)}</span>
            <span role="cell"><Progress done={busy || s.state === "failed" ? s.done : 1} total={busy || s.state === "failed" ? s.total : 1} failed={s.state === "failed"} label={t("stores.streamProgress", { name: t(`stream.${s.stream}`) })} /></span>
            <span role="cell" className="r num">{s.total && busy ? t("stores.doneOf", { done: n(s.done), total: n(s.total) }) : n(s.done)}</span>
            <span role="cell" className="r num s">{busy && s.rate ? t("stores.rate", { n: n(Math.round(s.rate)) }) : ""}</span>
            <span role="cell" className="r num s">{busy ? (s.eta_seconds !== null && s.eta_seconds !== undefined ? left(s.eta_seconds, t) : "…") : s.state === "live" ? <><span className="q">{t("stores.lag")} </span><Lag stream={s} /></> : <Lag stream={s} />}</span>
            {s.state === "failed" && reason(s) ? <span role="cell" className="im-why bad">{reason(s)}</span> : null}
          </div>
        );
      })}
    </div>
  );
}
