import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { JobFault, JobTotals } from "../../api/jobs";
import { useCan } from "../../shell/scope";
import { Button } from "../../ui/Button";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";
import { faultOf, totalText, useKind } from "./words";

export const faultKey = (f: JobFault) => `${f.kind} ${f.fault}`;

/** What died, by reason: a reason is read once, chosen once, and all its jobs with it. */
export function DeadGroup({ faults, dead, selected, onToggle, onReplay, onDiscard, panel }: {
  faults: JobFault[]; dead: JobTotals; selected: ReadonlySet<string>; onToggle: (id: string, range: boolean) => void; onReplay: () => void; onDiscard: () => void; panel: string | undefined;
}) {
  const { t, i18n } = useTranslation();
  const kind = useKind();
  const may = useCan("jobs:manage");
  const n = (x: number) => count(x, i18n.language);
  const chosen = faults.filter((f) => selected.has(faultKey(f))).reduce((sum, f) => sum + f.n, 0);
  return (
    <section aria-label={t("jobs.view.dead")}>
      <div className="band jb-band">
        <h2 className="bad num">{t("jobs.deadN", { count: dead.dead, n: totalText(dead, "dead", i18n.language) })}</h2>
        <span className="clip jb-note">{t("jobs.deadNote")}</span>
        {chosen > 0 ? (
          <span className="to row-x">
            <span className="num nw" role="status">{t("jobs.selected", { n: n(chosen) })}</span>
            <Button icon="poll" hint="R" onClick={onReplay}>{t("jobs.replayN", { n: n(chosen) })}</Button>
            <Button kind="quiet" onClick={onDiscard}>{t("jobs.act.discard")}</Button>
          </span>
        ) : null}
      </div>
      <div role="table" aria-label={t("jobs.reasons")}>
        {faults.map((f) => {
          const key = faultKey(f);
          const name = `${kind(f.kind)}: ${faultOf(f, t)}`;
          const on = selected.has(key);
          return (
            <div key={key} role="row" data-row={key} className={`rw click d-row${may ? "" : " bare"}${on ? " sel" : ""}${f.n === 1 && f.sample_id === panel ? " open" : ""}`}>
              {may ? <span role="cell" className="c-ck"><input type="checkbox" className="ck" checked={on} aria-label={t("list.selectOne", { name })} onChange={() => undefined} onClick={(e) => onToggle(key, e.shiftKey)} /></span> : null}
              <span role="cell" className="c-kind clip">
                <Link
                  className="m plain cover" from="/$scope/jobs" to="/$scope/jobs"
                  search={f.n === 1 ? (s) => ({ ...s, panel: f.sample_id }) : { state: "dead", kind: f.kind, error: f.fault }}
                >{kind(f.kind)}</Link>
              </span>
              <span role="cell" className="c-why clip bad" title={f.fault}>{faultOf(f, t)}</span>
              <span role="cell" className="c-n r num s">{t("jobs.nJobs", { count: f.n, n: n(f.n) })}</span>
              <span role="cell" className="c-age r num s"><Time at={f.newest} /></span>
            </div>
          );
        })}
      </div>
    </section>
  );
}
