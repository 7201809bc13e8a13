import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../api/client";
import { keys } from "../api/keys";
import { live } from "../api/live";
import { useMe } from "../api/session";
import type { Locale } from "../api/types";
import { setLanguage } from "../i18n/setup";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { Menu, MenuItem, MenuLabel, MenuLine } from "../ui/Menu";
import { clock } from "../ui/time";
import { useScope } from "./scope";
import { openOverlay } from "./Shell";
import { setTheme, useTheme } from "../ui/prefs";
import { ScopeItems } from "./ScopeItems";

export const initials = (name: string, locale: string) =>
  name.split(/\s+/).filter(Boolean).map((w) => [...w][0] ?? "").filter((_, i, all) => i === 0 || i === all.length - 1).join("").toLocaleUpperCase(locale);

export const useLive = () => useSyncExternalStore(live.subscribe, live.snapshot);

function LiveWord() {
  const { t, i18n } = useTranslation();
  const state = useLive();
  if (state.state === "live") return <span className="live" title={t("live.title")}>{t("live.on")}</span>;
  if (state.state === "connecting") return <span className="live wait">{t("live.connecting")}</span>;
  return <span className="live off num">{t("live.off", { at: clock(new Date(state.since), i18n.language) })}</span>;
}

/** Signs out for good: nothing of this person stays in memory. */
export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await ok(api().POST("/auth/logout"));
    } catch {
      // Signed out here in any case; the session ends by itself.
    }
    await navigate({ to: "/login", search: {} });
    client.clear();
  };
}

export function useChooseLanguage() {
  const client = useQueryClient();
  return async (locale: Locale) => {
    await setLanguage(locale);
    try {
      client.setQueryData(keys.me, await ok(api().PATCH("/auth/me", { body: { locale } })));
    } catch {
      // The choice holds on this computer; the account follows at the next chance.
    }
  };
}

function UserMenu() {
  const { t, i18n } = useTranslation();
  const user = useMe();
  const theme = useTheme();
  const signOut = useSignOut();
  const choose = useChooseLanguage();
  return (
    <Menu align="end" label={t("me.menu")} trigger={<button type="button" className="me" title={user.name}><span aria-hidden="true">{initials(user.name, i18n.language)}</span><span className="vh">{t("me.of", { name: user.name })}</span></button>}>
      <MenuLabel>{user.name} · {user.email}</MenuLabel>
      <ScopeItems />
      <MenuLine />
      <MenuLabel>{t("me.theme")}</MenuLabel>
      {(["system", "light", "dark"] as const).map((v) => <MenuItem key={v} keep chosen={theme === v} onSelect={() => setTheme(v)}>{t(`me.${v}`)}</MenuItem>)}
      <MenuLine />
      <MenuLabel>{t("me.language")}</MenuLabel>
      <MenuItem keep chosen={i18n.language === "en"} onSelect={() => void choose("en")}><span lang="en">English</span></MenuItem>
      <MenuItem keep chosen={i18n.language === "tr"} onSelect={() => void choose("tr")}><span lang="tr">Türkçe</span></MenuItem>
      <MenuLine />
      <MenuItem icon="help" onSelect={() => openOverlay("help")}>{t("help.title")}</MenuItem>
      <MenuItem icon="out" onSelect={() => void signOut()}>{t("me.out")}</MenuItem>
    </Menu>
  );
}

/** The bar of a page: its name (or the way to it), then the same things at the same place on every page. */
export function TopBar({ title, crumbs, note, action }: { title: string; crumbs?: ReactNode; note?: ReactNode; action?: ReactNode }) {
  const { t } = useTranslation();
  const scope = useScope();
  useEffect(() => {
    document.title = `${title} – ${scope.tenant?.name ?? "Fulexo"}`;
  }, [title, scope]);
  const mac = typeof navigator !== "undefined" && /mac/i.test(navigator.platform);
  return (
    <header className="top">
      {crumbs ? <div className="crumb">{crumbs}<Icon name="right" small /><h1 className="clip">{title}</h1></div> : <h1>{title}</h1>}
      {note}
      <div className="end">
        <button type="button" className="cmd hide-m" onClick={() => openOverlay("palette")}><Icon name="search" />{t("palette.open")}<kbd aria-hidden="true">{mac ? "⌘K" : "Ctrl K"}</kbd></button>
        <span className="only-m"><Button kind="quiet" icon="search" label={t("palette.open")} onClick={() => openOverlay("palette")} /></span>
        {action}
        <span className="hide-m" role="status"><LiveWord /></span>
        <UserMenu />
      </div>
    </header>
  );
}
