import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { OrderRow, Store } from "../../api/types";
import type { Column } from "../../ui/DataGrid";
import { Money } from "../../ui/Money";
import { Time } from "../../ui/Time";
import { OrderState } from "./OrderState";

export const orderName = (number: string) => (number.startsWith("#") ? number : `#${number}`);

/** Columns of every list of orders; made once per language, set of stores and tags. */
export function orderColumns(t: TFunction, storeOf: (id: string) => Store | undefined, fresh: ReadonlySet<string>, chips: (o: OrderRow) => ReactNode): Column<OrderRow>[] {
  return [
    {
      key: "number", head: t("orders.col.number"), className: "c-no",
      cell: (o) => (
        <Link className="num m plain" to="/$scope/orders/$id" params={(p) => ({ scope: p.scope ?? "all", id: o.id })} tabIndex={-1}>{orderName(o.number)}</Link>
      ),
    },
    {
      key: "customer", head: t("orders.col.customer"), className: "c-who",
      cell: (o) => (
        <>
          <span className="num q narrow-only" aria-hidden="true">{orderName(o.number)}</span>
          <span className="clip" title={o.customer_name}>{o.customer_name || o.customer_email || t("orders.guest")}</span>
        </>
      ),
    },
    { key: "store", head: t("orders.col.store"), className: "c-store", cell: (o) => <div className="clip s">{storeOf(o.store_id)?.name ?? "–"}</div> },
    { key: "state", head: t("orders.col.state"), className: "c-st", cell: (o) => <><OrderState order={o} />{chips(o)}</> },
    { key: "items", head: t("orders.col.items"), right: true, className: "c-n num s", cell: (o) => o.items },
    { key: "total", head: t("orders.col.total"), right: true, className: "c-tot", cell: (o) => <Money amount={o.total} currency={o.currency} /> },
    {
      key: "placed", head: t("orders.col.placed"), right: true, sorted: true, className: "c-age num s",
      cell: (o) => (fresh.has(o.id) ? <span className="now"><Time at={o.placed_at} zone={storeOf(o.store_id)?.timezone ?? ""} /></span> : <Time at={o.placed_at} zone={storeOf(o.store_id)?.timezone ?? ""} />),
    },
  ];
}
