import { useTranslation } from "react-i18next";
import type { Need } from "../../api/types";
import { Go } from "../../ui/Go";
import { Icon } from "../../ui/Icon";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";

const tones: Record<Need["kind"], string> = { stores_unreachable: "bad", dead_jobs: "bad", failed_orders: "bad", stores_degraded: "att", quarantined: "att", unmapped_status: "att" };

/** Each thing that asks for a person: how many, what, why, since when, and the way there. */
export function Needs({ needs }: { needs: Need[] }) {
  const { t, i18n } = useTranslation();
  const things = needs.reduce((n, x) => n + x.count, 0);
  return (
    <section aria-labelledby="needs">
      <h2 className="t" id="needs">{t("home.needs")} <span className="q">{needs.length > 0 ? t("home.things", { count: things }) : ""}</span></h2>
      {needs.length === 0 ? <p className="nd-none"><span className="m">{t("home.nothing")}</span> <span className="s">{t("home.nothingNext")}</span></p> : (
        <ul>
          {needs.map((n) => (
            <li key={n.kind}>
              <Go className="nd" href={n.link}>
                <span className={`c ${tones[n.kind] ?? ""}`}>{count(n.count, i18n.language)}</span>
                <span className="clip"><span className="m">{t(`home.need.${n.kind}`, { count: n.count })}</span>{n.detail ? <span className="q nd-d">{n.detail}</span> : null}</span>
                <span className="q num nw">{n.oldest_at ? <Time at={n.oldest_at} /> : ""}</span>
                <Icon name="right" />
              </Go>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
