import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Filter } from "../../ui/Filter";
import { Menu, MenuItem, MenuLabel, MenuLine } from "../../ui/Menu";
import { count } from "../../ui/number";
import { Search } from "../../ui/Search";
import { useStores } from "../stores/queries";
import { noFilters, viewOf, type JobsSearch } from "./filters";
import { PauseDialog, useResume } from "./Pause";
import { jobFaults, jobSummary } from "./queries";
import { faultOf, useKind } from "./words";

/** By kind, store, reason and argument; each stands in the address and nowhere else. */
export function JobsTools({ search, onChange }: { search: JobsSearch; onChange: (next: JobsSearch) => void }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const stores = useStores(scope);
  const kind = useKind();
  const seesArguments = useCan("jobs:arguments");
  const may = useCan("jobs:manage");
  const summary = useQuery(jobSummary(scope));
  const faults = useQuery(jobFaults(scope));
  const [pausing, setPausing] = useState(false);
  const resume = useResume();
  const view = viewOf(search);
  const change = (next: JobsSearch) => onChange({ panel: undefined, ...next });
  const onArgument = useCallback((text: string) => onChange({ argument: text.trim() || undefined, panel: undefined }), [onChange]);
  const kinds = summary.data?.kinds.map((k) => k.kind).sort((a, b) => kind(a).localeCompare(kind(b), i18n.language)) ?? [];
  const store = stores.byId(search.store_id ?? "");
  const pause = store ? summary.data?.stores_paused.find((p) => p.store_id === store.id && !p.kind) : undefined;
  // Reasons are those of dead jobs; of all jobs, the filter means these.
  const reasons = (faults.data?.items ?? []).filter((f) => !search.kind || f.kind === search.kind);
  const byReason = new Map<string, number>();
  const reasonOf = (fault: string) => faultOf(faults.data?.items.find((f) => f.fault === fault) ?? { fault }, t);
  for (const f of reasons) byReason.set(f.fault, (byReason.get(f.fault) ?? 0) + f.n);
  const showReasons = view === "all" || view === "dead";

  const kindItems = kinds.map((k) => <MenuItem key={k} chosen={k === search.kind} onSelect={() => change({ kind: k })}>{kind(k)}</MenuItem>);
  const storeItems = stores.list.map((s) => <MenuItem key={s.id} chosen={s.id === search.store_id} onSelect={() => change({ store_id: s.id })}>{s.name}</MenuItem>);
  const reasonItems = [...byReason].map(([fault, n]) => <MenuItem key={fault} chosen={fault === search.error} end={count(n, i18n.language)} onSelect={() => change({ error: fault, state: "dead" })}>{reasonOf(fault)}</MenuItem>);
  const pauseItem = store && may ? (
    <>
      <MenuLine />
      {pause ? <MenuItem icon="play" onSelect={() => resume.mutate({ id: pause.id, tenant: store.tenant_id, name: store.name })}>{t("jobs.pause.resumeStore", { name: store.name })}</MenuItem>
      : <MenuItem icon="pause" onSelect={() => setPausing(true)}>{t("jobs.pause.menuStore", { name: store.name })}</MenuItem>}
    </>
  ) : null;
  const n = [search.kind, store, search.error].filter(Boolean).length;
  return (
    <div className="tools">
      {seesArguments ? <Search value={search.argument ?? ""} onChange={onArgument} placeholder={t("jobs.findArgument")} /> : null}
      <span className="row-x hide-m">
        {search.kind ? <Filter name={t("jobs.col.kind")} value={kind(search.kind)} onRemove={() => change({ kind: undefined })}>{kindItems}</Filter> : null}
        {store ? <Filter name={t("jobs.col.store")} value={store.name} onRemove={() => change({ store_id: undefined })}>{storeItems}{pauseItem}</Filter> : null}
        {search.error ? <Filter name={t("jobs.reason")} value={reasonOf(search.error)} onRemove={() => change({ error: undefined })}>{reasonItems}</Filter> : null}
        {pause ? <span className="tag jb-paused">{t("jobs.paused")}</span> : null}
      </span>
      <Menu label={t("act.filter")} trigger={<Button kind="quiet" icon="filter">{n > 0 ? t("act.filterN", { n }) : t("act.filter")}</Button>}>
        <MenuLabel>{t("jobs.col.kind")}</MenuLabel>
        {kindItems}
        {stores.list.length > 1 ? <><MenuLine /><MenuLabel>{t("jobs.col.store")}</MenuLabel>{storeItems}</> : null}
        {showReasons && reasonItems.length > 0 ? <><MenuLine /><MenuLabel>{t("jobs.reason")}</MenuLabel>{reasonItems}</> : null}
        {n > 0 ? <><MenuLine /><MenuItem icon="close" onSelect={() => onChange(noFilters)}>{t("act.clearFilters")}</MenuItem></> : null}
      </Menu>
      {pausing && store ? <PauseDialog what={{ store }} onClose={() => setPausing(false)} /> : null}
    </div>
  );
}
