import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Home } from "../../api/types";
import { useCan, useScope } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";

/** A fresh install: three steps with what is done, instead of zeros. */
export function FirstSteps({ setup }: { setup: Home["setup"] }) {
  const { t } = useTranslation();
  const scope = useScope();
  const navigate = useNavigate();
  const mayTenants = useCan("tenants:write");
  const mayStores = useCan("stores:write");
  const [url, setUrl] = useState("");
  const done = [setup.tenant, setup.store, setup.imported];
  const now = done.indexOf(false);
  const cls = (i: number) => (done[i] ? "done" : i === now ? "" : "later");
  const no = (i: number) => <span className="no" aria-hidden="true">{done[i] ? <Icon name="check" /> : i + 1}</span>;
  const n = done.filter(Boolean).length;
  return (
    <div className="page" tabIndex={0} role="region" aria-label={t("nav.home")}>
      <div className="em">
        <h2 className="title">{t("first.title")}</h2>
        <p className="s" style={{ marginTop: 4 }}>{t("first.done", { count: n })} {t("first.time")}</p>
        <ol className="e3">
          <li className={cls(0)}>{no(0)}<div><h3>{t("first.tenant")}</h3><p className="sub">{t("first.tenantNote")}</p></div>{mayTenants ? <Link className={done[0] ? "" : "btn pri"} to="/$scope/settings" params={{ scope: scope.param }} search={{ view: "merchants" }}>{t(done[0] ? "first.open" : "first.create")}</Link> : <span />}</li>
          <li className={cls(1)}>{no(1)}
            <div>
              <h3>{t("first.store")}</h3><p className="sub">{t("first.storeNote")}</p>
              {!done[1] && mayStores ? (
                <form className="row-x" style={{ marginTop: 10 }} onSubmit={(e) => { e.preventDefault(); void navigate({ to: "/$scope/stores/new", params: { scope: scope.param }, search: { url: url || undefined } }); }}>
                  <input className="inp l" style={{ maxWidth: 320 }} aria-label={t("connect.url")} placeholder="https://" inputMode="url" value={url} onChange={(e) => setUrl(e.target.value)} />
                  <Button type="submit" kind="pri" large>{t("first.check")}</Button>
                </form>
              ) : null}
            </div>
            <span />
          </li>
          <li className={cls(2)}>{no(2)}<div><h3>{t("first.imported")}</h3><p className="sub">{t("first.importedNote")}</p></div><span /></li>
        </ol>
      </div>
    </div>
  );
}
