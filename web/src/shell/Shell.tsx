import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useParams, useRouter, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { applyChanges } from "../api/apply";
import { onUnauthenticated } from "../api/client";
import { live } from "../api/live";
import { scopeOf, useMe } from "../api/session";
import { allWords } from "../i18n/setup";
import { loadMenus } from "../ui/Menu";
import { Toasts } from "../ui/toast";
import { Waiting, Bar } from "../ui/Waits";
import { anyDirty } from "./dirty";
import { NotFound } from "./Faults";
import { useKeys } from "../ui/keys";
import { Sidebar } from "./Sidebar";
import { TabBar } from "./TabBar";

const Palette = lazy(() => Promise.all([import("./Palette"), allWords()]).then(([m]) => ({ default: m.Palette })));
const Help = lazy(() => import("./Help").then((m) => ({ default: m.Help })));
const SignInAgain = lazy(() => import("../features/auth/SignInAgain").then((m) => ({ default: m.SignInAgain })));

/** The frame of every page of a scope. Knows who one is; pages know nothing of the frame. */
export function Shell() {
  const user = useMe();
  const { scope: param = "all" } = useParams({ strict: false }) as { scope?: string };
  const scope = scopeOf(param, user);
  if (!scope) return <NotFound />;
  return <Frame key={scope.key} />;
}

export type Overlay = "palette" | "help" | null;
const openers = new Set<(which: Overlay) => void>();
/** Opens the palette or the help from anywhere. */
export const openOverlay = (which: Overlay) => openers.forEach((o) => o(which));

function Frame() {
  const { t } = useTranslation();
  const user = useMe();
  const client = useQueryClient();
  const router = useRouter();
  const { scope: param = "all" } = useParams({ strict: false }) as { scope?: string };
  const scope = scopeOf(param, user);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [ended, setEnded] = useState(false);
  const pending = useRouterState({ select: (s) => s.status === "pending" });

  useEffect(() => {
    openers.add(setOverlay);
    return () => void openers.delete(setOverlay);
  }, []);

  const key = scope?.key ?? "all";
  const header = scope?.header;
  const tenantId = scope?.tenant?.id;
  useEffect(() => {
    const stop = live.start(tenantId);
    const off = applyChanges(client, live, { key, header });
    return () => {
      off();
      stop();
    };
  }, [client, key, header, tenantId]);

  useEffect(() => {
    // Every page is at hand before it is asked for: going there is then instant, and works while the server is away.
    const fetchPages = () => {
      void loadMenus();
      for (const route of Object.values(router.routesById)) void router.loadRouteChunk(route)?.catch(() => undefined);
    };
    const timer = setTimeout(() => (window.requestIdleCallback ?? fetchPages)(fetchPages), 1500);
    return () => clearTimeout(timer);
  }, [router]);

  useEffect(() => onUnauthenticated(() => {
    // A form with words in it is not thrown away: then one signs in again above it.
    if (anyDirty()) return setEnded(true);
    if (router.state.location.pathname === "/login") return;
    void router.navigate({ to: "/login", search: { return: router.state.location.publicHref, ended: "1" }, replace: true });
  }), [client, router]);

  const go = (to: "/$scope" | "/$scope/orders" | "/$scope/products" | "/$scope/customers" | "/$scope/reports" | "/$scope/stores" | "/$scope/sync" | "/$scope/jobs" | "/$scope/settings") =>
    () => void router.navigate({ to, params: { scope: param } });
  useKeys({
    "mod+k": () => setOverlay("palette"),
    "?": () => setOverlay("help"),
    "/": () => {
      const search = document.querySelector<HTMLInputElement>("[data-list-search]");
      if (search) search.focus();
      else setOverlay("palette");
    },
    "g h": go("/$scope"), "g o": go("/$scope/orders"), "g p": go("/$scope/products"), "g c": go("/$scope/customers"), "g r": go("/$scope/reports"),
    "g s": go("/$scope/stores"), "g l": go("/$scope/sync"), "g j": go("/$scope/jobs"),
  });

  return (
    <div className="app" aria-busy={pending || undefined}>
      <a className="skip" href="#main">{t("shell.skip")}</a>
      <Sidebar />
      <main className="main" id="main" tabIndex={-1}>
        <Suspense fallback={<div className="page-err"><Waiting><Bar w={240} h={12} /></Waiting></div>}><Outlet /></Suspense>
      </main>
      <TabBar />
      <Toasts />
      <Suspense fallback={null}>
        {overlay === "palette" ? <Palette onClose={() => setOverlay(null)} /> : null}
        {overlay === "help" ? <Help onClose={() => setOverlay(null)} /> : null}
        {ended ? <SignInAgain email={user.email} onDone={() => setEnded(false)} /> : null}
      </Suspense>
    </div>
  );
}
