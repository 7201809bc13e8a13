import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/session";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { useKeys } from "../../ui/keys";
import { Tabs } from "../../ui/Tabs";
import { countOf, hasFilters, houseViews, lists, moreOf, searchOf, toQuery, viewOf, type JobsSearch } from "./filters";
import { JobPanel } from "./JobPanel";
import { JobsList } from "./JobsList";
import { JobsTools } from "./JobsTools";
import { Overview } from "./Overview";
import { jobSummary } from "./queries";
import { Schedules } from "./Schedules";
import { Workers } from "./Workers";
import "./jobs.css";

const route = getRouteApi("/$scope/jobs");

export function JobsPage() {
  const { t } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const search: JobsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const summary = useQuery(jobSummary(scope));
  const view = viewOf(search);
  const set = useCallback((next: JobsSearch) => void navigate({ search: (s: JobsSearch) => ({ ...s, ...next }), replace: "panel" in next || "argument" in next }), [navigate]);
  // Workers and schedules are the whole house's: who sees everything sees what each kind got done.
  const house = user.kind === "staff" && !scope.tenant && (!summary.data || summary.data.kinds.some((k) => k.throughput));
  const tabs = [...lists, ...(house || view === "workers" || view === "schedules" ? houseViews : [])].map((key) => ({
    key, label: t(`jobs.view.${key}`), n: countOf(key, summary.data), more: moreOf(key, summary.data), tone: key === "dead" ? ("bad" as const) : undefined, current: key === view,
    link: { from: "/$scope/jobs" as const, to: "/$scope/jobs" as const, search: (s: JobsSearch) => searchOf(key, s) },
  }));
  const step = (by: number) => {
    const next = tabs[(tabs.findIndex((tab) => tab.current) + by + tabs.length) % tabs.length];
    if (next) void navigate({ search: next.link.search });
  };
  useKeys({
    "[": () => step(-1),
    "]": () => step(1),
    ...Object.fromEntries(tabs.map((tab, i) => [String(i + 1), () => void navigate({ search: tab.link.search })])),
  });
  const close = () => set({ panel: undefined });
  return (
    <>
      <TopBar title={t("nav.jobs")} />
      <Tabs label={t("jobs.views")} tabs={tabs} />
      <Stale />
      {view === "workers" ? <div className="split"><Workers /></div> : view === "schedules" ? <div className="split"><Schedules /></div> : (
        <>
          <JobsTools search={search} onChange={set} />
          {view === "all" && !hasFilters(search)
            ? <Overview panel={search.panel} aside={search.panel ? <JobPanel key={search.panel} id={search.panel} onClose={close} onOther={(id) => set({ panel: id })} /> : null} />
            : <JobsList key={JSON.stringify(toQuery(search))} search={search} onChange={set} />}
        </>
      )}
    </>
  );
}
