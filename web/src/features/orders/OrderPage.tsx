import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Order } from "../../api/types";
import { isProblem } from "../../api/problem";
import { useKeys } from "../../ui/keys";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { AddressBlock } from "../../ui/Address";
import { Icon } from "../../ui/Icon";
import { Json } from "../../ui/Json";
import { negated } from "../../ui/money";
import { Money } from "../../ui/Money";
import { Notice } from "../../ui/Notice";
import { Segment } from "../../ui/Tabs";
import { Thumb } from "../../ui/Thumb";
import { Time } from "../../ui/Time";
import { Bar, Empty, Fault, Waiting } from "../../ui/Waits";
import { orderName } from "./columns";
import { itemsOf, LineName, Totals } from "./OrderParts";
import { OrderState } from "./OrderState";
import { orderOne } from "./queries";
import { Sections } from "./sections";
import { filterHistory, Timeline, type HistoryFilter } from "./Timeline";
import "./orders.css";

const route = getRouteApi("/$scope/orders/$id");

export function OrderPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const router = useRouter();
  const { id } = route.useParams();
  const { data, isError, error, refetch } = useQuery(orderOne(scope, id));
  useKeys({
    Escape: () => {
      if (router.history.canGoBack()) router.history.back();
      else void router.navigate({ to: "/$scope/orders", params: { scope: scope.param }, search: {} });
    },
  });
  const missing = isProblem(error) && error.status === 404;
  return (
    <>
      <TopBar title={data ? orderName(data.number) : t("order.one")} crumbs={<Link to="/$scope/orders" activeOptions={{ exact: true, includeSearch: true }} params={{ scope: scope.param }} search={{}}>{t("nav.orders")}</Link>} />
      <Stale />
      {data ? <Document order={data} />
      : missing ? <section className="page-err"><h2>{t("order.missing")}</h2><p>{t("order.missingWhy")}</p></section>
      : isError ? <Fault what={t("order.fault")} error={error} onRetry={() => void refetch()} />
      : <Waiting><div className="oh"><div style={{ display: "grid", gap: 10 }}><Bar w={260} h={16} /><Bar w={180} /><Bar w={140} /></div></div>{[0, 1, 2].map((i) => <div key={i} className="rw l-cols"><span className="th" /><Bar w="60%" /></div>)}</Waiting>}
    </>
  );
}

function Document({ order }: { order: Order }) {
  const { t } = useTranslation();
  const items = itemsOf(order);
  const sameAddress = JSON.stringify({ ...order.billing, email: 0, phone: 0 }) === JSON.stringify({ ...order.shipping, email: 0, phone: 0 });
  return (
    <div className="doc">
      <div className="lt" tabIndex={0} role="region" aria-label={t("order.details")}>
        <div className="oh">
          <div className="grow">
            <div className="title num">{orderName(order.number)} <span className="thin">{order.customer_name}</span></div>
            <p className="sub">{t("order.placed")} <Time at={order.placed_at} as="day" /> · {order.store.name}{order.created_via ? ` · ${t("order.via", { name: order.created_via })}` : ""}</p>
            <div style={{ marginTop: 10, font: "var(--t-13)" }}><OrderState order={order} /></div>
            <Sections order={order} />
          </div>
          <div className="acts">{order.store.admin_url ? <a className="btn" href={order.store.admin_url} target="_blank" rel="noreferrer"><Icon name="external" />{t("order.openInStore")}</a> : null}</div>
        </div>
        {order.status === "unknown" ? <div style={{ padding: "0 var(--gutter) 16px" }}><Notice><b className="m">{t("order.unknown", { status: order.store_status })}</b> {t("order.unknownWhy")}</Notice></div> : null}
        {order.trashed || order.deleted ? <div style={{ padding: "0 var(--gutter) 16px" }}><Notice><b className="m">{t(order.deleted ? "order.deleted" : "order.trashed")}</b> {t("order.goneWhy")}</Notice></div> : null}
        <div role="table" aria-label={t("order.lines")}>
          <div className="rw head l-cols" role="row" style={{ borderTop: "1px solid var(--line)" }}>
            <span role="columnheader" className="hd nw">{t("order.lines")}<span className="num">{items.length}</span></span><span role="columnheader"><span className="vh">{t("order.name")}</span></span>
            <span role="columnheader" className="c-sku">{t("order.sku")}</span><span role="columnheader" className="r">{t("order.quantity")}</span>
            <span role="columnheader" className="r c-each">{t("order.each")}</span><span role="columnheader" className="r">{t("order.total")}</span>
          </div>
          {items.map((line) => (
            <div key={line.id} className="rw l-cols" role="row">
              <span role="cell"><Thumb url={line.image_url} /></span><div role="cell"><LineName line={line} /></div>
              <span role="cell" className="mono clip c-sku" title={line.sku ?? ""}>{line.sku || <span className="q">–</span>}</span>
              <span role="cell" className="r num">{line.quantity ?? 1}</span>
              <span role="cell" className="c-each"><Money amount={line.price} currency={order.currency} code={false} /></span>
              <span role="cell"><Money amount={line.total} currency={order.currency} code={false} /></span>
            </div>
          ))}
        </div>
        <div className="two">
          <AddressBlock title={t("order.shipTo")} address={order.shipping} />
          <AddressBlock title={t("order.billTo")} address={order.billing} same={sameAddress && !order.billing.email && !order.billing.phone} />
          <div className="sec"><Totals order={order} /></div>
        </div>
        {order.refunds.length > 0 ? <Refunds order={order} /> : null}
        <Facts order={order} />
        <details className="sec"><summary><Icon name="right" small />{t("order.meta")}</summary><Json value={order.meta} /></details>
      </div>
      <History order={order} />
    </div>
  );
}

