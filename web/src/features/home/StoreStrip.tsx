import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Store } from "../../api/types";
import { useCan, useScope } from "../../shell/scope";
import { Spark } from "../../ui/Spark";
import { Time } from "../../ui/Time";
import { storeList } from "../stores/queries";
import { Lag, StoreState, urgency } from "../stores/StoreState";

/** Every store in one line: is it whole, and how far behind. */
export function StoreStrip({ stores }: { stores: Store[] }) {
  const { t } = useTranslation();
  const scope = useScope();
  const rows = stores.filter((s) => s.state !== "disconnected").sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state) || a.name.localeCompare(b.name));
  const whole = rows.filter((s) => s.state === "healthy" && s.streams.every((x) => x.state === "live")).length;
  // The first page names so many and no more; what is left out is said.
  const all = useQuery({ ...storeList(scope), enabled: useCan("stores:read") });
  const more = (all.data?.items.filter((s) => s.state !== "disconnected").length ?? 0) - rows.length;
  if (rows.length === 0) return null;
  return (
    <section className="wide" aria-label={t("nav.stores")}>
      <div role="table" aria-label={t("nav.stores")}>
        <div className="rw head h-cols" role="row">
          <span role="columnheader" className="hd">{t("nav.stores")}</span><span role="columnheader">{t("home.whole", { n: whole, of: rows.length })}</span><span role="columnheader">{t("home.complete")}</span>
          <span role="columnheader" className="r">{t("home.lag")}</span><span role="columnheader" className="row-x" style={{ gap: 12 }}><span className="key">{t("stores.byWebhook")}</span><span className="key pale">{t("stores.byPoll")}</span></span>
        </div>
        {rows.map((s) => {
          const orders = s.streams.find((x) => x.stream === "orders");
          return (
            <div key={s.id} role="row" className="rw h-cols click">
              <span role="cell" className="clip"><Link className="m plain cover" to="/$scope/stores/$id" params={{ scope: scope.param, id: s.id }}>{s.name}</Link></span>
              <span role="cell" className="clip"><StoreState store={s} /></span>
              <span role="cell" className="num s nw c-asof">{orders?.last_success_at ? <><span className="q">{t("home.asOf")}</span> <Time at={orders.last_success_at} as="seconds" /></> : <span className="q">–</span>}</span>
              <span role="cell" className="num r s nw">{orders ? <Lag stream={orders} /> : "–"}</span>
              <span role="cell" className="c-sp"><Spark hours={s.events_24h} width={168} height={24} /></span>
            </div>
          );
        })}
      </div>
      {more > 0 ? <p className="more"><Link to="/$scope/stores" params={{ scope: scope.param }} search={{}}>{t("home.moreStores", { count: more })}</Link></p> : null}
    </section>
  );
}
