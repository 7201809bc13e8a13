import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { JobKind, JobSummary } from "../../api/jobs";
import { useCan } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Menu, MenuItem } from "../../ui/Menu";
import { count } from "../../ui/number";
import { exact } from "../../ui/time";
import type { Pausing } from "./Pause";
import { Throughput } from "./Throughput";
import { age, totalText, useKind } from "./words";

/** What failed first, then what is held; within them the order never changes, so that no row moves under the hand. */
export const byTrouble = (a: JobKind, b: JobKind) => b.dead - a.dead || Number(Boolean(b.paused)) - Number(Boolean(a.paused)) || a.kind.localeCompare(b.kind);

/** An age from which a person should look: a due job that waits for ten minutes. */
const LATE = 600;

export function KindTable({ summary, onPause, onResume }: { summary: JobSummary; onPause: (what: Pausing) => void; onResume: (pause: { id: string; name: string }) => void }) {
  const { t, i18n } = useTranslation();
  const name = useKind();
  const may = useCan("jobs:manage");
  const n = (k: JobKind, key: "dead" | "retryable" | "running" | "waiting") => (k[key] === 0 ? <span className="q">–</span> : totalText(k, key, i18n.language));
  const { totals } = summary;
  const kinds = [...summary.kinds].sort(byTrouble);
  // Throughput is the whole house's; so is the pause of a kind.
  const house = kinds.some((k) => k.throughput);
  const cols = `rw k-cols${house ? "" : " few"}`;
  const words = (k: JobKind) => (["dead", "retryable", "running", "waiting"] as const).filter((s) => k[s] > 0).map((s) => t(`jobs.brief.${s}`, { n: totalText(k, s, i18n.language) })).join(" · ") || t("jobs.brief.idle");
  return (
    <section aria-label={t("jobs.byKind")}>
      <div className="band jb-band">
        <h2>{t("jobs.byKind")}</h2><span className="jb-note">{t("jobs.sixHours")}</span>
        {totals.done > 0 ? <span className="to num clip">{t("jobs.doneOf", { n: count(totals.done, i18n.language), share: new Intl.NumberFormat(i18n.language, { style: "percent", maximumFractionDigits: 1 }).format(Math.floor((totals.first_try / totals.done) * 1000) / 1000) })}</span> : null}
      </div>
      <div role="table" aria-label={t("jobs.byKind")}>
        <div role="row" className={`${cols} head`}>
          <span role="columnheader">{t("jobs.col.kind")}</span>
          {(["dead", "retryable", "running", "waiting", "oldest"] as const).map((key) => <span key={key} role="columnheader" className="r">{t(`jobs.head.${key}`)}</span>)}
          {house ? <><span role="columnheader">{t("jobs.head.done")}</span><span role="columnheader"><span className="vh">{t("list.actions")}</span></span></> : null}
        </div>
        {kinds.map((k) => (
          <div key={k.kind} role="row" data-row={k.kind} className={`${cols} click`}>
            <span role="cell" className="c-kind clip">
              <Link className="m plain cover" from="/$scope/jobs" to="/$scope/jobs" search={{ kind: k.kind }}>{name(k.kind)}</Link> <span className="mono q c-id">{k.kind}</span>
              {k.paused ? <span className="tag jb-paused" title={[k.paused.by ? t("jobs.pausedBy", { name: k.paused.by }) : t("jobs.paused"), exact(k.paused.at, i18n.language), k.paused.reason].filter(Boolean).join("\n")}>{t("jobs.paused")}</span> : null}
            </span>
            <span role="cell" className={`c-num r num${k.dead ? " bad m" : ""}`}>{n(k, "dead")}</span>
            <span role="cell" className="c-num r num">{n(k, "retryable")}</span>
            <span role="cell" className="c-num r num" title={t("jobs.limit", { n: k.concurrency })}>{n(k, "running")}</span>
            <span role="cell" className="c-num r num">{n(k, "waiting")}</span>
            <span role="cell" className={`c-old r num ${(k.oldest_seconds ?? 0) >= LATE ? "bad" : "s"}`}>{age(k.oldest_seconds, t)}</span>
            <span role="cell" className="c-words q num clip">{words(k)}</span>
            {house ? <span role="cell" className="c-spark">{k.throughput ? <Throughput name={name(k.kind)} done={k.throughput} /> : null}</span> : null}
            {house ? (
              <span role="cell" className="c-menu">
                {may ? (
                  <Menu align="end" label={name(k.kind)} trigger={<Button kind="quiet" icon="dots" label={t("jobs.actsOf", { name: name(k.kind) })} />}>
                    {k.paused ? <MenuItem icon="play" onSelect={() => k.paused && onResume({ id: k.paused.id, name: name(k.kind) })}>{t("jobs.pause.resume")}</MenuItem>
                    : <MenuItem icon="pause" onSelect={() => onPause({ kind: k.kind, kindName: name(k.kind) })}>{t("jobs.pause.menu")}</MenuItem>}
                  </Menu>
                ) : null}
              </span>
            ) : null}
          </div>
        ))}
      </div>
    </section>
  );
}
