import { useTranslation } from "react-i18next";
import type { Revenue } from "../../api/types";
import { MoneyIn } from "../../ui/Money";
import { moneyText } from "../../ui/money";
import { format } from "../../ui/time";

const W = 260, H = 58;

/** One chart a currency; two currencies are never added. Only the height of a bar is a float, never a number a person reads. */
export function RevenueStrip({ revenue }: { revenue: Revenue[] }) {
  const { t, i18n } = useTranslation();
  if (revenue.length === 0) return <p className="nd-none" style={{ padding: "0 var(--gutter) 16px" }}>{t("home.noRevenue")}</p>;
  const day = (iso: string) => format(i18n.language, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
  return (
    <div className="rev-g">
      {revenue.map((r) => {
        const most = Math.max(1, ...r.days.map((d) => Number(d.total)));
        const step = W / Math.max(1, r.days.length);
        return (
          <figure key={r.currency}>
            <figcaption className="num"><span className="v"><MoneyIn amount={r.total} currency={r.currency} /></span><span className="sub">{t("home.before", { amount: moneyText(r.before, r.currency, i18n.language).slice(r.currency.length + 1) })}</span></figcaption>
            <svg width="100%" height={H} viewBox={`0 0 ${W} ${H}`} preserveAspectRatio="none" role="img" aria-label={t("home.revenueLabel", { amount: moneyText(r.total, r.currency, i18n.language), n: r.days.length })}>
              {r.days.map((d, i) => {
                const h = Math.max(Number(d.total) > 0 ? 1.5 : 0, (Number(d.total) / most) * (H - 1));
                return <rect key={d.day} className={i === r.days.length - 1 ? "f3" : "f2"} x={i * step} width={Math.max(1, step - 3)} y={H - h} height={h}><title>{`${day(d.day)}: ${moneyText(d.total, r.currency, i18n.language)}`}</title></rect>;
              })}
            </svg>
            <div className="row-x sub num"><span>{r.days[0] ? day(r.days[0].day) : ""}</span><span className="grow r">{t("home.todaySoFar")}</span></div>
          </figure>
        );
      })}
    </div>
  );
}
