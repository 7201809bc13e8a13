import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Order, OrderRow } from "../../api/types";
import { useKeys } from "../../ui/keys";
import { useScope } from "../../shell/scope";
import { AddressBlock } from "../../ui/Address";
import { Button } from "../../ui/Button";
import { Copy } from "../../ui/Copy";
import { Icon } from "../../ui/Icon";
import { Time } from "../../ui/Time";
import { Bar, Fault, Waiting } from "../../ui/Waits";
import { orderName } from "./columns";
import { itemsOf, PanelLines, Totals } from "./OrderParts";
import { OrderState } from "./OrderState";
import { orderOne } from "./queries";
import { Sections } from "./sections";
import { Timeline } from "./Timeline";

/** The order beside its list; j and k walk the list behind it. */
export function OrderPanel({ id, row, position, onPrevious, onNext, onClose }: {
  id: string; row: OrderRow | undefined; position: string; onPrevious?: (() => void) | undefined; onNext?: (() => void) | undefined; onClose: () => void;
}) {
  const { t } = useTranslation();
  const scope = useScope();
  const { data, isError, error, refetch } = useQuery(orderOne(scope, id));
  useKeys({ Escape: onClose });
  const head = data ?? row;
  const link = typeof location === "undefined" ? "" : location.href;
  return (
    <aside className="panel" aria-label={head ? t("order.named", { number: orderName(head.number) }) : t("order.one")}>
      <div className="p-bar">
        <span className="only-m"><Button kind="quiet" icon="left" label={t("act.back")} onClick={onClose} /></span>
        <Button kind="quiet" icon="up" label={t("act.previous")} hint="k" disabled={!onPrevious} onClick={onPrevious} />
        <Button kind="quiet" icon="down" label={t("act.next")} hint="j" disabled={!onNext} onClick={onNext} />
        <span className="num" style={{ marginLeft: 4 }}>{position}</span>
        <span className="grow" />
        <Copy as="icon" text={link} label={t("act.copyLink")} />
        {data?.store.admin_url ? <a className="btn quiet sq" href={data.store.admin_url} target="_blank" rel="noreferrer" aria-label={t("order.openInStore")} title={t("order.openInStore")}><Icon name="external" /></a> : null}
        <Link className="btn quiet sq" to="/$scope/orders/$id" params={{ scope: scope.param, id }} aria-label={t("act.fullPage")} title={`${t("act.fullPage")} (Enter)`}><Icon name="expand" /></Link>
        <span className="hide-m"><Button kind="quiet" icon="close" label={t("act.close")} hint="Esc" onClick={onClose} /></span>
      </div>
      <div className="p-body" tabIndex={0} role="region" aria-label={t("order.details")}>
        {head ? (
          <div className="sec">
            <div className="title num">{orderName(head.number)} <span className="thin">{head.customer_name}</span></div>
            <p className="sub">{t("order.placed")} <Time at={head.placed_at} as="day" />{data ? ` · ${data.store.name}` : ""}</p>
            <div style={{ marginTop: 10, font: "var(--t-13)" }}><OrderState order={head} /></div>
            {data ? <Sections order={data} /> : <div className="o-more" />}
          </div>
        ) : null}
        {data ? <PanelBody order={data} /> : isError ? <Fault what={t("order.fault")} error={error} onRetry={() => void refetch()} /> : <PanelSkeleton />}
      </div>
    </aside>
  );
}

function PanelBody({ order }: { order: Order }) {
  const { t } = useTranslation();
  const scope = useScope();
  return (
    <>
      <section className="sec" style={{ paddingBottom: 8 }}>
        <h2>{t("order.lines")} <span className="q num">{itemsOf(order).length}</span></h2>
        <PanelLines order={order} />
      </section>
      <section className="sec">
        <Totals order={order} />
        {order.payment_method_title ? <p className="sub">{order.paid_at ? <>{t("order.paidWith", { name: order.payment_method_title })} <Time at={order.paid_at} as="day" /></> : t("order.payWith", { name: order.payment_method_title })}</p> : null}
      </section>
      {order.customer_note ? <section className="sec"><h2>{t("order.customerNote")}</h2><p style={{ font: "var(--t-13)" }}>{order.customer_note}</p></section> : null}
      <AddressBlock title={t("order.shipTo")} address={order.shipping} />
      <section className="sec" style={{ border: 0 }}>
        <h2>{t("history.title")}<Link className="to num" to="/$scope/orders/$id" params={{ scope: scope.param, id: order.id }}>{t("history.all", { n: order.timeline.length })}</Link></h2>
        <Timeline rows={order.timeline.slice(0, 5)} brief />
      </section>
    </>
  );
}

function PanelSkeleton() {
  return (
    <Waiting>
      {[0, 1, 2].map((i) => (
        <div key={i} className="ln" style={{ margin: "0 var(--gutter)" }}>
          <span className="th" /><div style={{ display: "grid", gap: 6 }}><Bar w={`${70 - i * 9}%`} /><Bar w="40%" /></div><Bar w={44} />
        </div>
      ))}
    </Waiting>
  );
}
