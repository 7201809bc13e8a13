import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CustomerDetail } from "../../api/types";
import { useScope } from "../../shell/scope";
import { AddressBlock } from "../../ui/Address";
import { Money, MoneyIn } from "../../ui/Money";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";
import { orderName } from "../orders/columns";
import { OrderState } from "../orders/OrderState";
import { useStores } from "../stores/queries";
import "./customers.css";

/** A shopper over all stores of the merchant: what was spent, where he is known, what he bought. */
export function CustomerDocument({ customer: c }: { customer: CustomerDetail }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const stores = useStores(scope);
  const n = c.orders_count ?? c.orders.length;
  return (
    <>
      <div className="sec">
        <div className="title">{c.name || c.email || t("orders.guest")}</div>
        <p className="sub">{[c.email, c.phone].filter(Boolean).join(" · ")}</p>
      </div>
      <div className="sec facts">
        <div><span className="sub">{t("customers.col.orders")}</span><b className="num">{count(n, i18n.language)}</b></div>
        <div><span className="sub">{t("customers.col.spent")}</span><b>{c.spent.length > 0 ? c.spent.map((s) => <div key={s.currency}><MoneyIn amount={s.total} currency={s.currency} /></div>) : "–"}</b></div>
        <div><span className="sub">{t("customers.first")}</span><b><Time at={c.first_order_at} /></b></div>
        <div><span className="sub">{t("customers.col.last")}</span><b><Time at={c.last_order_at} /></b></div>
      </div>
      <div className="sec">
        <h2>{t("customers.known")}</h2>
        <ul style={{ font: "var(--t-13)" }}>
          {c.identities.map((i, k) => <li key={`${i.store_id}${i.external_id ?? k}`}>{stores.byId(i.store_id)?.name ?? "–"} <span className="q">{i.guest ? t("customers.asGuest") : t("customers.account", { id: i.external_id ?? "" })}</span></li>)}
        </ul>
      </div>
      {c.shipping ? <AddressBlock title={t("order.shipTo")} address={c.shipping} /> : null}
      <div className="band"><h2>{t("nav.orders")}</h2><span className="num">{t("customers.latest", { n: count(c.orders.length, i18n.language) })}</span></div>
      <div role="table" aria-label={t("nav.orders")}>
        {c.orders.map((o) => (
          <div key={o.id} role="row" className="rw co-cols click">
            <span role="cell" className="clip"><Link className="num m plain cover" to="/$scope/orders/$id" params={{ scope: scope.param, id: o.id }}>{orderName(o.number)}</Link></span>
            <span role="cell" className="clip"><OrderState order={o} /></span>
            <span role="cell"><Money amount={o.total} currency={o.currency} /></span>
            <span role="cell" className="r num s"><Time at={o.placed_at} /></span>
          </div>
        ))}
      </div>
    </>
  );
}
