import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Home } from "../../api/types";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Segment } from "../../ui/Tabs";
import { useNow } from "../../ui/Time";
import { format } from "../../ui/time";
import { Bar, Fault, Waiting } from "../../ui/Waits";
import { FirstSteps } from "./FirstSteps";
import { Needs } from "./Needs";
import { DAYS, homeQuery } from "./queries";
import { RevenueStrip } from "./Revenue";
import { StoreStrip } from "./StoreStrip";
import { Today } from "./Today";
import "./home.css";

const route = getRouteApi("/$scope/");

/** What needs me now; then whether today is like other days; then whether everything is here. */
export function HomePage() {
  const { t, i18n } = useTranslation();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const days = DAYS.find((d) => String(d) === search.days) ?? 14;
  const { data, isError, error, refetch } = useQuery({ ...homeQuery(scope, days), placeholderData: (before: Home | undefined) => before });
  const now = useNow();
  const date = format(i18n.language, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(now);
  const begun = data && (data.setup.store || data.stores.length > 0);
  return (
    <>
      <TopBar title={t("nav.home")} note={<span className="sub num clip hide-m">{date}</span>} />
      <Stale />
      {data && !begun ? <FirstSteps setup={data.setup} />
      : data ? (
        <div className="page hm" tabIndex={0} role="region" aria-label={t("nav.home")}>
          <Needs needs={data.needs} stores={data.stores} />
          <Today today={data.today} />
          <StoreStrip stores={data.stores} />
          <section className="wide rev">
            <header className="rev-h">
              <h2 className="t">{t("home.revenue")} <span className="q">{t("home.revenueNote")}</span></h2>
              <Segment label={t("home.range")} value={String(days)} options={DAYS.map((d) => ({ value: String(d), label: t("home.days", { n: d }) }))} onChange={(v) => void navigate({ search: { days: v === "14" ? undefined : v }, replace: true })} />
            </header>
            <RevenueStrip revenue={data.revenue} />
          </section>
        </div>
      ) : isError ? <Fault what={t("home.fault")} error={error} onRetry={() => void refetch()} />
      : <Waiting><div className="hm">{[0, 1].map((i) => <section key={i} style={{ display: "grid", gap: 20, alignContent: "start" }}><Bar w={120} />{[0, 1, 2, 3].map((n) => <Bar key={n} w={`${80 - n * 12}%`} />)}</section>)}</div></Waiting>}
    </>
  );
}
