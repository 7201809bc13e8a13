import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Store } from "../../api/types";
import { useCan, useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Icon } from "../../ui/Icon";
import { count } from "../../ui/number";
import { Progress } from "../../ui/Progress";
import { Spark } from "../../ui/Spark";
import { Tabs } from "../../ui/Tabs";
import { Time } from "../../ui/Time";
import { Bar, Empty, Fault, Waiting } from "../../ui/Waits";
import { importing, storeList } from "./queries";
import { StoreAct } from "./StoreActions";
import { Lag, progressOf, sorted, StoreState, urgency, useReason } from "./StoreState";
import "./stores.css";

const route = getRouteApi("/$scope/stores");
const views = { all: () => true, look: (s: Store) => s.state === "unreachable" || s.state === "degraded", paused: (s: Store) => s.state === "paused", disconnected: (s: Store) => s.state === "disconnected" };
type View = keyof typeof views;

export function StoresPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const search = route.useSearch();
  const mayWrite = useCan("stores:write");
  const { data, isPending, isError, error, refetch } = useQuery(storeList(scope));
  const view: View = search.view && search.view in views ? (search.view as View) : "all";
  const all = data?.items ?? [];
  const rows = all.filter((s) => (view === "all" ? s.state !== "disconnected" : views[view](s))).sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state) || a.name.localeCompare(b.name));
  const tabs = (Object.keys(views) as View[]).map((key) => ({
    key, label: t(`stores.view.${key}`), current: key === view, tone: key === "look" ? ("bad" as const) : undefined,
    n: data ? (key === "all" ? all.filter((s) => s.state !== "disconnected").length : key === "disconnected" ? undefined : all.filter(views[key]).length) : undefined,
    link: { from: "/$scope/stores" as const, to: "/$scope/stores" as const, search: { view: key === "all" ? undefined : key } },
  }));
  return (
    <>
      <TopBar title={t("nav.stores")} action={mayWrite ? <Link className="btn pri" to="/$scope/stores/new" params={{ scope: scope.param }} search={{}}><Icon name="plus" /><span className="hide-m">{t("stores.connect")}</span><span className="only-m">{t("stores.connectShort")}</span></Link> : undefined} />
      <Tabs tabs={tabs} label={t("stores.views")} end={<><span className="key">{t("stores.byWebhook")}</span><span className="key pale">{t("stores.byPoll")}</span></>} />
      <Stale />
      <div className="page" role="region" aria-label={t("nav.stores")} tabIndex={0}>
        {isPending ? <StoresSkeleton />
        : isError && !data ? <Fault what={t("stores.fault")} error={error} onRetry={() => void refetch()} />
        : rows.length === 0 ? (
          <Empty word={view === "all" ? t("stores.none") : t("stores.noneHere")} next={view === "all" ? t("stores.noneNext") : undefined}>
            {view === "all" && mayWrite ? <Link to="/$scope/stores/new" params={{ scope: scope.param }} search={{}}>{t("stores.connect")}</Link> : null}
          </Empty>
        ) : (
          <div role="table" aria-label={t("nav.stores")}>
            <div className="rw head s-cols" role="row">
              {(["store", "state", "streams", "orders", "events"] as const).map((c) => <span key={c} role="columnheader">{t(`stores.col.${c}`)}</span>)}
              <span role="columnheader" className="r">{t("stores.col.requests")}</span>
            </div>
            {rows.map((s) => <Row key={s.id} store={s} />)}
          </div>
        )}
      </div>
    </>
  );
}

function Row({ store }: { store: Store }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const reason = useReason();
  const says = reason(store);
  const progress = importing(store) ? progressOf(store) : undefined;
  const n = (x: number) => count(x, i18n.language);
  return (
    <div className="rw s-cols s-row" role="row">
      <div role="cell">
        <Link className="m plain cover" to="/$scope/stores/$id" params={{ scope: scope.param, id: store.id }}>{store.name}</Link>
        <div className="sub mono clip">{store.url.replace(/^https?:\/\//, "")}</div>
      </div>
      <div role="cell">
        <StoreState store={store} why={false} strong />
        {says ? <div className="sent">{says}</div> : null}
        {store.next_try_at && (store.state === "unreachable" || store.state === "degraded") ? <div className="sent">{t("stores.nextTry")} <Time at={store.next_try_at} as="clock" /></div> : null}
        {progress ? <div className="sent" style={{ marginTop: 6, maxWidth: 220 }}><Progress thin done={progress.done} total={progress.total} label={t("stores.importOf", { name: store.name })} /></div> : null}
        {store.state === "paused" && store.allowed.includes("resume") ? <div className="sent over"><StoreAct store={store} act="resume" as="link" /></div> : null}
      </div>
      <div role="cell" className="strm num">
        {sorted(store.streams).filter((s) => s.stream !== "variations").map((s) => <div key={s.stream}><span>{t(`stream.${s.stream}`)}</span><Lag stream={s} /></div>)}
      </div>
      <div role="cell">
        <div className="row-x num">{n(store.orders_total)}<span className="only-m s">{t("orders.count", { count: store.orders_total })}</span></div>
        <div className="sub">{store.last_event_at ? <>{t("stores.lastEvent")} <Time at={store.last_event_at} /></> : t("stores.noEvent")}</div>
        <div className="sub">{t(`stores.webhooks.${store.webhooks}`)}</div>
        {store.quarantined > 0 ? <div className="sub att over"><Link className="att" to="/$scope/sync" params={{ scope: scope.param }} search={{ view: "quarantine", store_id: store.id }}>{t("stores.quarantined", { count: store.quarantined })}</Link></div> : null}
      </div>
      <div role="cell" className="c-spark"><Spark hours={store.events_24h} /></div>
      <div role="cell" className="r c-req"><span className="num">{n(store.requests_today)}</span><div className="sub">{t("stores.today")}</div></div>
    </div>
  );
}

function StoresSkeleton() {
  return (
    <Waiting>
      {[0, 1, 2, 3].map((i) => (
        <div key={i} className="rw s-cols s-row" aria-hidden="true">
          <div style={{ display: "grid", gap: 8 }}><Bar w={100} /><Bar w={130} /></div><div style={{ display: "grid", gap: 8 }}><Bar w={80} /><Bar w="80%" /></div>
          <div style={{ display: "grid", gap: 8 }}><Bar w="90%" /><Bar w="90%" /></div><Bar w={90} /><Bar w={170} h={36} /><Bar w={60} />
        </div>
      ))}
    </Waiting>
  );
}
