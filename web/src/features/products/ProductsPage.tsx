import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ProductsQuery } from "../../api/paths";
import type { Product } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Button } from "../../ui/Button";
import type { Column } from "../../ui/DataGrid";
import { Filter } from "../../ui/Filter";
import { ListPage } from "../../ui/ListPage";
import { Menu, MenuItem } from "../../ui/Menu";
import { Money } from "../../ui/Money";
import { Search } from "../../ui/Search";
import { Tabs } from "../../ui/Tabs";
import { Thumb } from "../../ui/Thumb";
import { Time } from "../../ui/Time";
import { Empty } from "../../ui/Waits";
import { useStores } from "../stores/queries";
import { ProductPanel } from "./ProductPanel";
import { productList } from "./queries";
import { Stock } from "./Stock";
import "./products.css";

const route = getRouteApi("/$scope/products");
const stocks = ["all", "in", "out", "unmanaged"] as const;

export function ProductsPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const stores = useStores(scope);
  const query: ProductsQuery = { ...(search.q ? { q: search.q } : {}), ...(search.store_id ? { store_id: search.store_id } : {}), ...(search.stock ? { stock: search.stock } : {}) };
  const set = useCallback((next: Partial<typeof search>) => void navigate({ search: (s) => ({ ...s, ...next }), replace: true }), [navigate]);
  const onQ = useCallback((q: string) => set({ q: q || undefined, panel: undefined }), [set]);
  const columns = useMemo<Column<Product>[]>(() => [
    { key: "thumb", head: "", className: "c-th", cell: (p) => <Thumb url={p.listings.find((l) => l.image_url)?.image_url} /> },
    { key: "name", head: t("products.col.name"), className: "c-name", cell: (p) => <div className="clip"><Link className="m plain" tabIndex={-1} to="/$scope/products/$id" params={(x) => ({ scope: x.scope ?? "all", id: p.id })}>{p.name}</Link></div> },
    { key: "sku", head: t("products.col.sku"), className: "c-sku mono clip", cell: (p) => p.sku || <span className="q">{t("products.noSku")}</span> },
    { key: "stores", head: t("products.col.listings"), className: "c-ls s clip", cell: (p) => [...new Set(p.listings.map((l) => stores.byId(l.store_id)?.name ?? "–"))].join(", ") },
    { key: "stock", head: t("products.col.stock"), right: true, className: "c-stk", cell: (p) => <Stock listings={p.listings} /> },
    { key: "price", head: t("products.col.price"), right: true, className: "c-pr", cell: (p) => { const l = p.listings[0]; return l?.price ? <Money amount={l.price} currency={l.currency} /> : <span className="q">–</span>; } },
    { key: "updated", head: t("products.col.updated"), right: true, sorted: true, className: "c-age num s", cell: (p) => <Time at={p.updated_at} /> },
  ], [t, stores]);
  const storeItems = stores.list.map((s) => <MenuItem key={s.id} chosen={s.id === search.store_id} onSelect={() => set({ store_id: s.id })}>{s.name}</MenuItem>);
  const store = stores.byId(search.store_id ?? "");
  const stock = search.stock ?? "all";
  return (
    <>
      <TopBar title={t("nav.products")} />
      <Tabs label={t("products.views")} tabs={stocks.map((key) => ({ key, label: t(`products.stock.${key}`), current: stock === key, link: { from: "/$scope/products" as const, to: "/$scope/products" as const, search: (s: typeof search) => ({ ...s, panel: undefined, stock: key === "all" ? undefined : key }) } }))} />
      <Stale />
      <div className="tools">
        <Search value={search.q ?? ""} onChange={onQ} placeholder={t("products.search")} />
        {store ? <Filter name={t("orders.col.store")} value={store.name} onRemove={() => set({ store_id: undefined })}>{storeItems}</Filter>
        : stores.list.length > 1 ? <Menu label={t("orders.col.store")} trigger={<Button kind="quiet" icon="filter">{t("orders.col.store")}</Button>}>{storeItems}</Menu> : null}
      </div>
      <ListPage
        label={t("nav.products")} cols="p-cols" columns={columns} query={productList(scope, query)} idOf={(p) => p.id} nameOf={(p) => `${p.name} ${p.sku}`} word={(n) => t("products.n", { count: n })}
        heights={{ compact: 44, comfortable: 48, narrow: 60 }} fault={t("products.fault")} openId={search.panel} onOpen={(p) => set({ panel: p.id })} onClose={() => set({ panel: undefined })}
        onEnter={(p) => void navigate({ to: "/$scope/products/$id", params: { scope: scope.param, id: p.id }, search: {} })}
        empty={<Empty word={Object.keys(query).length > 0 ? t("products.noneFound") : t("products.none")} next={Object.keys(query).length > 0 ? undefined : t("products.noneNext")} />}
        panel={search.panel ? <ProductPanel key={search.panel} id={search.panel} onClose={() => set({ panel: undefined })} /> : null}
      />
    </>
  );
}
