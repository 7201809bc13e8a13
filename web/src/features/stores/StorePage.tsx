import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../api/problem";
import type { StoreDetail } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Icon } from "../../ui/Icon";
import { Notice } from "../../ui/Notice";
import { count } from "../../ui/number";
import { Spark } from "../../ui/Spark";
import { Time } from "../../ui/Time";
import { Bar, Fault, Waiting } from "../../ui/Waits";
import { Deliveries, RecentRuns } from "./StoreActivity";
import { importing, storeOne } from "./queries";
import { StoreAct } from "./StoreActions";
import { StoreState, useReason } from "./StoreState";
import { StreamTable } from "./StreamTable";
import "./stores.css";

const route = getRouteApi("/$scope/stores/$id");

export function StorePage() {
  const { t } = useTranslation();
  const scope = useScope();
  const { id } = route.useParams();
  const { data, isError, error, refetch } = useQuery(storeOne(scope, id));
  const missing = isProblem(error) && error.status === 404;
  return (
    <>
      <TopBar title={data?.name ?? t("stores.one")} crumbs={<Link to="/$scope/stores" activeOptions={{ exact: true, includeSearch: true }} params={{ scope: scope.param }} search={{}}>{t("nav.stores")}</Link>} />
      <Stale />
      {data ? <Document store={data} />
      : missing ? <section className="page-err"><h2>{t("stores.missing")}</h2><p>{t("order.missingWhy")}</p></section>
      : isError ? <Fault what={t("stores.faultOne")} error={error} onRetry={() => void refetch()} />
      : <Waiting><div className="st-h"><div style={{ display: "grid", gap: 10 }}><Bar w={220} h={16} /><Bar w={160} /></div></div>{[0, 1, 2, 3].map((i) => <div key={i} className="im" style={{ margin: "0 var(--gutter)" }}><Bar w={60} /><Bar w="100%" /></div>)}</Waiting>}
    </>
  );
}

function Document({ store }: { store: StoreDetail }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const reason = useReason();
  const says = reason(store);
  const bad = store.state === "unreachable" || store.state === "degraded";
  const fix = store.cause ? t(`cause.${store.cause}.fix` as "cause.dns.fix", { defaultValue: "" }) : "";
  return (
    <div className="cn">
      <div className="lt flush" tabIndex={0} role="region" aria-label={store.name}>
        <div className="st-h">
          <div className="grow">
            <div className="title">{store.name}</div>
            <p className="sub"><a className="mono" href={store.url} target="_blank" rel="noreferrer">{store.url.replace(/^https?:\/\//, "")}</a> · {store.currency} · {store.timezone}</p>
            <div style={{ marginTop: 10, font: "var(--t-13)" }} className="row-x"><StoreState store={store} why={!bad} strong /> <span className="q nw">{t("stores.since")} <Time at={store.since} as="day" /></span></div>
          </div>
          <div className="acts"><StoreAct store={store} act="sync" /><StoreAct store={store} act="pause" /><StoreAct store={store} act="resume" /><StoreAct store={store} act="disconnect" /></div>
        </div>
        {bad && says ? <div className="pad"><Notice tone={store.state === "unreachable" ? "bad" : "att"}><b className="m">{says}</b> {fix} {store.next_try_at ? <>{t("stores.nextTry")} <Time at={store.next_try_at} as="clock" />.</> : null} {t("stores.keptHere")}</Notice></div> : null}
        {store.state === "disconnected" ? <div className="pad"><Notice tone="info">{t("stores.disconnectedNote")}</Notice></div> : null}
        <section className="sec"><h2>{t("stores.col.streams")}{importing(store) ? <Link className="to" to="/$scope/stores/new" params={{ scope: scope.param }} search={{ store: store.id }}>{t("stores.watch")}</Link> : null}</h2><StreamTable streams={store.streams} /></section>
        <Deliveries store={store} />
        <RecentRuns store={store} />
      </div>
      <aside className="rt" aria-label={t("order.facts")}>
        <h2 className="row-x">{t("stores.col.events")}</h2>
        <Spark hours={store.events_24h} width={360} height={56} />
        <div className="row-x" style={{ margin: "8px 0 20px", gap: 14 }}><span className="key">{t("stores.byWebhook")}</span><span className="key pale">{t("stores.byPoll")}</span></div>
        <dl className="kv">
          <dt>{t("nav.orders")}</dt><dd><Link to="/$scope/orders" params={{ scope: scope.param }} search={{ store_id: store.id, status: "all" }} className="num">{count(store.orders_total, i18n.language)}</Link></dd>
          <dt>{t("stores.lastEventFull")}</dt><dd><Time at={store.last_event_at} /></dd>
          <dt>{t("stores.col.requests")}</dt><dd className="num">{count(store.requests_today, i18n.language)} {t("stores.today")}</dd>
          <dt>{t("stores.quarantine")}</dt><dd>{store.quarantined > 0 ? <Link className="att" to="/$scope/sync" params={{ scope: scope.param }} search={{ view: "quarantine", store_id: store.id }}>{t("stores.records", { count: store.quarantined })}</Link> : t("stores.noneHeld")}</dd>
          <dt>{t("stores.fact.woo")}</dt><dd>{store.wc_version}{store.hpos ? `, ${t("stores.fact.hpos")}` : ""}</dd>
          <dt>{t("stores.fact.transport")}</dt><dd>{store.transport}, {store.auth}</dd>
          <dt>{t("stores.fact.clock")}</dt><dd className="num">{t("stores.fact.skew", { n: count(Math.abs(store.clock_skew_ms) / 1000, i18n.language) })}</dd>
          <dt>{t("stores.fact.page")}</dt><dd className="num">{store.page_size}</dd>
          <dt>{t("stores.connectedAt")}</dt><dd><Time at={store.created_at} as="day" /></dd>
        </dl>
        <h2 style={{ marginTop: 24 }}>{t("stores.hooks")}</h2>
        <p className="s" style={{ font: "var(--t-13)", marginBottom: 8 }}>{t(`stores.webhooksLong.${store.webhooks}`)}{store.webhooks === "polling_only" && !store.public_url_set ? ` ${t("stores.setPublicUrl")}` : ""}</p>
        <ul className="hooks">
          {store.webhook_hooks.map((h) => <li key={h.external_id}><Icon name="webhook" /><span className="mono">{h.topic}</span><span className={h.status === "active" ? "q" : "att"}>{t(`stores.hook.${h.status}` as "stores.hook.active", { defaultValue: h.status })}</span></li>)}
        </ul>
      </aside>
    </div>
  );
}
