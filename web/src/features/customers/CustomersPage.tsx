import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CustomersQuery } from "../../api/paths";
import type { Customer } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import type { Column } from "../../ui/DataGrid";
import { ListPage } from "../../ui/ListPage";
import { Money } from "../../ui/Money";
import { count, country } from "../../ui/number";
import { Search } from "../../ui/Search";
import { Time } from "../../ui/Time";
import { Empty } from "../../ui/Waits";
import { CustomerPanel } from "./CustomerPanel";
import { customerList } from "./queries";
import "./customers.css";

const route = getRouteApi("/$scope/customers");

export function CustomersPage() {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query: CustomersQuery = { ...(search.q ? { q: search.q } : {}), ...(search.store_id ? { store_id: search.store_id } : {}) };
  const set = useCallback((next: Partial<typeof search>) => void navigate({ search: (s) => ({ ...s, ...next }), replace: true }), [navigate]);
  const onQ = useCallback((q: string) => set({ q: q || undefined, panel: undefined }), [set]);
  const columns = useMemo<Column<Customer>[]>(() => [
    { key: "name", head: t("customers.col.name"), className: "c-name", cell: (c) => <div className="clip"><Link className="m plain" tabIndex={-1} to="/$scope/customers/$id" params={(x) => ({ scope: x.scope ?? "all", id: c.id })}>{c.name || c.email || t("orders.guest")}</Link></div> },
    { key: "email", head: t("customers.col.email"), className: "c-mail s clip", cell: (c) => c.email ?? <span className="q">–</span> },
    { key: "place", head: t("customers.col.place"), className: "c-place s clip", cell: (c) => [c.city, c.country ? country(c.country, i18n.language) : ""].filter(Boolean).join(", ") || "–" },
    { key: "orders", head: t("customers.col.orders"), right: true, className: "c-n num", cell: (c) => count(c.orders, i18n.language) },
    { key: "spent", head: t("customers.col.spent"), right: true, className: "c-tot", cell: (c) => { const [first, ...more] = c.spent; return first ? <span title={more.map((m) => `${m.currency} ${m.total}`).join(", ") || undefined}><Money amount={first.total} currency={first.currency} /></span> : <span className="q">–</span>; } },
    { key: "last", head: t("customers.col.last"), right: true, className: "c-age num s", cell: (c) => <Time at={c.last_order_at} /> },
  ], [t, i18n.language]);
  return (
    <>
      <TopBar title={t("nav.customers")} />
      <Stale />
      <div className="tools"><Search value={search.q ?? ""} onChange={onQ} placeholder={t("customers.search")} /></div>
      <ListPage
        label={t("nav.customers")} cols="cu-cols" columns={columns} query={customerList(scope, query)} idOf={(c) => c.id} nameOf={(c) => c.name || c.email || t("orders.guest")} word={(n) => t("customers.n", { count: n })}
        fault={t("customers.fault")} openId={search.panel} onOpen={(c) => set({ panel: c.id })} onClose={() => set({ panel: undefined })}
        onEnter={(c) => void navigate({ to: "/$scope/customers/$id", params: { scope: scope.param, id: c.id }, search: {} })}
        empty={<Empty word={search.q ? t("customers.noneFound") : t("customers.none")} next={search.q ? undefined : t("customers.noneNext")} />}
        panel={search.panel ? <CustomerPanel key={search.panel} id={search.panel} onClose={() => set({ panel: undefined })} /> : null}
      />
    </>
  );
}
