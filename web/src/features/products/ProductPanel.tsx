import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useScope } from "../../shell/scope";
import { Icon } from "../../ui/Icon";
import { SidePanel } from "../../ui/SidePanel";
import { Bar, Fault, Waiting } from "../../ui/Waits";
import { ProductDocument } from "./ProductDocument";
import { productOne } from "./queries";

export function ProductPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const scope = useScope();
  const { data, isError, error, refetch } = useQuery(productOne(scope, id));
  return (
    <SidePanel
      label={data?.sku || t("products.one")} onClose={onClose}
      full={<Link className="btn quiet sq" to="/$scope/products/$id" params={{ scope: scope.param, id }} aria-label={t("act.fullPage")} title={`${t("act.fullPage")} (Enter)`}><Icon name="expand" /></Link>}
    >
      {data ? <ProductDocument product={data} /> : isError ? <Fault what={t("products.faultOne")} error={error} onRetry={() => void refetch()} /> : <Waiting><div className="sec" style={{ display: "grid", gap: 10 }}><Bar w={220} h={16} /><Bar w={120} /></div></Waiting>}
    </SidePanel>
  );
}
