import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../api/client";
import { keys } from "../api/keys";
import { useMe } from "../api/session";
import type { TenantRef } from "../api/types";
import { Icon } from "../ui/Icon";
import { Menu, MenuItem, MenuLine } from "../ui/Menu";
import { complain } from "../ui/toast";
import { sentenceOf } from "../ui/Waits";
import { useScope } from "./scope";

/** Enters a merchant. Staff only change the path; a member of several also changes what his session stands for. */
export function useEnter() {
  const user = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { t } = useTranslation();
  return async (tenant: TenantRef | null) => {
    if (tenant && user.kind === "member" && tenant.id !== user.tenant?.id) {
      try {
        client.setQueryData(keys.me, await ok(api().POST("/auth/switch", { body: { tenant_id: tenant.id } })));
      } catch (e) {
        return complain(sentenceOf(e, t as never));
      }
    }
    await navigate({ to: "/$scope", params: { scope: tenant ? `~${tenant.slug}` : "all" } });
  };
}

/** "All merchants" or one; turns to ink inside a merchant, with an × to leave. */
export function ScopeSwitch() {
  const { t, i18n } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const enter = useEnter();
  const [find, setFind] = useState("");
  const staff = user.kind === "staff";
  const name = scope.tenant?.name ?? t("scope.all");
  if (!staff && user.tenants.length < 2) return <div className="scope"><span className="clip">{name}</span></div>;
  const fold = (s: string) => s.toLocaleLowerCase(i18n.language);
  const found = user.tenants.filter((tenant) => fold(tenant.name).includes(fold(find)));
  const inside = staff && scope.tenant !== undefined;
  return (
    <div className="scope-box">
      <Menu
        label={t("scope.choose")}
        trigger={
          <button type="button" className={`scope${inside ? " in" : ""}`}>
            <span className="grow clip">{name}{staff && !inside ? <span className="q"> {user.tenants.length}</span> : null}</span>
            {inside ? null : <Icon name="updown" className="q" />}
          </button>
        }
      >
        {user.tenants.length > 8 ? (
          <label className="inp find">
            <Icon name="search" />
            <input value={find} placeholder={t("scope.find")} aria-label={t("scope.find")} onChange={(e) => setFind(e.target.value)} onKeyDown={(e) => e.key !== "ArrowDown" && e.key !== "Escape" && e.stopPropagation()} />
          </label>
        ) : null}
        {staff ? <><MenuItem chosen={!scope.tenant} onSelect={() => void enter(null)}>{t("scope.all")}</MenuItem><MenuLine /></> : null}
        {found.map((tenant) => (
          <MenuItem key={tenant.id} chosen={tenant.id === scope.tenant?.id} onSelect={() => void enter(tenant)}>{tenant.name}</MenuItem>
        ))}
      </Menu>
      {inside ? (
        <button type="button" className="leave" aria-label={t("scope.leave", { name })} title={t("scope.leave", { name })} onClick={() => void enter(null)}><Icon name="close" /></button>
      ) : null}
    </div>
  );
}
