import { useTranslation } from "react-i18next";
import { useMe } from "../api/session";
import { MenuItem, MenuLabel, MenuLine } from "../ui/Menu";
import { useEnter } from "./ScopeSwitch";
import { useScope } from "./scope";

/** The scopes inside the person's menu: on a phone there is no sidebar to hold them. */
export function ScopeItems() {
  const { t } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const enter = useEnter();
  if (user.kind === "member" && user.tenants.length < 2) return null;
  return (
    <div className="only-m" style={{ flexDirection: "column" }}>
      <MenuLine />
      <MenuLabel>{t("scope.choose")}</MenuLabel>
      {user.kind === "staff" ? <MenuItem chosen={!scope.tenant} onSelect={() => void enter(null)}>{t("scope.all")}</MenuItem> : null}
      {user.tenants.map((tenant) => <MenuItem key={tenant.id} chosen={tenant.id === scope.tenant?.id} onSelect={() => void enter(tenant)}>{tenant.name}</MenuItem>)}
    </div>
  );
}
