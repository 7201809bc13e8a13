import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job, JobAttempt, JobDetail } from "../../api/jobs";
import { isProblem } from "../../api/problem";
import { useScope } from "../../shell/scope";
import { Copy } from "../../ui/Copy";
import { count } from "../../ui/number";
import { OwnWords } from "../../ui/OwnWords";
import { SidePanel, type Walk } from "../../ui/SidePanel";
import { Time, useNow } from "../../ui/Time";
import { exact, span } from "../../ui/time";
import { Bar, Fault, Waiting } from "../../ui/Waits";
import { causeOf } from "../stores/causes";
import { useStores } from "../stores/queries";
import { JobActions } from "./JobActions";
import { JobState } from "./JobState";
import { jobOne } from "./queries";
import { deadSince, faultOf, useKind, waitsOf } from "./words";

/** A job beside its list: how it stands, why it waits, what was tried, what it would do. */
export function JobPanel({ id, row, walk, onClose, onOther }: { id: string; row?: Job | undefined; walk?: Walk | undefined; onClose: () => void; onOther: (id: string) => void }) {
  const { t } = useTranslation();
  const scope = useScope();
  const kind = useKind();
  const stores = useStores(scope);
  const { data, isError, error, refetch } = useQuery(jobOne(scope, id));
  const now = useNow();
  const { i18n } = useTranslation();
  const head = data ?? row;
  const name = head ? kind(head.kind) : t("jobs.one");
  const store = head?.store_id ? stores.byId(head.store_id) : undefined;
  const gone = isProblem(error) && error.status === 404;
  return (
    <SidePanel label={name} onClose={onClose} walk={walk}>
      {head && !gone ? (
        <div className="sec">
          <div className="title">{name}</div>
          <p className="sub jb-sub">{store ? <><Link to="/$scope/stores/$id" params={{ scope: scope.param, id: store.id }}>{store.name}</Link> · </> : null}<span className="mono">{head.kind}</span></p>
          <div className="jb-state"><JobState job={head} why={data?.state === "dead" ? deadSince(data, now, i18n.language, t) : data?.state === "running" && data.worker ? t("jobs.on", { name: data.worker.name }) : undefined} /></div>
          {data ? <JobActions job={data} name={name} store={store} onOther={onOther} /> : <div className="jb-acts-room" />}
        </div>
      ) : null}
      {gone ? <p className="empty">{t("jobs.gone")}</p> : data ? <Body job={data} onOther={onOther} /> : isError ? <Fault what={t("jobs.faultOne")} error={error} onRetry={() => void refetch()} />
      : <Waiting>{[0, 1, 2, 3].map((i) => <div key={i} className="sec"><Bar w={80} /><div style={{ height: 12 }} /><Bar w={`${90 - i * 12}%`} /></div>)}</Waiting>}
    </SidePanel>
  );
}

function Body({ job, onOther }: { job: JobDetail; onOther: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const args = job.arguments ? JSON.stringify(job.arguments, null, 2) : undefined;
  return (
    <>
      {job.waits || job.state === "dead" ? (
        <section className="sec">
          <h2>{t("jobs.whyWaits")}</h2>
          {job.waits ? (
            <p className="jb-p">{waitsOf(job.waits, now, i18n.language, t)}{job.waits.job_id ? <> <button type="button" className="link" onClick={() => onOther(job.waits?.job_id ?? job.id)}>{t("jobs.showOther")}</button></> : null}</p>
          ) : <p className="jb-p">{t("jobs.deadWaits")}</p>}
        </section>
      ) : null}
      {job.last_error && (job.state === "dead" || job.state === "retryable") ? (
        <section className="sec"><h2>{t("jobs.lastError")}</h2><p className="jb-p">{faultOf(job, t)}</p><OwnWords said={job.last_error} unless={faultOf(job, t)} /></section>
      ) : null}
      <Tries attempts={job.attempts} />
      {args ? <section className="sec"><h2>{t("jobs.arguments")}<span className="to"><Copy text={args} label={t("act.copy")} /></span></h2><pre className="code" tabIndex={0}>{args}</pre></section> : null}
      <section className="sec" style={{ border: 0 }}>
        <dl className="kv">
          <dt>{t("jobs.col.tries")}</dt><dd className="num">{t("jobs.of", { n: job.attempt, max: job.max_attempts })}</dd>
          <dt>{t("jobs.id")}</dt><dd><span className="mono">{job.id}</span> <Copy text={job.id} /></dd>
          <dt>{t("jobs.priority")}</dt><dd className="num">{job.priority}</dd>
          <dt>{t("jobs.created")}</dt><dd><Time at={job.created_at} as="day" /></dd>
          <dt>{t("jobs.runAt")}</dt><dd><Time at={job.run_at} as="day" /></dd>
          {job.started_at ? <><dt>{t("jobs.started")}</dt><dd><Time at={job.started_at} as="day" /></dd></> : null}
          {job.finished_at ? <><dt>{t("jobs.finished")}</dt><dd><Time at={job.finished_at} as="day" /></dd></> : null}
        </dl>
      </section>
    </>
  );
}

/** As many tries as are read at a glance. */
const FEW = 5;

function Tries({ attempts }: { attempts: JobAttempt[] }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  if (attempts.length === 0) return null;
  const hidden = attempts.length - FEW;
  const took = (a: JobAttempt) => (a.duration_ms < 10_000 ? t("jobs.sec", { n: count(Math.round(a.duration_ms / 100) / 10, i18n.language) }) : span(a.duration_ms / 1000, t));
  return (
    <section className="sec">
      <h2>{t("jobs.tries")} <span className="q num">{attempts.length}</span></h2>
      <ol>
        {(all ? attempts : attempts.slice(0, FEW)).map((a) => (
          <li key={a.run_id} className="jb-try num" title={exact(a.started_at, i18n.language)}>
            <span className="q">{a.attempt}</span><span><Time at={a.started_at} as="seconds" /></span>
            <span className="clip s" title={a.error ?? undefined}>{causeOf(a, t) ?? a.error ?? t(`jobs.outcome.${a.outcome}`)}</span><span className="q">{took(a)}</span>
          </li>
        ))}
      </ol>
      {hidden > 0 && !all ? <button type="button" className="link jb-more" onClick={() => setAll(true)}>{t("jobs.earlier", { count: hidden })}</button> : null}
    </section>
  );
}
