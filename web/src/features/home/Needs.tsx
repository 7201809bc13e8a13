import { useTranslation } from "react-i18next";
import type { Need, Store } from "../../api/types";
import { Go } from "../../ui/Go";
import { Icon } from "../../ui/Icon";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";
import { useReason } from "../stores/StoreState";

const tones: Record<Need["kind"], string> = { stores_unreachable: "bad", dead_jobs: "bad", failed_orders: "bad", stores_degraded: "att", quarantined: "att", unmapped_status: "att" };

const states: Partial<Record<Need["kind"], Store["state"]>> = { stores_unreachable: "unreachable", stores_degraded: "degraded" };

/** What a thing suffers from: of stores, the one longest in that state, said in the person's language as everywhere else. */
function useDetail(stores: Store[]) {
  const { i18n } = useTranslation();
  const reason = useReason();
  return (need: Need) => {
    if (i18n.language === "en") return need.detail;
    const [oldest] = stores.filter((s) => s.state === states[need.kind]).sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
    const why = oldest ? reason(oldest) : undefined;
    return oldest && why ? `${oldest.name}: ${why}` : need.detail;
  };
}

/** Each thing that asks for a person: how many, what, why, since when, and the way there. */
export function Needs({ needs, stores }: { needs: Need[]; stores: Store[] }) {
  const { t, i18n } = useTranslation();
  const detail = useDetail(stores);
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
                <span className="clip"><span className="m">{t(`home.need.${n.kind}`, { count: n.count })}</span>{n.detail ? <span className="q nd-d">{detail(n)}</span> : null}</span>
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
