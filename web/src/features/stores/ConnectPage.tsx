import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCan, useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Icon } from "../../ui/Icon";
import { Fault } from "../../ui/Waits";
import { ConnectForm } from "./ConnectForm";
import { ImportProgress } from "./ImportProgress";
import { storeOne } from "./queries";
import { Step } from "./Step";
import "./stores.css";

const route = getRouteApi("/$scope/stores/new");

/** Address and keys, then the import while one may already work. The store stands in the address: a reload loses nothing. */
export function ConnectPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const may = useCan("stores:write");
  const { store: id, url } = route.useSearch();
  const navigate = route.useNavigate();
  const store = useQuery({ ...storeOne(scope, id ?? ""), enabled: Boolean(id) });
  const crumbs = <Link to="/$scope/stores" activeOptions={{ exact: true, includeSearch: true }} params={{ scope: scope.param }} search={{}}>{t("nav.stores")}</Link>;
  const host = store.data?.url.replace(/^https?:\/\//, "");
  return (
    <>
      <TopBar title={host ? t("connect.titleOf", { host }) : t("stores.connect")} crumbs={crumbs} />
      <Stale />
      {!may ? <section className="page-err"><h2>{t("connect.mayNot")}</h2><p>{t("connect.mayNotWhy")}</p></section>
      : id && store.isError ? <Fault what={t("stores.faultOne")} error={store.error} onRetry={() => void store.refetch()} />
      : store.data ? <ImportProgress store={store.data} />
      : (
        <div className="cn">
          <div className="lt" tabIndex={0} role="region" aria-label={t("stores.connect")}>
            <ol>
              <Step n={1} state="current" title={t("connect.address")} note={t("connect.addressNote")}>
                <ConnectForm startUrl={url} onConnected={(s) => void navigate({ search: { store: s.id }, replace: true })} />
              </Step>
              <Step n={2} state="later" title={t("connect.test")}><p className="sub">{t("connect.testNote")}</p></Step>
              <Step n={3} state="later" title={t("connect.import")}><p className="sub">{t("connect.importNote")}</p></Step>
            </ol>
          </div>
          <aside className="rt" aria-label={t("connect.whereKeys")}>
            <h2>{t("connect.whereKeys")}</h2>
            <ol className="how">
              {(["connect.how1", "connect.how2", "connect.how3"] as const).map((k, i) => <li key={k}><span className="num q">{i + 1}</span><span>{t(k)}</span></li>)}
            </ol>
            <p className="sub row-x" style={{ alignItems: "flex-start" }}><Icon name="lock" />{t("connect.secret")}</p>
          </aside>
        </div>
      )}
    </>
  );
}
