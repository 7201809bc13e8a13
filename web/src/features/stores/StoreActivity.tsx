import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import type { Delivery, StoreDetail } from "../../api/types";
import { useScope } from "../../shell/scope";
import { causeOf } from "./causes";
import { count } from "../../ui/number";
import { State, type Glyph, type Tone } from "../../ui/State";
import { Time } from "../../ui/Time";
import { Bar } from "../../ui/Waits";
import { RunState } from "../sync/RunState";
import { deliveryList } from "./queries";

const looks: Record<Delivery["state"], { glyph: Glyph; tone: Tone }> = {
  received: { glyph: "pending", tone: "calm" }, fetching: { glyph: "half", tone: "calm" }, processed: { glyph: "done", tone: "calm" }, ignored: { glyph: "cancelled", tone: "calm" }, quarantined: { glyph: "held", tone: "att" }, failed: { glyph: "failed", tone: "bad" },
};

/** The place of rows that are on their way: what stands below does not jump when they come. */
const Coming = ({ rows }: { rows: number }) => Array.from({ length: rows }, (_, i) => <div key={i} className="rw d-cols" aria-hidden="true"><span><Bar w={48} /></span><span><Bar w={110} /></span></div>);

/** What the store has sent us, newest first, and what became of it. */
export function Deliveries({ store }: { store: StoreDetail }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const { data } = useQuery({ ...deliveryList(scope, store.id), refetchInterval: 15_000 });
  const rows = data?.items ?? [];
  return (
    <section>
      <div className="band"><h2>{t("stores.deliveries")}</h2><span>{t("stores.deliveriesNote")}</span></div>
      {!data ? <Coming rows={10} /> : rows.length === 0 ? <p className="empty" style={{ padding: "16px var(--gutter)" }}><span className="m">{t("stores.noDeliveries")}</span> <span className="s">{store.webhooks === "polling_only" ? t("stores.pollBrings") : ""}</span></p> : (
        <div role="table" aria-label={t("stores.deliveries")}>
          {rows.slice(0, 10).map((d) => (
            <div key={d.id} role="row" className="rw d-cols">
              <span role="cell" className="num s"><Time at={d.received_at} as="seconds" /></span>
              <span role="cell" className="mono clip">{d.topic}</span>
              <span role="cell" className="clip"><State {...looks[d.state]} word={t(`delivery.${d.state}`)} why={d.reason ? <span title={d.reason}>{causeOf(d, t) ?? d.reason}</span> : undefined} /></span>
              <span role="cell" className="num r q">{d.resource_id ? `#${d.resource_id}` : ""}</span>
              <span role="cell" className="num r q c-bytes">{t("stores.kb", { n: count(Math.round(d.bytes / 102.4) / 10, i18n.language) })}</span>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

export function RecentRuns({ store }: { store: StoreDetail }) {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const { data } = useQuery({
    queryKey: keys.runs(scope.key, { store_id: store.id, few: true }),
    queryFn: () => ok(api(scope.header).GET("/sync/runs", { params: { query: { store_id: store.id, limit: 8 } } })),
    refetchInterval: 15_000,
  });
  const n = (x: number) => (x === 0 ? "–" : count(x, i18n.language));
  return (
    <section>
      <div className="band"><h2>{t("stores.runs")}</h2><Link className="to" to="/$scope/sync" params={{ scope: scope.param }} search={{ store_id: store.id }}>{t("stores.allRuns")}</Link></div>
      <div role="table" aria-label={t("stores.runs")}>
        {data ? null : <Coming rows={8} />}
        {(data?.items ?? []).map((r) => (
          <div key={r.id} role="row" className="rw d-cols runs">
            <span role="cell" className="num s"><Time at={r.started_at} as="seconds" /></span>
            <span role="cell" className="clip">{t(`stream.${r.stream}`)} <span className="q">{t(`run.kind.${r.kind}`)}</span></span>
            <span role="cell" className="clip"><RunState run={r} /></span>
            <span role="cell" className="num r q">{t("run.sum", { read: n(r.read), changed: n(r.created + r.updated) })}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
