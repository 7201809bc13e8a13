import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFresh } from "../../api/fresh";
import { keys } from "../../api/keys";
import type { StoreDetail } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Money } from "../../ui/Money";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";
import { left } from "../../ui/time";
import { orderName } from "../orders/columns";
import { OrderState } from "../orders/OrderState";
import { fetchOrders } from "../orders/queries";
import { importing } from "./queries";
import { Step } from "./Step";
import { StoreAct } from "./StoreActions";
import { StoreState } from "./StoreState";
import { StreamTable } from "./StreamTable";

/** The first import: bars that move, rows that arrive, and the way to work with what is here already. */
export function ImportProgress({ store }: { store: StoreDetail }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const busy = importing(store) || store.state === "connecting";
  const longest = Math.max(0, ...store.streams.filter((s) => s.state === "importing").map((s) => s.eta_seconds ?? 0));
  const known = store.streams.some((s) => s.state === "importing" && s.eta_seconds !== null && s.eta_seconds !== undefined);
  const n = count(store.orders_total, i18n.language);
  return (
    <div className="cn">
      <div className="lt" tabIndex={0} role="region" aria-label={t("connect.import")}>
        <ol>
          <Step n={1} state="done" title={t("connect.address")} note={store.url} />
          <Step n={2} state="done" title={t("connect.tested")} note={t("connect.testedNote", { version: store.wc_version, transport: t(`stores.webhooks.${store.webhooks}`) })} />
          <Step n={3} state={busy ? "current" : "done"} title={t("connect.import")} note={busy ? (known ? t("connect.left", { left: left(longest, t) }) : t("connect.counting")) : t("connect.finished")}>
            <StreamTable streams={store.streams} />
            <p className="sub" style={{ margin: "8px 0 16px" }} role="status">{busy ? t("connect.meanwhile") : t("connect.live")}</p>
            <div className="row-x" style={{ flexWrap: "wrap" }}>
              {store.orders_total > 0 ? <Link className="btn pri l" to="/$scope/orders" params={{ scope: scope.param }} search={{ store_id: store.id, status: "all" }}>{t("connect.open", { n, count: store.orders_total })}</Link> : <span className="btn l" aria-disabled="true">{t("connect.waiting")}</span>}
              <StoreAct store={store} act="pause" /><StoreAct store={store} act="resume" />
              <Link className="btn quiet" to="/$scope/stores/$id" params={{ scope: scope.param, id: store.id }}>{t("connect.toStore")}</Link>
            </div>
            <Arriving store={store} busy={busy} />
          </Step>
        </ol>
      </div>
      <aside className="rt" aria-label={t("connect.found")}>
        <h2>{t("connect.found")}</h2>
        <dl className="kv">
          <dt>{t("stores.col.state")}</dt><dd><StoreState store={store} /></dd>
          <dt>{t("stores.fact.woo")}</dt><dd>{store.wc_version}{store.hpos ? `, ${t("stores.fact.hpos")}` : ""}</dd>
          <dt>{t("stores.fact.transport")}</dt><dd>{store.transport}, {store.auth}</dd>
          <dt>{t("stores.fact.currency")}</dt><dd>{store.currency} · {store.timezone}</dd>
          <dt>{t("stores.fact.clock")}</dt><dd className="num">{t("stores.fact.skew", { n: count(Math.abs(store.clock_skew_ms) / 1000, i18n.language) })}</dd>
          <dt>{t("stores.fact.page")}</dt><dd className="num">{store.page_size}</dd>
        </dl>
        {busy ? <Rate store={store} /> : null}
      </aside>
    </div>
  );
}

/** Rows per second of the last minute, as this page has seen them. */
function Rate({ store }: { store: StoreDetail }) {
  const { t, i18n } = useTranslation();
  const done = store.streams.reduce((sum, s) => sum + s.done, 0);
  const [samples, setSamples] = useState<{ at: number; done: number }[]>([]);
  useEffect(() => setSamples((old) => [...old.slice(-48), { at: Date.now(), done }]), [done]);
  const rates = samples.slice(1).map((s, i) => { const before = samples[i]; return before && s.at > before.at ? Math.max(0, ((s.done - before.done) * 1000) / (s.at - before.at)) : 0; });
  const most = Math.max(1, ...rates);
  if (rates.length < 2) return null;
  return (
    <div style={{ marginTop: 24 }}>
      <h3 className="h">{t("connect.perSecond")} <span className="q num">{count(Math.round(rates[rates.length - 1] ?? 0), i18n.language)}</span></h3>
      <svg width="100%" height="56" viewBox="0 0 360 56" preserveAspectRatio="none" aria-hidden="true">
        <path className="gl" d="M0 55.5H360" />
        {rates.map((r, i) => <rect key={i} className="f1" x={i * 7.4} width="5" y={55 - (r / most) * 54} height={(r / most) * 54} />)}
      </svg>
    </div>
  );
}

function Arriving({ store, busy }: { store: StoreDetail; busy: boolean }) {
  const { t } = useTranslation();
  const scope = useScope();
  const fresh = useFresh();
  const { data } = useQuery({
    queryKey: [...keys.orders(scope.key), "arriving", store.id],
    queryFn: ({ signal }) => fetchOrders(scope, { store_id: store.id }, undefined, signal).then((p) => ({ pages: [p], pageParams: [undefined] })),
    refetchInterval: busy ? 2000 : 15_000,
  });
  const rows = data?.pages[0]?.items.slice(0, 6) ?? [];
  if (rows.length === 0) return null;
  return (
    <div className="arr">
      <h3 className="h">{t("connect.arriving")}</h3>
      <div role="table" aria-label={t("connect.arriving")}>
      {rows.map((o) => (
        <div key={o.id} role="row" className={`rw a-cols${fresh.has(o.id) ? " fresh" : ""}`}>
          <span role="cell"><Link className="num m plain" to="/$scope/orders/$id" params={{ scope: scope.param, id: o.id }}>{orderName(o.number)}</Link></span>
          <span role="cell" className="clip">{o.customer_name}</span><span role="cell" className="clip c-st"><OrderState order={o} /></span>
          <span role="cell" className="r num s"><Time at={o.placed_at} /></span><span role="cell"><Money amount={o.total} currency={o.currency} /></span>
        </div>
      ))}
      </div>
    </div>
  );
}