function Refunds({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <div role="table" aria-label={t("order.refunds")}>
      <div className="rw head r-cols" role="row"><span role="columnheader" className="hd nw" style={{ gridColumn: "1 / 3" }}>{t("order.refunds")}<span className="num">{order.refunds.length}</span></span><span role="columnheader">{t("order.reason")}</span><span role="columnheader" className="r">{t("order.amount")}</span></div>
      {order.refunds.map((r) => (
        <div key={r.id} className="rw r-cols" role="row">
          <Icon name="refund" className="q" /><span role="cell" className="num nw">#{r.external_id} · <Time at={r.refunded_at} as="day" /></span>
          <span role="cell" className="clip s" title={r.reason}>{r.reason || t("order.noReason")}</span><span role="cell"><Money amount={negated(r.amount.replace(/^-/, ""))} currency={order.currency} code={false} /></span>
        </div>
      ))}
    </div>
  );
}

function Facts({ order }: { order: Order }) {
  const { t } = useTranslation();
  const scope = useScope();
  return (
    <section className="sec">
      <h2>{t("order.facts")}</h2>
      <dl className="kv">
        <dt>{t("order.customer")}</dt>
        <dd>{order.customer_id ? <Link to="/$scope/customers/$id" params={{ scope: scope.param, id: order.customer_id }}>{order.customer_name || order.customer_email}</Link> : order.customer_name || "–"}</dd>
        <dt>{t("order.payment")}</dt>
        <dd>{order.payment_method_title || "–"}{order.transaction_id ? <> <span className="mono q">{order.transaction_id}</span></> : null}</dd>
        {order.paid_at ? <><dt>{t("order.paid")}</dt><dd><Time at={order.paid_at} as="day" /></dd></> : null}
        {order.completed_at ? <><dt>{t("order.completed")}</dt><dd><Time at={order.completed_at} as="day" /></dd></> : null}
        <dt>{t("order.storeStatus")}</dt><dd className="mono">{order.store_status}</dd>
        <dt>{t("order.storeId")}</dt><dd className="mono">{order.external_id}</dd>
        {order.customer_note ? <><dt>{t("order.customerNote")}</dt><dd>{order.customer_note}</dd></> : null}
      </dl>
    </section>
  );
}

function History({ order }: { order: Order }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter: HistoryFilter = search.history === "people" || search.history === "store" ? search.history : "all";
  const rows = filterHistory(order.timeline, filter);
  return (
    <aside className="rt" aria-label={t("history.title")} tabIndex={0}>
      <div className="row-x" style={{ marginBottom: 12 }}>
        <h2 className="b">{t("history.title")}</h2>
        <span style={{ marginLeft: "auto" }}>
          <Segment<HistoryFilter>
            label={t("history.filter")} value={filter} options={(["all", "people", "store"] as const).map((value) => ({ value, label: t(`history.by.${value}`) }))}
            onChange={(v) => void navigate({ search: { history: v === "all" ? undefined : v }, replace: true })}
          />
        </span>
      </div>
      {rows.length > 0 ? <Timeline rows={rows} /> : <Empty word={t("history.none")} />}
    </aside>
  );
}
