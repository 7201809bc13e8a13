import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Order, OrderLine } from "../../api/types";
import { isZero, moneyText, negated } from "../../ui/money";
import { Money } from "../../ui/Money";
import { Thumb } from "../../ui/Thumb";

export const itemsOf = (order: Order) => order.lines.filter((l) => l.kind === "item");

/** What was chosen at the till, readable keys only; plugins hide theirs behind an underscore. */
function choices(line: OrderLine): string {
  return line.meta.filter((m) => !m.key.startsWith("_") && typeof m.value === "string" && m.value.length < 60).map((m) => `${attribute(m.key)}: ${String(m.value)}`).join(" · ");
}

/** "pa_color" → "Color": WooCommerce's prefix of its own attributes says nothing to a reader. */
function attribute(key: string): string {
  const word = key.replace(/^(attribute_)?(pa_)?/, "").replaceAll(/[-_]/g, " ");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function LineName({ line }: { line: OrderLine }) {
  const { t } = useTranslation();
  return (
    <div className="clip">
      <div className="clip" title={line.name}>
        {line.product_id ? <Link to="/$scope/products/$id" params={(p) => ({ scope: p.scope ?? "all", id: line.product_id ?? "" })} className="plain">{line.name}</Link> : line.name}
      </div>
      <div className="sub clip">{line.product_id ? choices(line) || line.sku || "" : <span className="att">{t("order.noProduct")}</span>}</div>
    </div>
  );
}

export function PanelLines({ order }: { order: Order }) {
  return (
    <>
      {itemsOf(order).map((line) => (
        <div key={line.id} className="ln">
          <Thumb url={line.image_url} />
          <div className="clip">
            <div className="clip" title={line.name}>{line.name}</div>
            <div className="sub clip">{line.sku ? <span className="mono">{line.sku}</span> : null}{line.sku && choices(line) ? " · " : ""}{choices(line)}</div>
          </div>
          <div className="r num"><Money amount={line.total} currency={order.currency} code={false} /><div className="sub">{line.quantity ?? 1} ×</div></div>
        </div>
      ))}
    </>
  );
}

/** Money as the store computed it: nothing is added up here. */
export function Totals({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { totals, currency } = order;
  const named = (kind: OrderLine["kind"]) => order.lines.filter((l) => l.kind === kind);
  const row = (label: string, amount: string, key = label) => [
    <span key={key} className="clip" title={label}>{label}</span>,
    <Money key={`${key}-m`} amount={amount} currency={currency} code={false} />,
  ];
  const shipping = named("shipping");
  const coupons = named("coupon");
  return (
    <>
      <div className="sum">
        {row(t("order.subtotal"), totals.subtotal)}
        {!isZero(totals.discount_total) ? row(coupons.length > 0 ? t("order.coupon", { name: coupons.map((c) => c.name).join(", ") }) : t("order.discount"), negated(totals.discount_total)) : null}
        {shipping.length > 1 ? shipping.map((s) => row(t("order.shippingBy", { name: s.name }), s.total, s.id))
        : !isZero(totals.shipping_total) || shipping[0] ? row(shipping[0] ? t("order.shippingBy", { name: shipping[0].name }) : t("order.shipping"), totals.shipping_total) : null}
        {named("fee").map((fee) => row(fee.name || t("order.fee"), fee.total, fee.id))}
        {!order.prices_include_tax && !isZero(totals.total_tax) ? row(t("order.tax"), totals.total_tax) : null}
        <span className="t">{t("order.total")}</span>
        <span className="t"><Money amount={totals.total} currency={currency} /></span>
        {!isZero(totals.refunded) ? row(t("order.refunded"), negated(totals.refunded.replace(/^-/, ""))) : null}
      </div>
      <p className="sub num" style={{ marginTop: 6 }}>
        {order.prices_include_tax && !isZero(totals.total_tax) ? <TaxNote order={order} /> : null}
      </p>
    </>
  );
}

function TaxNote({ order }: { order: Order }) {
  const { t, i18n } = useTranslation();
  const taxes = order.lines.filter((l) => l.kind === "tax");
  return <>{t("order.taxIn", { name: taxes.map((x) => x.name).filter(Boolean).join(", ") || t("order.tax") })} {moneyText(order.totals.total_tax, order.currency, i18n.language).slice(order.currency.length + 1)}</>;
}
