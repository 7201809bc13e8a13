import { useQuery } from "@tanstack/react-query";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BulkAction } from "../../api/jobs";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { useKeys } from "../../ui/keys";
import { Time } from "../../ui/Time";
import { Bar, Empty, Fault, Waiting } from "../../ui/Waits";
import { useStores } from "../stores/queries";
import { BulkConfirm, type Bulk } from "./Bulk";
import { DeadGroup, faultKey } from "./DeadGroup";
import { KindTable } from "./KindTable";
import { PauseDialog, useResume, type Pausing } from "./Pause";
import { jobFaults, jobSummary } from "./queries";
import { useRows } from "./useRows";
import { useKind } from "./words";

/** The queue at a glance: what died and why, what is held, and how each kind does. */
export function Overview({ panel, aside }: { panel: string | undefined; aside: ReactNode }) {
  const { t } = useTranslation();
  const scope = useScope();
  const stores = useStores(scope);
  const kind = useKind();
  const may = useCan("jobs:manage");
  const summary = useQuery(jobSummary(scope));
  const faults = useQuery(jobFaults(scope));
  const box = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<Bulk>();
  const [pausing, setPausing] = useState<Pausing>();
  const resume = useResume();
  const all = faults.data?.items ?? [];
  const ids = may ? all.map(faultKey) : [];
  // What has gone meanwhile is no longer chosen.
  const selected = new Set([...chosen].filter((id) => ids.includes(id)));
  const rows = useRows(box, { ids, selected, onSelect: setChosen });
  const start = (action: BulkAction) => {
    const here = rows.idHere();
    const wanted = all.filter((f) => (selected.size > 0 ? selected.has(faultKey(f)) : faultKey(f) === here));
    if (!may || wanted.length === 0) return false;
    setBulk({ action, bodies: wanted.map((f) => ({ action, state: "dead", kind: f.kind, error: f.fault })) });
  };
  useKeys({ r: () => start("replay") });
  const error = summary.error ?? faults.error;
  return (
    <div className="split">
      <section className="list" aria-label={t("nav.jobs")} ref={box}>
        {summary.data && faults.data ? (
          <div className="page">
            {summary.data.stores_paused.map((p) => {
              const store = stores.byId(p.store_id ?? "")?.name ?? t("jobs.aStore");
              const what = p.kind ? t("jobs.storeKindPaused", { store, kind: kind(p.kind) }) : t("jobs.storePaused", { store });
              return (
                <div key={p.id} className="jb-held">
                  <Icon name="pause" /><span><span className="m">{what}</span> <span className="s">{p.by ? `${t("jobs.pausedBy", { name: p.by })}, ` : ""}<Time at={p.at} as="day" />{p.reason ? `: ${p.reason}` : ""}</span></span>
                  {may ? <Button busy={resume.isPending && resume.variables.id === p.id} onClick={() => resume.mutate({ id: p.id, tenant: p.tenant_id ?? undefined, name: store })}>{t("jobs.pause.resume")}</Button> : null}
                </div>
              );
            })}
            {all.length > 0 ? <DeadGroup faults={all} dead={summary.data.totals} selected={selected} onToggle={rows.toggle} onReplay={() => start("replay")} onDiscard={() => start("discard")} panel={panel} /> : null}
            {summary.data.kinds.length > 0 ? <KindTable summary={summary.data} onPause={setPausing} onResume={(p) => resume.mutate(p)} /> : <Empty word={t("jobs.noneYet")} next={t("jobs.noneYetNext")} />}
          </div>
        ) : error ? <Fault what={t("jobs.fault")} error={error} onRetry={() => { void summary.refetch(); void faults.refetch(); }} />
        : <Waiting>{Array.from({ length: 12 }, (_, i) => <div key={i} className="rw k-cols" aria-hidden="true"><Bar w={`${40 + ((i * 17) % 30)}%`} /><Bar w={16} /><Bar w={16} /><Bar w={16} /><Bar w={20} /><Bar w={40} /><Bar w={150} /></div>)}</Waiting>}
      </section>
      {aside}
      {bulk ? <BulkConfirm bulk={bulk} onClose={() => setBulk(undefined)} onDone={() => { setBulk(undefined); setChosen(new Set()); }} /> : null}
      {pausing ? <PauseDialog what={pausing} onClose={() => setPausing(undefined)} /> : null}
    </div>
  );
}
