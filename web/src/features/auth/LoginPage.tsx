import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { keys } from "../../api/keys";
import type { User } from "../../api/types";
import { languages, setLanguage } from "../../i18n/setup";
import { Mark } from "../../ui/Icon";
import { Notice } from "../../ui/Notice";
import { LoginForm } from "./LoginForm";
import "./auth.css";

const route = getRouteApi("/login");

/** Only a path of our own: an address given in a link must not lead elsewhere. */
export function safeReturn(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) && !to.startsWith("/login") ? to : "/";
}

export function LoginPage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const client = useQueryClient();
  const router = useRouter();
  const first = useRef(true);
  useEffect(() => {
    document.title = `${t("login.title")} – Fulexo`;
  }, [t]);
  useEffect(() => {
    // Whoever comes here is asked anew; what another person had loaded is gone.
    if (first.current) client.clear();
    first.current = false;
  }, [client]);
  const enter = (user: User) => {
    client.setQueryData(keys.me, user);
    // The person's own language, unless one was chosen on this computer.
    if (!localStorage.getItem("fulexo.lang") && user.locale !== i18n.language) void setLanguage(user.locale);
    router.history.push(safeReturn(search.return));
  };
  return (
    <div className="lg">
      <header className="row-x b"><Mark />Fulexo</header>
      <main className="mid">
        <div className="lg-form">
          <h1>{t("login.title")}</h1>
          <p className="sub">{location.host}</p>
          {search.ended ? <div style={{ marginTop: 16 }}><Notice tone="info">{t("login.ended")}</Notice></div> : null}
          <LoginForm onDone={enter} />
        </div>
      </main>
      <footer className="sub row-x">
        <span className="grow">{t("login.selfHosted")}</span>
        {languages.map((l) => (
          <button key={l} type="button" className={l === i18n.language ? "" : "link"} aria-pressed={l === i18n.language} lang={l} onClick={() => void setLanguage(l)}>{l === "en" ? "English" : "Türkçe"}</button>
        ))}
      </footer>
    </div>
  );
}
