import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../api/problem";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Bar, Fault, Waiting } from "../../ui/Waits";
import { ProductDocument } from "./ProductDocument";
import { productOne } from "./queries";

const route = getRouteApi("/$scope/products/$id");

export function ProductPage() {
  const { t } = useTranslation();
  const scope = useScope();
  const { id } = route.useParams();
  const { data, isError, error, refetch } = useQuery(productOne(scope, id));
  return (
    <>
      <TopBar title={data?.name ?? t("products.one")} crumbs={<Link to="/$scope/products" activeOptions={{ exact: true, includeSearch: true }} params={{ scope: scope.param }} search={{}}>{t("nav.products")}</Link>} />
      <Stale />
      <div className="page" tabIndex={0} role="region" aria-label={t("products.one")}>
        {data ? <ProductDocument product={data} />
        : isProblem(error) && error.status === 404 ? <section className="page-err"><h2>{t("products.missing")}</h2><p>{t("order.missingWhy")}</p></section>
        : isError ? <Fault what={t("products.faultOne")} error={error} onRetry={() => void refetch()} />
        : <Waiting><div className="sec" style={{ display: "grid", gap: 10 }}><Bar w={220} h={16} /><Bar w={120} /></div></Waiting>}
      </div>
    </>
  );
}
