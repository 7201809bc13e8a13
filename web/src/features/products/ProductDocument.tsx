import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Listing, ProductDetail } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Icon } from "../../ui/Icon";
import { Json } from "../../ui/Json";
import { isZero } from "../../ui/money";
import { MoneyIn } from "../../ui/Money";
import { count } from "../../ui/number";
import { State } from "../../ui/State";
import { Thumb } from "../../ui/Thumb";
import { Time } from "../../ui/Time";
import { useStores } from "../stores/queries";
import { stockWord } from "./Stock";
import "./products.css";

/** A product and each place it is listed; the stock is what each store says of itself. */
export function ProductDocument({ product }: { product: ProductDetail }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <div className="sec">
        <div className="row-x" style={{ gap: 14, alignItems: "flex-start" }}>
          <Thumb url={product.listings.find((l) => l.image_url)?.image_url} />
          <div className="grow"><div className="title">{product.name}</div><p className="sub"><span className="mono">{product.sku || t("products.noSku")}</span> · {t("products.orders30", { count: product.orders_30d, n: count(product.orders_30d, i18n.language) })} · {t("products.changed")} <Time at={product.updated_at} /></p></div>
        </div>
      </div>
      <div className="band"><h2>{t("products.listings")}</h2><span className="num">{product.listings.length}</span></div>
      {product.listings.map((l) => <ListingRow key={l.id} listing={l} />)}
    </>
  );
}

function ListingRow({ listing: l }: { listing: Listing & { raw?: unknown } }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const stores = useStores(scope);
  const store = stores.byId(l.store_id);
  const word = stockWord(l);
  const kept = l.manage_stock !== "no" && l.stock_quantity !== null && l.stock_quantity !== undefined;
  return (
    <div className="sec">
      <h3>{store ? <Link to="/$scope/stores/$id" params={{ scope: scope.param, id: store.id }}>{store.name}</Link> : "–"}<span className="to mono q">#{l.external_variation_id ?? l.external_product_id}</span></h3>
      <dl className="kv">
        <dt>{t("products.col.name")}</dt><dd>{l.name}{l.attributes.length > 0 ? <span className="q"> · {l.attributes.map((a) => [a.name, a.option].filter(Boolean).join(": ")).join(", ")}</span> : null}</dd>
        <dt>{t("products.col.price")}</dt>
        <dd>{l.price ? <MoneyIn amount={l.price} currency={l.currency} /> : "–"}{!isZero(l.sale_price) && l.regular_price ? <span className="q"> {t("products.regular")} <MoneyIn amount={l.regular_price} currency={l.currency} /></span> : null}</dd>
        <dt>{t("products.col.stock")}</dt>
        <dd><State glyph={word === "out" ? "failed" : word === "backorder" ? "pending" : "check"} tone={word === "out" ? "att" : "calm"} word={t(`products.word.${word}`)} why={kept ? t("products.kept", { n: count(Number(l.stock_quantity), i18n.language) }) : undefined} /></dd>
        {l.sku ? <><dt>{t("products.col.sku")}</dt><dd className="mono">{l.sku}</dd></> : null}
        <dt>{t("products.col.status")}</dt><dd>{l.deleted ? t("products.deleted") : t(`products.status.${l.status}` as "products.status.publish", { defaultValue: l.status })} · {t(`products.type.${l.type}` as "products.type.simple", { defaultValue: l.type })}</dd>
        <dt>{t("products.changedFull")}</dt><dd><Time at={l.modified_at} as="day" zone={store?.timezone ?? ""} /></dd>
      </dl>
      {l.raw !== undefined && l.raw !== null ? <details className="raw"><summary><Icon name="right" small />{t("order.raw")}</summary><Json value={l.raw} /></details> : null}
    </div>
  );
}
