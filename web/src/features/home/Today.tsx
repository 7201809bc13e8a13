import { useTranslation } from "react-i18next";
import type { Home } from "../../api/types";
import { count } from "../../ui/number";
import { format } from "../../ui/time";
import { useNow } from "../../ui/Time";

const W = 520, H = 196, LEFT = 28, RIGHT = 516, TOP = 20, BASE = 168;

/** A scale whose top is a round number that three steps divide. */
export function niceTop(most: number): number {
  const steps = [3, 6, 9, 12, 15, 30, 45, 60, 90, 120, 150, 300, 450, 600, 900, 1200, 1500, 3000, 6000, 9000, 12_000, 30_000];
  return steps.find((s) => s >= most) ?? Math.ceil(most / 30_000) * 30_000;
}

/** Hours as a stair: each value holds for its hour. */
export function stair(values: (number | null)[], top: number): string {
  const x = (h: number) => (LEFT + ((RIGHT - LEFT) * h) / 24).toFixed(1);
  const y = (v: number) => (BASE - ((BASE - TOP) * v) / top).toFixed(1);
  let d = "";
  values.forEach((v, h) => {
    if (v === null) return;
    d += `${d === "" ? "M" : "L"}${x(h)} ${y(v)}H${x(h + 1)}`;
  });
  return d;
}

export function Today({ today }: { today: Home["today"] }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const locale = i18n.language;
  const at = new Date(now);
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: today.timezone || "UTC" }).formatToParts(at);
  const hour = Number(parts.find((p) => p.type === "hour")?.value ?? 0) + Number(parts.find((p) => p.type === "minute")?.value ?? 0) / 60;
  const top = niceTop(Math.max(3, ...today.by_hour.map((v) => v ?? 0), ...today.usual_by_hour));
  const x = LEFT + ((RIGHT - LEFT) * hour) / 24;
  const past = today.by_hour.map((v, h) => (h < Math.floor(hour) ? v : null));
  const soFar = today.by_hour[Math.floor(hour)];
  const usual = stair(today.usual_by_hour, top);
  const weekday = format(locale, { weekday: "long" }).format(at);
  const label = t("home.chartLabel", { today: count(today.orders, locale), usual: count(Math.round(today.usual), locale) });
  const there = format(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: today.timezone || "UTC" }).format(at);
  const flip = x > 380;
  return (
    <section aria-labelledby="today">
      <h2 className="t" id="today">{t("home.today", { weekday })}</h2>
      <div className="fg">
        <div><span className="sub">{t("home.ordersSoFar")}</span><b>{count(today.orders, locale)}</b><span className="sub num">{t("home.usual", { n: count(Math.round(today.usual), locale) })}</span></div>
        <div><span className="sub">{t("home.thisHour")}</span><b>{soFar === null || soFar === undefined ? "–" : count(soFar, locale)}</b><span className="sub num">{t("home.usual", { n: count(Math.round(today.usual_by_hour[Math.floor(hour)] ?? 0), locale) })}</span></div>
        <div><span className="sub">{t("home.against")}</span><b>{today.usual > 0 ? `${today.orders >= today.usual ? "+" : "−"}${Math.round((Math.abs(today.orders - today.usual) / today.usual) * 100)} %` : "–"}</b><span className="sub">{today.timezone}</span></div>
      </div>
      <div className="row-x ch-k"><h3 className="h">{t("home.perHour")}</h3><span className="key">{t("home.keyToday")}</span><span className="key pale">{t("home.keyUsual")}</span></div>
      <svg width="100%" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={label}>
        {[0, 1, 2, 3].map((i) => {
          const y = BASE - ((BASE - TOP) * i) / 3;
          return <g key={i}><path className="gl" d={`M${LEFT} ${y.toFixed(1)}H${RIGHT}`} /><text className="ax" x={LEFT - 8} y={y + 4} textAnchor="end">{count((top / 3) * i, locale)}</text></g>;
        })}
        <path className="a1" d={`${usual}V${BASE}H${LEFT}z`} />
        <path className="u1" d={usual} />
        <path className="c1" d={stair(past, top)} />
        <path className="nowl" d={`M${x.toFixed(1)} 14V${BASE}`} />
        <text className="ax ink" x={flip ? x - 6 : x + 6} y="12" textAnchor={flip ? "end" : "start"}>{there}{soFar !== null && soFar !== undefined ? `  ${t("home.soFar", { n: count(soFar, locale) })}` : ""}</text>
        {[0, 6, 12, 18, 24].map((h) => <text key={h} className="ax" x={LEFT + ((RIGHT - LEFT) * h) / 24} y={BASE + 18} textAnchor={h === 0 ? "start" : h === 24 ? "end" : "middle"}>{`${String(h).padStart(2, "0")}:00`}</text>)}
      </svg>
    </section>
  );
}
