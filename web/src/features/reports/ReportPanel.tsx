import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/session";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { count } from "../../ui/number";
import { OwnWords } from "../../ui/OwnWords";
import { SidePanel } from "../../ui/SidePanel";
import { Time } from "../../ui/Time";
import { fileOf } from "./queries";
import { failureOf, ReportState } from "./ReportState";
import { size, useFilterWords, useWords, type Report } from "./words";

/** A report with all that is known of it; what a row has no room for stands here whole. */
export function ReportPanel({ report, onDelete, onClose }: { report: Report | undefined; onDelete: () => void; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const filterWords = useFilterWords();
  const user = useMe();
  if (!report) return <SidePanel label={say("colWhat")} onClose={onClose}><p className="empty">{say("missing")}</p></SidePanel>;
  const failure = failureOf(report, i18n.language, t);
  const facts = [
    [say("colRows"), report.rows > 0 ? count(report.rows, i18n.language) : null], [say("colSize"), report.bytes > 0 ? size(report.bytes, i18n.language) : null],
    [say("colMerchant"), user.tenants.find((one) => one.id === report.tenant_id)?.name], [say("colWho"), report.created_by?.name],
  ].filter(([, value]) => value);
  const moments = ([["asked", report.created_at], ["begun", report.started_at], ["ended", report.finished_at], ["expires", report.expires_at]] as const).filter(([, at]) => at);
  return (
    <SidePanel label={say(report.kind)} onClose={onClose}>
      <div className="sec">
        <div className="title">{say(report.kind)}</div>
        <p className="s">{filterWords(report.filters)}</p>
        <p className="rp-state"><ReportState report={report} brief /></p>
        {failure ? <p className="rp-why">{failure.what}{failure.fix ? ` ${failure.fix}` : ""}</p> : null}
        <OwnWords said={report.reason} unless={failure?.what} />
        <div className="row-x rp-acts">
          {report.allowed.includes("download") ? <a className="btn pri" href={fileOf(report)} download><Icon name="download" /><span>{say("get")}</span></a> : null}
          {report.allowed.includes("delete") ? <Button kind="danger" icon="trash" onClick={onDelete}>{say("act")}</Button> : null}
        </div>
      </div>
      <div className="sec" style={{ border: 0 }}>
        <dl className="kv">
          {facts.map(([name, value]) => <Fragment key={name}><dt>{name}</dt><dd className="num">{value}</dd></Fragment>)}
          {moments.map(([name, at]) => <Fragment key={name}><dt>{say(name)}</dt><dd><Time at={at} as="day" /></dd></Fragment>)}
        </dl>
      </div>
    </SidePanel>
  );
}
