import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { paged } from "../../api/paged";
import type { Scope } from "../../api/session";
import type { Quarantined, SyncRun } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Button } from "../../ui/Button";
import type { Column } from "../../ui/DataGrid";
import { Filter } from "../../ui/Filter";
import { Json } from "../../ui/Json";
import { ListPage } from "../../ui/ListPage";
import { Menu, MenuItem } from "../../ui/Menu";
import { count } from "../../ui/number";
import { causeOf } from "../stores/causes";
import { OwnWords } from "../../ui/OwnWords";
import { SidePanel } from "../../ui/SidePanel";
import { Tabs } from "../../ui/Tabs";
import { Time } from "../../ui/Time";
import { span } from "../../ui/time";
import { Empty } from "../../ui/Waits";
import { useStores } from "../stores/queries";
import { RunState } from "./RunState";
import "./sync.css";

const route = getRouteApi("/$scope/sync");
const views = ["all", "failed", "partial", "running", "quarantine"] as const;
type View = (typeof views)[number];

const runList = (scope: Scope, filters: { store_id?: string; state?: string }) =>
  paged(keys.runs(scope.key, filters), (after, signal) => ok(api(scope.header).GET("/sync/runs", { params: { query: { ...filters, limit: 50, ...after } }, signal })));
const quarantineList = (scope: Scope, filters: { store_id?: string }) =>
  paged(keys.quarantine(scope.key, filters), (after, signal) => ok(api(scope.header).GET("/sync/quarantine", { params: { query: { ...filters, limit: 50, ...after } }, signal })));

export function SyncPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const stores = useStores(scope);
  const view: View = views.find((v) => v === search.view) ?? "all";
  const set = useCallback((next: Partial<typeof search>) => void navigate({ search: (s) => ({ ...s, ...next }), replace: true }), [navigate]);
  const store = stores.byId(search.store_id ?? "");
  const items = stores.list.map((s) => <MenuItem key={s.id} chosen={s.id === search.store_id} onSelect={() => set({ store_id: s.id, panel: undefined })}>{s.name}</MenuItem>);
  return (
    <>
      <TopBar title={t("nav.sync")} />
      <Tabs label={t("sync.views")} tabs={views.map((key) => ({ key, label: t(`sync.view.${key}`), current: key === view, link: { from: "/$scope/sync" as const, to: "/$scope/sync" as const, search: (s: typeof search) => ({ store_id: s.store_id, view: key === "all" ? undefined : key }) } }))} />
      <Stale />
      <div className="tools">
        {store ? <Filter name={t("orders.col.store")} value={store.name} onRemove={() => set({ store_id: undefined })}>{items}</Filter>
        : <Menu label={t("orders.col.store")} trigger={<Button kind="quiet" icon="filter">{t("orders.col.store")}</Button>}>{items}</Menu>}
      </div>
      {view === "quarantine" ? <Quarantine storeId={search.store_id} panel={search.panel} onPanel={(panel) => set({ panel })} /> : <Runs storeId={search.store_id} state={view === "all" ? undefined : view} />}
    </>
  );
}

function Runs({ storeId, state }: { storeId?: string | undefined; state?: string | undefined }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const stores = useStores(scope);
  const columns = useMemo<Column<SyncRun>[]>(() => {
    const n = (x: number) => (x === 0 ? <span className="q">–</span> : count(x, i18n.language));
    return [
      { key: "at", head: t("sync.col.at"), sorted: true, className: "c-at num s", cell: (r) => <Time at={r.started_at} as="seconds" /> },
      { key: "store", head: t("sync.col.store"), className: "c-store clip m", cell: (r) => stores.byId(r.store_id)?.name ?? "–" },
      { key: "stream", head: t("sync.col.stream"), className: "c-stream clip", cell: (r) => <>{t(`stream.${r.stream}`)} <span className="q">{t(`run.kind.${r.kind}`)}</span></> },
      { key: "state", head: t("sync.col.state"), className: "c-st clip", cell: (r) => <RunState run={r} /> },
      { key: "read", head: t("sync.col.read"), right: true, className: "c-x num s", cell: (r) => n(r.read) },
      { key: "new", head: t("sync.col.created"), right: true, className: "c-x num", cell: (r) => n(r.created) },
      { key: "changed", head: t("sync.col.updated"), right: true, className: "c-x num", cell: (r) => n(r.updated) },
      { key: "requests", head: t("sync.col.requests"), right: true, className: "c-x c-rq num s", cell: (r) => n(r.requests) },
      { key: "took", head: t("sync.col.took"), right: true, className: "c-took num s", cell: (r) => (r.ended_at ? t("time.s", { n: count(Math.round((Date.parse(r.ended_at) - Date.parse(r.started_at)) / 100) / 10, i18n.language) }) : span((Date.now() - Date.parse(r.started_at)) / 1000, t)) },
    ];
  }, [t, i18n.language, stores]);
  return (
    <ListPage
      label={t("nav.sync")} cols="y-cols" columns={columns} query={runList(scope, { ...(storeId ? { store_id: storeId } : {}), ...(state ? { state } : {}) })} idOf={(r) => r.id} nameOf={(r) => `${stores.byId(r.store_id)?.name ?? ""} ${t(`stream.${r.stream}`)}`}
      word={(n) => t("sync.n", { count: n })} fault={t("sync.fault")} empty={<Empty word={t(state ? "sync.noneHere" : "sync.none")} next={state ? undefined : t("sync.noneNext")} />}
    />
  );
}

