import { useCallback, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Store } from "../../api/types";
import { setDensity, useDensity } from "../../ui/prefs";
import { Button } from "../../ui/Button";
import { Filter } from "../../ui/Filter";
import { Menu, MenuItem, MenuLabel, MenuLine } from "../../ui/Menu";
import { Search } from "../../ui/Search";
import { useTagFilter } from "../tags/useTagFilter";
import { openStatuses, ranges, statuses, statusesOf, viewOf, type OrdersSearch, type Range } from "./filters";

/** Search and filters; each stands in the address and nowhere else. */
export function OrdersTools({ search, onChange, stores, children }: { search: OrdersSearch; onChange: (next: Partial<OrdersSearch>) => void; stores: Store[]; children?: ReactNode }) {
  const { t } = useTranslation();
  const density = useDensity();
  const onQ = useCallback((q: string) => onChange({ q: q || undefined, panel: undefined }), [onChange]);
  const chosen = statusesOf(search);
  const free = search.status !== undefined && viewOf(search) === undefined;
  const store = stores.find((s) => s.id === search.store_id);
  const tag = useTagFilter(search.tag, (next) => onChange({ tag: next, panel: undefined }));
  const rangeKeys = Object.keys(ranges) as Range[];
  const toggle = (s: (typeof statuses)[number]) => {
    const next = chosen.includes(s) ? chosen.filter((x) => x !== s) : [...chosen, s];
    const same = next.length === openStatuses.length && openStatuses.every((x) => next.includes(x));
    onChange({ status: same ? undefined : next.join(",") || "all", panel: undefined });
  };
  const storeItems = stores.map((s) => <MenuItem key={s.id} chosen={s.id === search.store_id} onSelect={() => onChange({ store_id: s.id, panel: undefined })}>{s.name}</MenuItem>);
  const rangeItems = rangeKeys.map((r) => <MenuItem key={r} chosen={r === search.placed} onSelect={() => onChange({ placed: r, from: undefined, to: undefined, panel: undefined })}>{t(`orders.range.${r}`)}</MenuItem>);
  const statusItems = statuses.map((s) => <MenuItem key={s} keep chosen={chosen.includes(s)} onSelect={() => toggle(s)}>{t(`status.${s}`)}</MenuItem>);
  const span = search.from || search.to;
  const n = [store, search.placed ?? span, free, tag.on, search.trashed].filter(Boolean).length;
  return (
    <div className="tools">
      <Search value={search.q ?? ""} onChange={onQ} placeholder={t("orders.search")} />
      <span className="row-x hide-m">
        {store ? <Filter name={t("orders.col.store")} value={store.name} onRemove={() => onChange({ store_id: undefined })}>{storeItems}</Filter> : null}
        {free ? <Filter name={t("orders.col.state")} value={chosen.map((s) => t(`status.${s}`)).join(", ")} onRemove={() => onChange({ status: undefined })}>{statusItems}</Filter> : null}
        {search.placed && search.placed in ranges ? <Filter name={t("orders.col.placed")} value={t(`orders.range.${search.placed as Range}`)} onRemove={() => onChange({ placed: undefined })}>{rangeItems}</Filter>
        : span ? (
          <Filter name={t("orders.col.placed")} value={`${search.from ?? "…"} – ${search.to ?? "…"}`} onRemove={() => onChange({ from: undefined, to: undefined })}>
            <DayFields search={search} onChange={onChange} />
          </Filter>
        ) : null}
        {tag.pill}
        {search.trashed === "1" ? <Filter name={t("orders.trash")} value={t("act.shown")} onRemove={() => onChange({ trashed: undefined })}>{<MenuItem onSelect={() => onChange({ trashed: undefined })}>{t("act.hide")}</MenuItem>}</Filter> : null}
      </span>
      <Menu label={t("act.filter")} trigger={<Button kind="quiet" icon="filter">{n > 0 ? t("act.filterN", { n }) : t("act.filter")}</Button>}>
        <MenuLabel>{t("orders.col.placed")}</MenuLabel>
        {rangeItems}
        <DayFields search={search} onChange={onChange} />
        {stores.length > 1 ? <><MenuLine /><MenuLabel>{t("orders.col.store")}</MenuLabel>{storeItems}</> : null}
        {tag.items}
        <MenuLine />
        <MenuLabel>{t("orders.col.state")}</MenuLabel>
        {statusItems}
        <MenuLine />
        <MenuItem chosen={search.trashed === "1"} onSelect={() => onChange({ trashed: search.trashed === "1" ? undefined : "1" })}>{t("orders.withTrash")}</MenuItem>
        {n > 0 ? <MenuItem icon="close" onSelect={() => onChange({ store_id: undefined, placed: undefined, from: undefined, to: undefined, tag: undefined, trashed: undefined, status: undefined })}>{t("act.clearFilters")}</MenuItem> : null}
      </Menu>
      {tag.dialog}
      <div className="right">
        <Button
          className="hide-m" kind="quiet" icon="density" label={density === "compact" ? t("list.comfortable") : t("list.compact")} aria-pressed={density === "comfortable"}
          onClick={() => setDensity(density === "compact" ? "comfortable" : "compact")}
        />
        {children}
      </div>
    </div>
  );
}

function DayFields({ search, onChange }: { search: OrdersSearch; onChange: (next: Partial<OrdersSearch>) => void }) {
  const { t } = useTranslation();
  const field = (name: "from" | "to") => (
    <label className="day-f">
      <span className="sub">{t(name === "from" ? "orders.from" : "orders.to")}</span>
      <input
        type="date" className="inp" value={search[name] ?? ""} onKeyDown={(e) => e.stopPropagation()}
        onChange={(e) => onChange({ [name]: e.target.value || undefined, placed: undefined, panel: undefined })}
      />
    </label>
  );
  return <div className="days-f">{field("from")}{field("to")}</div>;
}
