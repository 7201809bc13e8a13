import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe, can } from "../api/session";
import type { Permission } from "../api/types";
import { orderCounts } from "../features/orders/queries";
import { storeList } from "../features/stores/queries";
import { homeQuery } from "../features/home/queries";
import { Icon, Mark, type IconName } from "../ui/Icon";
import { count } from "../ui/number";
import { openOverlay } from "./Shell";
import { useScope } from "./scope";
import { ScopeSwitch } from "./ScopeSwitch";

export type Place = "/$scope" | "/$scope/orders" | "/$scope/products" | "/$scope/customers" | "/$scope/reports" | "/$scope/stores" | "/$scope/sync" | "/$scope/jobs" | "/$scope/settings";
interface Item { to: Place; icon: IconName; word: "home" | "orders" | "products" | "customers" | "reports" | "stores" | "sync" | "jobs" | "settings"; needs?: Permission }

export const places: { title?: "connection"; items: Item[] }[] = [
  { items: [
    { to: "/$scope", icon: "home", word: "home" },
    { to: "/$scope/orders", icon: "orders", word: "orders", needs: "orders:read" },
    { to: "/$scope/products", icon: "products", word: "products", needs: "products:read" },
    { to: "/$scope/customers", icon: "person", word: "customers", needs: "customers:read" },
    { to: "/$scope/reports", icon: "report", word: "reports", needs: "orders:read" },
  ] },
  { title: "connection", items: [
    { to: "/$scope/stores", icon: "stores", word: "stores", needs: "stores:read" },
    { to: "/$scope/sync", icon: "poll", word: "sync", needs: "sync:read" },
    { to: "/$scope/jobs", icon: "jobs", word: "jobs", needs: "jobs:read" },
    { to: "/$scope/settings", icon: "settings", word: "settings" },
  ] },
];

/** Counts stand only where a number asks for action. */
function useCounts(): Partial<Record<Item["word"], { n: number; tone?: "bad" | "att" }>> {
  const user = useMe();
  const scope = useScope();
  const counts = useQuery({ ...orderCounts(scope), enabled: can(user, "orders:read") });
  const stores = useQuery({ ...storeList(scope), enabled: can(user, "stores:read") });
  const home = useQuery(homeQuery(scope));
  const by = counts.data?.by_status;
  const open = by ? (by.pending ?? 0) + (by.on_hold ?? 0) + (by.processing ?? 0) : 0;
  const look = stores.data?.items.filter((s) => s.state === "unreachable" || s.state === "degraded").length ?? 0;
  const dead = home.data?.needs.find((n) => n.kind === "dead_jobs")?.count ?? 0;
  const held = home.data?.needs.find((n) => n.kind === "quarantined")?.count ?? 0;
  return {
    ...(open ? { orders: { n: open } } : {}),
    ...(look ? { stores: { n: look, tone: "bad" } } : {}),
    ...(dead ? { jobs: { n: dead, tone: "bad" } } : {}),
    ...(held ? { sync: { n: held, tone: "att" } } : {}),
  };
}

export function Sidebar() {
  const { t, i18n } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const counts = useCounts();
  return (
    <aside className="side" aria-label={t("shell.sidebar")}>
      <Link className="brand" to="/$scope" params={{ scope: scope.param }} activeOptions={{ exact: true }}><Mark />Fulexo</Link>
      <ScopeSwitch />
      {places.map((group, i) => (
        <nav key={i} className="nav" aria-label={group.title ? t(`nav.${group.title}`) : t("nav.main")}>
          {group.title ? <h2>{t(`nav.${group.title}`)}</h2> : null}
          {group.items.filter((item) => !item.needs || can(user, item.needs)).map((item) => {
            const n = counts[item.word];
            return (
              <Link
                key={item.word} to={item.to} params={{ scope: scope.param }} activeOptions={{ exact: item.to === "/$scope", includeSearch: false }}
                activeProps={{ "aria-current": "page" }}
              >
                <Icon name={item.icon} />{t(`nav.${item.word}`)}
                {n ? <span className={`n${n.tone ? ` ${n.tone}` : ""}`}>{count(n.n, i18n.language)}</span> : null}
              </Link>
            );
          })}
        </nav>
      ))}
      <div className="side-foot">
        <span className="clip">{user.name}</span>
        <button type="button" aria-label={t("help.title")} onClick={() => openOverlay("help")}><kbd>?</kbd></button>
      </div>
    </aside>
  );
}
