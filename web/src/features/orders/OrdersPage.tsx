import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFresh } from "../../api/fresh";
import type { OrderRow } from "../../api/types";
import { useCan, useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { useKeys } from "../../ui/keys";
import { DataGrid } from "../../ui/DataGrid";
import { count } from "../../ui/number";
import { Tabs } from "../../ui/Tabs";
import { useNow } from "../../ui/Time";
import { clock } from "../../ui/time";
import { Empty, Fault } from "../../ui/Waits";
import { Export } from "../reports/Export";
import { useStores } from "../stores/queries";
import { TagChips } from "../tags/TagChips";
import { useTags } from "../tags/queries";
import { orderColumns, orderName } from "./columns";
import { countOf, hasFilters, toQuery, viewOf, views, type OrdersSearch } from "./filters";
import { OrderPanel } from "./OrderPanel";
import { OrdersSkeleton } from "./OrdersSkeleton";
import { OrdersTools } from "./OrdersTools";
import { orderCounts, orderList } from "./queries";
import { SelectionBar } from "./SelectionBar";
import { useArrivals } from "./useArrivals";
import "./orders.css";

const BulkTags = lazy(() => import("../tags/BulkTags").then((m) => ({ default: m.BulkTags })));

const route = getRouteApi("/$scope/orders");

export function OrdersPage() {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const stores = useStores(scope);
  const fresh = useFresh();
  // The day, not the moment: a range asks the same question until midnight.
  const day = new Date(useNow()).toDateString();
  const { panel, ...filters } = search;
  const filterKey = JSON.stringify(filters);
  const query = useMemo(() => toQuery(JSON.parse(filterKey) as OrdersSearch, new Date(day)), [filterKey, day]);
  const list = useInfiniteQuery(orderList(scope, query));
  const counts = useQuery(orderCounts(scope));
  const { tag: byTag, ...others } = filters;
  const tagCounts = useQuery({ ...orderCounts(scope, byTag), enabled: byTag !== undefined });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { waiting, join, onTop, pointer } = useArrivals(scope, query);

  const rows = useMemo(() => list.data?.pages.flatMap((p) => p.items) ?? [], [list.data]);
  const setSearch = useCallback(
    (next: Partial<OrdersSearch>) => void navigate({ search: (s) => ({ ...s, ...next }), replace: "q" in next || "panel" in next }),
    [navigate],
  );
  const tags = useTags(scope);
  const chips = useCallback((o: OrderRow) => (o.tag_ids?.length ? <TagChips ids={o.tag_ids} tags={tags} onPick={(tag) => setSearch({ tag, panel: undefined })} /> : null), [tags, setSearch]);
  const columns = useMemo(() => orderColumns(t, stores.byId, fresh, chips), [t, stores.byId, fresh, chips]);
  const open = (id: string | undefined) => void navigate({ search: (s) => ({ ...s, panel: id }), replace: panel !== undefined && id !== undefined });
  const picked = rows.filter((r) => selected.has(r.id));
  /** All that match is chosen for the filters one saw, not for those that come later. */
  const [matchingOf, setMatchingOf] = useState<string>();
  const matching = matchingOf === filterKey && picked.length > 0 && scope.tenant !== undefined;
  const [tagging, setTagging] = useState<readonly string[]>();
  const mayTag = useCan("orders:write");
  const oneMerchant = (of: readonly OrderRow[]) => of.length > 0 && of.every((o) => o.tenant_id === of[0]?.tenant_id);
  const tag = (of: readonly OrderRow[]) => (mayTag && oneMerchant(of) ? setTagging(of.map((o) => o.id)) : undefined);
  const select = (next: ReadonlySet<string>) => { setMatchingOf(undefined); setSelected(next); };
  const view = viewOf(filters);
  const tabs = views
    .filter((v) => !v.onlyWhenAny || v.key === view || (countOf(v, counts.data) ?? 0) > 0)
    .map((v) => ({
      key: v.key, label: t(`orders.view.${v.key}` as "orders.view.open"), n: ["completed", "refunded"].includes(v.key) ? undefined : countOf(v, counts.data), tone: v.tone, current: v.key === view,
      link: {
        from: "/$scope/orders" as const, to: "/$scope/orders" as const,
        search: (s: OrdersSearch) => ({ ...s, panel: undefined, status: v.key === "open" ? undefined : v.statuses.join(",") || "all" }),
      },
    }));
  const step = (by: number) => {
    const next = tabs[(tabs.findIndex((tab) => tab.current) + by + tabs.length) % tabs.length];
    if (next) void navigate({ search: next.link.search });
  };
  useKeys({
    "[": () => step(-1),
    "]": () => step(1),
    ...Object.fromEntries(tabs.slice(0, 9).map((tab, i) => [String(i + 1), () => void navigate({ search: tab.link.search })])),
  });

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const at = panel ? rows.findIndex((r) => r.id === panel) : -1;
  const shownCount = view ? countOf(views.find((v) => v.key === view) ?? { key: "", statuses: [] }, byTag ? tagCounts.data : counts.data) : undefined;
  const total = hasFilters(others) || shownCount === undefined ? undefined : shownCount;

  return (
    <>
      <TopBar title={t("nav.orders")} />
      <Tabs tabs={tabs} label={t("orders.views")} />
      <Stale />
      <OrdersTools search={filters} onChange={setSearch} stores={stores.list}><Export query={query} total={total} /></OrdersTools>
      <div className="split">
        <section className="list" aria-label={t("nav.orders")} {...pointer}>
          {list.isPending ? <OrdersSkeleton />
          : list.isError && rows.length === 0 ? <Fault what={t("orders.fault")} error={list.error} onRetry={() => void list.refetch()} />
          : rows.length === 0 ? (
            <Empty word={hasFilters(filters) ? t("orders.noneFound") : t(`orders.none.${view ?? "all"}` as "orders.none.open", { defaultValue: t("orders.noneFound") })} next={hasFilters(filters) ? undefined : t("orders.noneNext")}>
              {hasFilters(filters) ? <button type="button" className="link" onClick={() => setSearch({ q: undefined, store_id: undefined, placed: undefined, from: undefined, to: undefined, tag: undefined, trashed: undefined })}>{t("act.clearFilters")}</button> : null}
            </Empty>
          ) : (
            <>
              {waiting > 0 ? <button type="button" className="pill" onClick={(e) => { join(); e.currentTarget.parentElement?.querySelector(".grid")?.scrollTo({ top: 0 }); }}>{t("orders.arrived", { count: waiting })}</button> : null}
              <DataGrid
                label={t("nav.orders")} cols="o-cols" columns={columns} rows={rows} idOf={(o) => o.id} nameOf={(o) => `${orderName(o.number)} ${o.customer_name}`}
                openId={panel} onOpen={(o) => open(o.id)} onClose={() => open(undefined)}
                onEnter={(o) => void navigate({ to: "/$scope/orders/$id", params: { scope: scope.param, id: o.id }, search: {} })}
                selected={selected} onSelect={select} rowKeys={{ t: (o) => tag(picked.length > 0 ? picked : [o]) }} fresh={fresh} hasMore={hasNextPage} loadingMore={isFetchingNextPage} onMore={more} onTop={onTop}
              />
            </>
          )}
          <p className="vh" role="status" aria-live="polite">{waiting > 0 ? t("orders.arrived", { count: waiting }) : ""}</p>
          {selected.size > 0 ? (
            <SelectionBar
              rows={picked} onClear={() => select(new Set())} onTag={mayTag && (matching || oneMerchant(picked)) ? () => tag(picked) : undefined}
              matching={matching} total={total} onMatching={mayTag && hasNextPage && scope.tenant && picked.length === rows.length ? (on) => setMatchingOf(on ? filterKey : undefined) : undefined}
            />
          ) : (
            <div className="foot num">
              {list.data ? (
                <>
                  {total !== undefined ? <span><b>{count(total, i18n.language)}</b> {t("orders.count", { count: total })}</span> : <span><b>{count(rows.length, i18n.language)}{hasNextPage ? "+" : ""}</b> {t("orders.loaded")}</span>}
                  <span className="q">{t("list.asOf", { at: clock(new Date(list.dataUpdatedAt), i18n.language, true) })}</span>
                  {list.isError ? <span className="att">{t("list.stale")}</span> : null}
                </>
              ) : null}
            </div>
          )}
        </section>
        {panel ? (
          <OrderPanel
            key={panel} id={panel} row={rows[at]} position={at >= 0 ? t("list.position", { at: at + 1, of: total !== undefined ? count(total, i18n.language) : `${count(rows.length, i18n.language)}${hasNextPage ? "+" : ""}` }) : ""}
            onPrevious={at > 0 ? () => open(rows[at - 1]?.id) : undefined} onNext={at >= 0 && at < rows.length - 1 ? () => open(rows[at + 1]?.id) : undefined}
            onClose={() => open(undefined)}
          />
        ) : null}
      </div>
      {tagging ? <Suspense><BulkTags of={matching && scope.tenant ? { query, tenant: scope.tenant.id } : { rows: rows.filter((r) => tagging.includes(r.id)) }} onClose={() => setTagging(undefined)} /></Suspense> : null}
    </>
  );
}
