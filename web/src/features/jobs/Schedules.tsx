import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AttemptOutcome, JobSchedule, JobState } from "../../api/jobs";
import { useScope } from "../../shell/scope";
import { count } from "../../ui/number";
import { Time, useNow } from "../../ui/Time";
import { clock, span } from "../../ui/time";
import { Bar, Empty, Fault, Waiting } from "../../ui/Waits";
import { jobSchedules } from "./queries";
import { everyOf, useKind } from "./words";

const failed = (word: AttemptOutcome | JobState) => ["fail", "lost", "retry", "retryable", "dead"].includes(word);

/** The last times as ticks, the latest at the right; in words for who cannot see them. */
function Ticks({ name, history }: { name: string; history: JobSchedule["history"] }) {
  const { t, i18n } = useTranslation();
  const label = history.length === 0 ? t("jobs.schedule.never") : t("jobs.schedule.ticks", { name, count: history.length, failed: history.filter((h) => failed(h.outcome)).length });
  return (
    <span className="jb-ticks" role="img" aria-label={label}>
      {[...history].reverse().map((h) => <i key={h.at} className={failed(h.outcome) ? "no" : ""} title={`${clock(new Date(h.at), i18n.language, true)} ${t(`jobs.outcome.${h.outcome}`)}`} />)}
    </span>
  );
}

/** What comes by itself, and how it went. */
export function Schedules() {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const kind = useKind();
  const now = useNow();
  const query = useQuery(jobSchedules(scope));
  const next = (s: JobSchedule) => {
    const wait = (Date.parse(s.next_at) - Math.max(now, Date.now())) / 1000;
    return wait <= 0 ? t("jobs.schedule.due") : t("jobs.schedule.in", { span: span(wait, t) });
  };
  return (
    <section className="list">
      {query.isPending ? <Waiting>{[0, 1, 2].map((i) => <div key={i} className="rw s-cols" aria-hidden="true"><Bar w={160} /><Bar w={110} /><Bar w={70} /><Bar w={100} /></div>)}</Waiting>
      : !query.data ? <Fault what={t("jobs.schedule.fault")} error={query.error} onRetry={() => void query.refetch()} />
      : query.data.items.length === 0 ? <Empty word={t("jobs.schedule.none")} />
      : (
        <div className="page" tabIndex={0} role="region" aria-label={t("jobs.view.schedules")}>
          <div role="table" aria-label={t("jobs.view.schedules")}>
            <div role="row" className="rw s-cols head">
              {(["kind", "every", "next", "last"] as const).map((key) => <span key={key} role="columnheader">{key === "kind" ? t("jobs.col.kind") : t(`jobs.schedule.${key}`)}</span>)}
              <span role="columnheader">{t("jobs.schedule.history")}</span>
            </div>
            {query.data.items.map((s) => (
              <div key={s.kind} role="row" className="rw s-cols">
                <span role="cell" className="c-kind clip"><span className="m">{kind(s.kind)}</span> <span className="mono q c-id">{s.kind}</span></span>
                <span role="cell" className="c-every clip">{everyOf(s.every_seconds, t)}</span>
                <span role="cell" className="c-next num clip" title={clock(new Date(s.next_at), i18n.language, true)}>{next(s)}</span>
                <span role="cell" className={`c-last clip ${s.last_state && failed(s.last_state) ? "bad" : "s"}`}>
                  {s.last_at ? <>{s.last_state ? t(`jobs.state.${s.last_state}`) : ""} <Time at={s.last_at} as="day" />{typeof s.last_duration_ms === "number" ? <span className="q num"> · {t("jobs.ms", { n: count(Math.round(s.last_duration_ms), i18n.language) })}</span> : null}</> : <span className="q">–</span>}
                </span>
                <span role="cell" className="c-hist"><Ticks name={kind(s.kind)} history={s.history} /></span>
              </div>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
