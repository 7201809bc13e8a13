import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../api/problem";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Bar, Fault, Waiting } from "../../ui/Waits";
import { CustomerDocument } from "./CustomerDocument";
import { customerOne } from "./queries";

const route = getRouteApi("/$scope/customers/$id");

export function CustomerPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const { id } = route.useParams();
  const { data, isError, error, refetch } = useQuery(customerOne(scope, id));
  return (
    <>
      <TopBar title={data ? data.name || data.email || t("orders.guest") : t("customers.one")} crumbs={<Link to="/$scope/customers" activeOptions={{ exact: true, includeSearch: true }} params={{ scope: scope.param }} search={{}}>{t("nav.customers")}</Link>} />
      <Stale />
      <div className="page" tabIndex={0} role="region" aria-label={t("customers.one")}>
        {data ? <CustomerDocument customer={data} />
        : isProblem(error) && error.status === 404 ? <section className="page-err"><h2>{t("customers.missing")}</h2><p>{t("order.missingWhy")}</p></section>
        : isError ? <Fault what={t("customers.faultOne")} error={error} onRetry={() => void refetch()} />
        : <Waiting><div className="sec" style={{ display: "grid", gap: 10 }}><Bar w={220} h={16} /><Bar w={120} /></div></Waiting>}
      </div>
    </>
  );
}
