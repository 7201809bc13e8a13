import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkAction, Job } from "../../api/jobs";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import type { Column } from "../../ui/DataGrid";
import type { IconName } from "../../ui/Icon";
import { useKeys } from "../../ui/keys";
import { ListPage } from "../../ui/ListPage";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";
import { span } from "../../ui/time";
import { Empty } from "../../ui/Waits";
import { useStores } from "../stores/queries";
import { BulkConfirm, matchingText, useMatching, type Bulk } from "./Bulk";
import { actsOf, canSelect, hasFilters, noFilters, ofIds, ofList, toQuery, viewOf, type JobsSearch } from "./filters";
import { JobPanel } from "./JobPanel";
import { JobState } from "./JobState";
import { jobList } from "./queries";
import { useKind } from "./words";

const icons: Record<BulkAction, IconName | undefined> = { replay: "poll", discard: undefined, run_now: "play" };

function useColumns(): Column<Job>[] {
  const { t, i18n } = useTranslation();
  const stores = useStores(useScope());
  const kind = useKind();
  return useMemo(() => [
    { key: "kind", head: t("jobs.col.kind"), className: "c-kind clip", cell: (j) => <><span className="m">{kind(j.kind)}</span> <span className="mono q">{j.kind}</span></> },
    { key: "state", head: t("jobs.col.state"), className: "c-st clip", cell: (j) => <JobState job={j} /> },
    { key: "store", head: t("jobs.col.store"), className: "c-store s clip", cell: (j) => (j.store_id ? stores.byId(j.store_id)?.name : undefined) ?? <span className="q">–</span> },
    { key: "tries", head: t("jobs.col.tries"), right: true, className: "c-x num s", cell: (j) => t("jobs.of", { n: j.attempt, max: j.max_attempts }) },
    { key: "took", head: t("jobs.col.took"), right: true, className: "c-x num s", cell: (j) => (typeof j.duration_ms === "number" ? (j.duration_ms < 10_000 ? t("jobs.ms", { n: count(Math.round(j.duration_ms), i18n.language) }) : span(j.duration_ms / 1000, t)) : <span className="q">–</span>) },
    { key: "at", head: t("jobs.col.at"), right: true, className: "c-age num s", cell: (j) => <Time at={j.finished_at ?? j.started_at ?? j.run_at} as={j.state === "scheduled" ? "clock" : "ago"} /> },
  ], [t, i18n.language, stores, kind]);
}

/** The jobs of a view, with what can be done to many of them at once. */
export function JobsList({ search, onChange }: { search: JobsSearch; onChange: (next: JobsSearch) => void }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const kind = useKind();
  const may = useCan("jobs:manage");
  const columns = useColumns();
  const view = viewOf(search);
  const query = jobList(scope, toQuery(search));
  const list = useInfiniteQuery(query);
  const rows = useMemo(() => list.data?.pages.flatMap((p) => p.items) ?? [], [list.data]);
  const acts = may ? actsOf(view) : [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [bulk, setBulk] = useState<Bulk>();
  // What has left the list meanwhile is no longer chosen.
  const selected = useMemo(() => new Set(rows.filter((r) => canSelect(r) && (all || chosen.has(r.id))).map((r) => r.id)), [rows, chosen, all]);
  const first = acts[0];
  const whole = first ? ofList(first, toQuery(search)) : undefined;
  const matching = useMatching(scope, whole && selected.size > 0 ? [whole] : undefined);
  const choose = (next: ReadonlySet<string>) => { setAll(false); setChosen(next); };
  const start = (action: BulkAction) => {
    const every = all ? ofList(action, toQuery(search)) : undefined;
    setBulk({ action, bodies: every ? [every] : ofIds(action, [...selected]) });
  };
  const takeAll = () => (whole ? setAll(true) : choose(new Set(rows.map((r) => r.id))));
  useKeys({
    a: () => (first && rows.some(canSelect) ? takeAll() : false),
    r: () => (first && selected.size > 0 ? start(first) : false),
  });
  const more = matching.data && matching.data.all > selected.size;
  const n = all && matching.data ? matchingText(matching.data, i18n.language) : count(selected.size, i18n.language);
  const bar = selected.size > 0 ? (
    <div className="foot keep" role="toolbar" aria-label={t("list.selection")}>
      <b role="status" className="num">{all ? t("jobs.allSelected", { n: matching.data ? n : "…" }) : t("jobs.selected", { n })}</b>
      {!all && whole && (more || list.hasNextPage) ? <button type="button" className="link num" onClick={takeAll}>{matching.data ? t("jobs.takeAllN", { n: matchingText(matching.data, i18n.language) }) : t("jobs.takeAll")} <kbd className="hide-m" aria-hidden="true">a</kbd></button> : null}
      <span className="grow" />
      {acts.map((action) => <Button key={action} {...(icons[action] ? { icon: icons[action] } : {})} kind={action === "discard" ? "danger" : "plain"} hint={action === first ? "R" : ""} onClick={() => start(action)}>{t(`jobs.bar.${action}`, { n })}</Button>)}
      <Button kind="quiet" icon="close" label={t("act.clear")} hint="Esc" onClick={() => choose(new Set())} />
    </div>
  ) : undefined;
  const at = rows.findIndex((r) => r.id === search.panel);
  const open = (id: string | undefined) => onChange({ panel: id });
  const dead = view === "dead" && !hasFilters(search);
  return (
    <>
      <ListPage
        label={t("nav.jobs")} cols="jb-cols" columns={columns} query={query} idOf={(j) => j.id} nameOf={(j) => `${kind(j.kind)} ${j.id}`} word={(x) => t("jobs.n", { count: x })} fault={t("jobs.fault")} bar={bar}
        openId={search.panel} onOpen={(j) => open(j.id)} onClose={() => open(undefined)} {...(acts.length > 0 ? { selected, onSelect: choose, canSelect } : {})}
        empty={(
          <Empty word={t(dead ? "jobs.noDead" : hasFilters(search) ? "jobs.noneFound" : "jobs.none")} {...(dead ? { next: t("jobs.noDeadNext") } : {})}>
            {hasFilters(search) ? <button type="button" className="link" onClick={() => onChange(noFilters)}>{t("act.clearFilters")}</button> : null}
          </Empty>
        )}
        panel={search.panel ? (
          <JobPanel
            key={search.panel} id={search.panel} row={rows[at]} onClose={() => open(undefined)} onOther={open}
            walk={at < 0 ? undefined : {
              position: t("list.position", { at: at + 1, of: `${count(rows.length, i18n.language)}${list.hasNextPage ? "+" : ""}` }), onPrevious: at > 0 ? () => open(rows[at - 1]?.id) : undefined, onNext: at < rows.length - 1 ? () => open(rows[at + 1]?.id) : undefined,
            }}
          />
        ) : null}
      />
      {bulk ? <BulkConfirm bulk={bulk} onClose={() => setBulk(undefined)} onDone={() => { setBulk(undefined); choose(new Set()); }} /> : null}
    </>
  );
}
