import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can, useMe } from "../api/session";
import { Icon } from "../ui/Icon";
import { Menu, MenuItem } from "../ui/Menu";
import { places } from "./Sidebar";
import { useScope } from "./scope";
import { useNavigate } from "@tanstack/react-router";

/** Five places at the thumb; the rest under "More". */
export function TabBar() {
  const { t } = useTranslation();
  const user = useMe();
  const scope = useScope();
  const navigate = useNavigate();
  const all = places.flatMap((g) => g.items).filter((i) => !i.needs || can(user, i.needs));
  const wanted = ["home", "orders", "products", "stores"];
  const first = all.filter((i) => wanted.includes(i.word));
  const rest = all.filter((i) => !wanted.includes(i.word));
  return (
    <nav className="tabbar" aria-label={t("nav.main")}>
      {first.map((item) => (
        <Link key={item.word} to={item.to} params={{ scope: scope.param }} activeOptions={{ exact: item.to === "/$scope", includeSearch: false }} activeProps={{ "aria-current": "page" }}>
          <Icon name={item.icon} />{t(`nav.${item.word}`)}
        </Link>
      ))}
      <Menu align="end" label={t("nav.more")} trigger={<button type="button"><Icon name="menu" />{t("nav.more")}</button>}>
        {rest.map((item) => (
          <MenuItem key={item.word} icon={item.icon} onSelect={() => void navigate({ to: item.to, params: { scope: scope.param } })}>{t(`nav.${item.word}`)}</MenuItem>
        ))}
      </Menu>
    </nav>
  );
}
