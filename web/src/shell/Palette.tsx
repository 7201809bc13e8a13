import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Dialog } from "radix-ui";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { can, useMe } from "../api/session";
import { fetchOrders } from "../features/orders/queries";
import { orderName } from "../features/orders/columns";
import { useStores } from "../features/stores/queries";
import { Icon, type IconName } from "../ui/Icon";
import { useReturnFocus } from "../ui/useReturnFocus";
import { openOverlay } from "./Shell";
import { places } from "./Sidebar";
import { setTheme } from "../ui/prefs";
import { useEnter } from "./ScopeSwitch";
import { useChooseLanguage, useSignOut } from "./TopBar";
import { useScope } from "./scope";

interface Hit { id: string; group: string; icon: IconName; text: string; end?: string; strong?: string; run: () => void }

/** Find an order, go somewhere, step into a merchant, change how things look: one field for all of it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  useReturnFocus(true);
  const user = useMe();
  const scope = useScope();
  const stores = useStores(scope);
  const navigate = useNavigate();
  const enter = useEnter();
  const language = useChooseLanguage();
  const signOut = useSignOut();
  const base = useId();
  const [text, setText] = useState("");
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), 120);
    return () => clearTimeout(timer);
  }, [text]);

  const number = q.replace(/^#/, "");
  const orders = useQuery({
    queryKey: [scope.key, "orders", "find", number],
    queryFn: ({ signal }) => fetchOrders(scope, { q: number }, undefined, signal),
    enabled: number.length >= 2 && can(user, "orders:read"),
    staleTime: 10_000,
    placeholderData: (before) => before,
  });

  const hits = useMemo<Hit[]>(() => {
    const fold = (s: string) => s.toLocaleLowerCase(i18n.language);
    const match = (s: string) => text.trim() === "" || fold(s).includes(fold(text.trim()));
    const p = { scope: scope.param };
    const found: Hit[] = number.length >= 2 ? (orders.data?.items.slice(0, 6) ?? []).map((o) => ({
      id: o.id, group: t("palette.orders"), icon: "orders", strong: orderName(o.number), text: o.customer_name, end: stores.byId(o.store_id)?.name ?? "",
      run: () => void navigate({ to: "/$scope/orders/$id", params: { ...p, id: o.id } }),
    })) : [];
    const go: Hit[] = places.flatMap((g) => g.items).filter((i) => !i.needs || can(user, i.needs)).map((i) => ({
      id: i.word, group: t("palette.go"), icon: i.icon, text: t(`nav.${i.word}`), run: () => void navigate({ to: i.to, params: p }),
    }));
    const named: Hit[] = stores.list.map((s) => ({ id: s.id, group: t("nav.stores"), icon: "stores", text: s.name, end: s.url.replace(/^https?:\/\//, ""), run: () => void navigate({ to: "/$scope/stores/$id", params: { ...p, id: s.id } }) }));
    const inside: Hit[] = user.tenants.length > 1 || user.kind === "staff" ? user.tenants.filter((x) => x.id !== scope.tenant?.id).map((x) => ({
      id: `t-${x.id}`, group: t("palette.merchants"), icon: "person", text: x.name, run: () => void enter(x),
    })) : [];
    if (user.kind === "staff" && scope.tenant) inside.unshift({ id: "all", group: t("palette.merchants"), icon: "left", text: t("scope.all"), run: () => void enter(null) });
    const acts: Hit[] = [
      ...(can(user, "stores:write") ? [{ id: "connect", group: t("palette.act"), icon: "plus" as const, text: t("stores.connect"), run: () => void navigate({ to: "/$scope/stores/new", params: p, search: {} }) }] : []),
      { id: "light", group: t("palette.act"), icon: "sun", text: t("palette.theme", { name: t("me.light") }), run: () => setTheme("light") },
      { id: "dark", group: t("palette.act"), icon: "moon", text: t("palette.theme", { name: t("me.dark") }), run: () => setTheme("dark") },
      { id: "system", group: t("palette.act"), icon: "screen", text: t("palette.theme", { name: t("me.system") }), run: () => setTheme("system") },
      { id: "lang", group: t("palette.act"), icon: "globe", text: i18n.language === "tr" ? "Switch to English" : "Türkçeye geç", run: () => void language(i18n.language === "tr" ? "en" : "tr") },
      { id: "help", group: t("palette.act"), icon: "help", text: t("help.title"), end: "?", run: () => openOverlay("help") },
      { id: "out", group: t("palette.act"), icon: "out", text: t("me.out"), run: () => void signOut() },
    ];
    return [...found, ...[...go, ...named, ...inside, ...acts].filter((h) => match(h.text))];
  }, [text, number, orders.data, scope, user, stores, t, i18n.language, navigate, enter, language, signOut]);

  const chosen = Math.min(at, hits.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const run = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    hit.run();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <div className="scrim" />
        <Dialog.Content className="pop pal" aria-describedby={undefined}>
          <Dialog.Title className="vh">{t("palette.open")}</Dialog.Title>
          <div className="in">
            <Icon name="search" />
            <input
              autoFocus role="combobox" aria-expanded="true" aria-controls={`${base}-list`} aria-activedescendant={hits[chosen] ? `${base}-${chosen}` : undefined}
              aria-label={t("palette.open")} placeholder={t("palette.hint")} value={text} spellCheck={false} autoComplete="off"
              onChange={(e) => { setText(e.target.value); setAt(0); }}
              onKeyDown={(e) => {
                if (e.key === "ArrowDown") setAt((chosen + 1) % Math.max(1, hits.length));
                else if (e.key === "ArrowUp") setAt((chosen - 1 + hits.length) % Math.max(1, hits.length));
                else if (e.key === "Enter") run(hits[chosen]);
                else return;
                e.preventDefault();
              }}
            />
          </div>
          <div className="hits" id={`${base}-list`} role="listbox" aria-label={t("palette.hits")} ref={list}>
            {hits.map((hit, i) => [
              hits[i - 1]?.group !== hit.group ? <div key={`g-${hit.group}`} className="grp-h" role="presentation">{hit.group}</div> : null,
              <div key={hit.id} id={`${base}-${i}`} role="option" aria-selected={i === chosen} className="it" onPointerMove={() => setAt(i)} onClick={() => run(hit)}>
                <Icon name={hit.icon} />
                <span className="clip">{hit.strong ? <b className="m num">{hit.strong} </b> : null}{hit.text}</span>
                {i === chosen ? <kbd className="end" aria-hidden="true">↵</kbd> : hit.end ? <span className="end q clip">{hit.end}</span> : null}
              </div>,
            ])}
          </div>
          {hits.length === 0 ? <p className="none">{t("palette.none")}</p> : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
