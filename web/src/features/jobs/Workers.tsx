import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { JobWorker } from "../../api/jobs";
import { useScope } from "../../shell/scope";
import { count } from "../../ui/number";
import { State } from "../../ui/State";
import { Time, useNow } from "../../ui/Time";
import { span } from "../../ui/time";
import { Bar, Empty, Fault, Waiting } from "../../ui/Waits";
import { jobWorkers } from "./queries";
import { useKind } from "./words";

/** Alive, stopping, or silent: then what it ran is given to others. */
export const lifeOf = (w: Pick<JobWorker, "lease_seconds" | "stopping">) => (w.lease_seconds < 0 ? "silent" : w.stopping ? "stopping" : "alive");
const looks = { alive: { glyph: "full", tone: "calm" }, stopping: { glyph: "held", tone: "att" }, silent: { glyph: "failed", tone: "bad" } } as const;

/** Who does the work. */
export function Workers() {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const kind = useKind();
  const now = useNow();
  const query = useQuery(jobWorkers(scope));
  const ago = (at: string) => span((Math.max(now, Date.now()) - Date.parse(at)) / 1000, t);
  const why = (w: JobWorker) => (lifeOf(w) === "silent" ? t("jobs.worker.silentWhy", { span: ago(w.seen_at) }) : t("jobs.worker.seen", { span: ago(w.seen_at) }));
  return (
    <section className="list">
      {query.isPending ? <Waiting>{[0, 1, 2].map((i) => <div key={i} className="rw w-cols" aria-hidden="true"><Bar w={140} /><Bar w={180} /><Bar w={20} /><Bar w={50} /></div>)}</Waiting>
      : !query.data ? <Fault what={t("jobs.worker.fault")} error={query.error} onRetry={() => void query.refetch()} />
      : query.data.items.length === 0 ? <Empty word={t("jobs.worker.none")} next={t("jobs.worker.noneNext")} />
      : (
        <div className="page" tabIndex={0} role="region" aria-label={t("jobs.view.workers")}>
          <div role="table" aria-label={t("jobs.view.workers")}>
            <div role="row" className="rw w-cols head">
              <span role="columnheader">{t("jobs.worker.name")}</span><span role="columnheader">{t("jobs.col.state")}</span><span role="columnheader" className="r">{t("jobs.view.running")}</span>
              <span role="columnheader">{t("jobs.worker.kinds")}</span><span role="columnheader">{t("jobs.worker.version")}</span><span role="columnheader" className="r">{t("jobs.worker.since")}</span>
            </div>
            {query.data.items.map((w) => (
              <div key={w.id} role="row" className="rw w-cols">
                <span role="cell" className="c-name m clip" title={w.name}>{w.name}</span>
                <span role="cell" className="c-st clip"><State {...looks[lifeOf(w)]} word={t(`jobs.worker.${lifeOf(w)}`)} why={why(w)} /></span>
                <span role="cell" className="c-run r num">{w.running === 0 ? <span className="q">–</span> : count(w.running, i18n.language)}</span>
                <span role="cell" className="c-kinds s clip" title={w.kinds.map(kind).join("\n")}>{t("jobs.worker.nKinds", { count: w.kinds.length })}</span>
                <span role="cell" className="c-ver mono q clip">{w.version}</span>
                <span role="cell" className="c-since r num s"><Time at={w.started_at} /></span>
              </div>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
