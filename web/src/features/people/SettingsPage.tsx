import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/session";
import { useCan, useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Tabs } from "../../ui/Tabs";
import { Account } from "./Account";
import { Members } from "./Members";
import { Merchants } from "./Merchants";
import { Staff } from "./Staff";
import "./people.css";

const route = getRouteApi("/$scope/settings");
type View = "account" | "merchants" | "staff" | "members";

/** What a person may not do is not here. */
export function SettingsPage() {
  const { t } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const search = route.useSearch();
  const staff = user.kind === "staff";
  const mayTenants = useCan("tenants:write");
  const mayUsers = useCan("users:write");
  const views: View[] = [...(scope.tenant ? (["members"] as const) : []), ...(staff && !scope.tenant && mayTenants ? (["merchants"] as const) : []), ...(staff && !scope.tenant && mayUsers ? (["staff"] as const) : []), "account"];
  const view = views.find((v) => v === search.view) ?? views[0] ?? "account";
  return (
    <>
      <TopBar title={t("nav.settings")} />
      <Tabs label={t("people.views")} tabs={views.map((key) => ({ key, label: t(`people.view.${key}`), current: key === view, link: { from: "/$scope/settings" as const, to: "/$scope/settings" as const, search: { view: key === views[0] ? undefined : key } } }))} />
      <Stale />
      <div className="page" role="region" aria-label={t("nav.settings")} tabIndex={0}>
        {view === "merchants" ? <Merchants /> : view === "staff" ? <Staff /> : view === "members" && scope.tenant ? <Members tenant={scope.tenant} /> : <Account />}
      </div>
    </>
  );
}
