import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { JobsQuery } from "../../api/paths";
import type { Scope } from "../../api/session";
import type { Job, JobState as Word } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import type { Column } from "../../ui/DataGrid";
import { ListPage } from "../../ui/ListPage";
import { count } from "../../ui/number";
import { SidePanel } from "../../ui/SidePanel";
import { State, type Glyph, type Tone } from "../../ui/State";
import { Tabs } from "../../ui/Tabs";
import { Time } from "../../ui/Time";
import { Empty } from "../../ui/Waits";
import { useStores } from "../stores/queries";
import "./jobs.css";

const route = getRouteApi("/$scope/jobs");
const views = ["all", "dead", "retryable", "running", "waiting", "completed"] as const;
const statesOf: Record<(typeof views)[number], string | undefined> = { all: undefined, dead: "dead", retryable: "retryable", running: "running", waiting: "available,scheduled", completed: "completed" };
const looks: Record<Word, { glyph: Glyph; tone: Tone }> = {
  scheduled: { glyph: "pending", tone: "calm" }, available: { glyph: "pending", tone: "calm" }, running: { glyph: "half", tone: "calm" }, completed: { glyph: "done", tone: "calm" },
  retryable: { glyph: "failed", tone: "att" }, dead: { glyph: "failed", tone: "bad" }, cancelled: { glyph: "cancelled", tone: "calm" },
};

const jobList = (scope: Scope, query: JobsQuery) =>
  paged(keys.jobList(scope.key, query), (after, signal) => ok(api(scope.header).GET("/jobs", { params: { query: { ...query, limit: 50, ...after } }, signal })), 10_000);

function JobState({ job }: { job: Job }) {
  const { t } = useTranslation();
  return <State {...looks[job.state]} word={t(`jobs.state.${job.state}`)} why={job.state === "dead" || job.state === "retryable" ? job.last_error ?? undefined : undefined} />;
}

/** "fetch-order" → what a person calls it, or the kind itself. */
function useKind() {
  const { t } = useTranslation();
  return (kind: string) => t(`jobs.kind.${kind}` as "jobs.kind.fetch-record", { defaultValue: kind.replaceAll(/[-_]/g, " ").replace(/^./, (c) => c.toUpperCase()) });
}

export function JobsPage() {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const stores = useStores(scope);
  const kind = useKind();
  const view = views.find((v) => v === search.state || (v !== "all" && statesOf[v] === search.state)) ?? "all";
  const query: JobsQuery = { ...(statesOf[view] ? { state: statesOf[view] } : {}), ...(search.kind ? { kind: search.kind } : {}) };
  const set = useCallback((next: Partial<typeof search>) => void navigate({ search: (s) => ({ ...s, ...next }), replace: true }), [navigate]);
  const columns: Column<Job>[] = useMemo(() => [
    { key: "kind", head: t("jobs.col.kind"), className: "c-kind clip", cell: (j) => <><span className="m">{kind(j.kind)}</span> <span className="mono q">{j.kind}</span></> },
    { key: "state", head: t("jobs.col.state"), className: "c-st clip", cell: (j) => <JobState job={j} /> },
    { key: "store", head: t("jobs.col.store"), className: "c-store s clip", cell: (j) => (j.store_id ? stores.byId(j.store_id)?.name : undefined) ?? <span className="q">–</span> },
    { key: "tries", head: t("jobs.col.tries"), right: true, className: "c-x num s", cell: (j) => t("jobs.of", { n: j.attempt, max: j.max_attempts }) },
    { key: "took", head: t("jobs.col.took"), right: true, className: "c-x num s", cell: (j) => (j.duration_ms !== null && j.duration_ms !== undefined ? t("jobs.ms", { n: count(j.duration_ms, i18n.language) }) : <span className="q">–</span>) },
    { key: "at", head: t("jobs.col.at"), right: true, className: "c-age num s", cell: (j) => <Time at={j.finished_at ?? j.started_at ?? j.run_at} as={j.state === "scheduled" ? "clock" : "ago"} /> },
  ], [t, i18n.language, stores, kind]);
  const open = useInfiniteQuery(jobList(scope, query)).data?.pages.flatMap((p) => p.items).find((j) => j.id === search.panel);
  return (
    <>
      <TopBar title={t("nav.jobs")} />
      <Tabs label={t("jobs.views")} tabs={views.map((key) => ({ key, label: t(`jobs.view.${key}`), current: key === view, link: { from: "/$scope/jobs" as const, to: "/$scope/jobs" as const, search: { state: key === "all" ? undefined : key } } }))} />
      <Stale />
      <ListPage
        label={t("nav.jobs")} cols="jb-cols" columns={columns} query={jobList(scope, query)} idOf={(j) => j.id} nameOf={(j) => `${kind(j.kind)} ${j.id}`} word={(n) => t("jobs.n", { count: n })} fault={t("jobs.fault")}
        openId={search.panel} onOpen={(j) => set({ panel: j.id })} onClose={() => set({ panel: undefined })} empty={<Empty word={t(view === "dead" ? "jobs.noDead" : "jobs.none")} next={view === "dead" ? t("jobs.noDeadNext") : undefined} />}
        panel={search.panel ? (
          <SidePanel label={open ? kind(open.kind) : t("jobs.one")} onClose={() => set({ panel: undefined })}>
            {open ? <JobBody job={open} store={open.store_id ? stores.byId(open.store_id)?.name : undefined} name={kind(open.kind)} /> : <p className="empty">{t("jobs.gone")}</p>}
          </SidePanel>
        ) : null}
      />
    </>
  );
}

function JobBody({ job, store, name }: { job: Job; store: string | undefined; name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="sec"><div className="title">{name}</div><p className="sub">{store ? `${store} · ` : ""}<span className="mono">{job.kind} {job.id}</span></p><div style={{ marginTop: 10, font: "var(--t-13)" }}><JobState job={job} /></div></div>
      {job.last_error ? <div className="sec"><h2>{t("jobs.lastError")}</h2><pre className="code" tabIndex={0}>{job.last_error}</pre></div> : null}
      <div className="sec">
        <dl className="kv">
          <dt>{t("jobs.col.tries")}</dt><dd className="num">{t("jobs.of", { n: job.attempt, max: job.max_attempts })}</dd>
          <dt>{t("jobs.priority")}</dt><dd className="num">{job.priority}</dd>
          <dt>{t("jobs.created")}</dt><dd><Time at={job.created_at} as="day" /></dd>
          <dt>{t("jobs.runAt")}</dt><dd><Time at={job.run_at} as="day" /></dd>
          {job.started_at ? <><dt>{t("jobs.started")}</dt><dd><Time at={job.started_at} as="day" /></dd></> : null}
          {job.finished_at ? <><dt>{t("jobs.finished")}</dt><dd><Time at={job.finished_at} as="day" /></dd></> : null}
        </dl>
      </div>
    </>
  );
}