/** "order" → what a person calls it. */
function useResource() {
  const { t } = useTranslation();
  return useCallback((r: Quarantined) => t(`resource.${r.resource}` as "resource.order", { defaultValue: r.resource }), [t]);
}

function Quarantine({ storeId, panel, onPanel }: { storeId?: string | undefined; panel?: string | undefined; onPanel: (id: string | undefined) => void }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const stores = useStores(scope);
  const resource = useResource();
  const columns = useMemo<Column<Quarantined>[]>(() => [
    { key: "what", head: t("sync.col.record"), className: "c-no", cell: (r) => <span className="m">{resource(r)} <span className="num q">{r.external_id ? `#${r.external_id}` : ""}</span></span> },
    { key: "store", head: t("sync.col.store"), className: "c-store clip s", cell: (r) => stores.byId(r.store_id)?.name ?? "–" },
    { key: "why", head: t("sync.col.reason"), className: "c-st clip", cell: (r) => <span className="att" title={r.reason}>{causeOf(r, t) ?? r.reason}</span> },
    { key: "times", head: t("sync.col.times"), right: true, className: "c-x num s", cell: (r) => count(r.count, i18n.language) },
    { key: "last", head: t("sync.col.last"), right: true, className: "c-took num s", cell: (r) => <Time at={r.last_seen_at} /> },
  ], [t, i18n.language, stores, resource]);
  return (
    <ListPage
      label={t("sync.view.quarantine")} cols="q-cols" columns={columns} query={quarantineList(scope, storeId ? { store_id: storeId } : {})} idOf={(r) => r.id} nameOf={(r) => `${resource(r)} ${r.external_id ?? ""}`} word={(n) => t("sync.records", { count: n })}
      fault={t("sync.fault")} openId={panel} onOpen={(r) => onPanel(r.id)} onClose={() => onPanel(undefined)} empty={<Empty word={t("sync.clean")} next={t("sync.cleanNext")} />}
      panel={panel ? <RecordPanel id={panel} storeId={storeId} onClose={() => onPanel(undefined)} /> : null}
    />
  );
}

function RecordPanel({ id, storeId, onClose }: { id: string; storeId?: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const scope = useScope();
  const stores = useStores(scope);
  const resource = useResource();
  const { data } = useInfiniteOnce(scope, storeId);
  const r = data?.find((x) => x.id === id);
  const store = r ? stores.byId(r.store_id) : undefined;
  return (
    <SidePanel label={r ? `${resource(r)} ${r.external_id ? `#${r.external_id}` : ""}` : t("sync.view.quarantine")} onClose={onClose}>
      {r ? (
        <>
          <div className="sec"><div className="title">{resource(r)} <span className="thin num">{r.external_id ? `#${r.external_id}` : ""}</span></div><p className="sub">{store ? <Link to="/$scope/stores/$id" params={{ scope: scope.param, id: store.id }}>{store.name}</Link> : null} · {t("sync.seen", { count: r.count })} <Time at={r.last_seen_at} as="day" /></p></div>
          <div className="sec"><h2>{t("sync.col.reason")}</h2><p style={{ font: "var(--t-13)" }}>{causeOf(r, t) ?? r.reason}</p><OwnWords said={r.reason} unless={causeOf(r, t)} /><p className="sub" style={{ marginTop: 6 }}>{t("sync.rest")}</p></div>
          <div className="sec"><h2>{t("order.raw")}</h2><Json value={pretty(r.raw)} /></div>
        </>
      ) : <p className="empty">{t("sync.gone")}</p>}
    </SidePanel>
  );
}

/** Broken records are often no JSON at all; then they are shown as they came. */
function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}

function useInfiniteOnce(scope: Scope, storeId: string | undefined) {
  const { data } = useInfiniteQuery(quarantineList(scope, storeId ? { store_id: storeId } : {}));
  return { data: data?.pages.flatMap((p) => p.items) };
}
