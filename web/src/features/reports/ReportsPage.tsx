import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ok } from "../../api/client";
import { keys } from "../../api/keys";
import { useMe } from "../../api/session";
import { useScope } from "../../shell/scope";
import { Stale } from "../../shell/Stale";
import { TopBar } from "../../shell/TopBar";
import { Button } from "../../ui/Button";
import type { Column } from "../../ui/DataGrid";
import { Confirm } from "../../ui/Dialog";
import { Icon } from "../../ui/Icon";
import { ListPage } from "../../ui/ListPage";
import { count } from "../../ui/number";
import { Time } from "../../ui/Time";
import { say as tell } from "../../ui/toast";
import { Empty, sentenceOf } from "../../ui/Waits";
import { fileOf, reportList } from "./queries";
import { ReportPanel } from "./ReportPanel";
import { ReportState } from "./ReportState";
import { size, useFilterWords, useWords, type Report } from "./words";
import "./reports.css";

const route = getRouteApi("/$scope/reports");

/** Files that people asked for: how far each is, and what to do with it. */
export function ReportsPage() {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const scope = useScope();
  const filterWords = useFilterWords();
  const user = useMe();
  const { panel } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (id: string | undefined) => void navigate({ search: { panel: id }, replace: panel !== undefined && id !== undefined });
  const [leaving, setLeaving] = useState<Report>();
  const query = reportList(scope);
  const { data } = useInfiniteQuery(query);
  const opened = panel ? data?.pages.flatMap((p) => p.items).find((r) => r.id === panel) : undefined;
  const everywhere = scope.tenant === undefined;
  const columns = useMemo<Column<Report>[]>(() => {
    const name = (r: Report) => `${say(r.kind)}, ${filterWords(r.filters)}`;
    return [
      { key: "what", head: say("colWhat"), className: "c-what clip", cell: (r) => <span title={name(r)}><span className="m">{say(r.kind)}</span> <span className="s">{filterWords(r.filters)}</span></span> },
      ...(everywhere ? [{ key: "merchant", head: say("colMerchant"), className: "c-store s clip", cell: (r: Report) => user.tenants.find((x) => x.id === r.tenant_id)?.name ?? "–" }] : []),
      { key: "state", head: say("colState"), className: "c-st clip", cell: (r) => <ReportState report={r} /> },
      { key: "rows", head: say("colRows"), right: true, className: "c-x num", cell: (r) => (r.state === "done" || r.rows > 0 ? count(r.rows, i18n.language) : <span className="q">–</span>) },
      { key: "size", head: say("colSize"), right: true, className: "c-x c-size num s", cell: (r) => (r.bytes > 0 ? size(r.bytes, i18n.language) : <span className="q">–</span>) },
      { key: "who", head: say("colWho"), className: "c-who s clip", cell: (r) => r.created_by?.name ?? "–" },
      { key: "when", head: say("colWhen"), sorted: true, className: "c-age num s", cell: (r) => <Time at={r.created_at} /> },
      {
        key: "acts", head: say("colActs"), right: true, className: "c-acts", cell: (r) => (
          <>
            {r.allowed.includes("download") ? <a className="btn quiet sq" href={fileOf(r)} download aria-label={say("download", { name: name(r) })} title={say("download", { name: say(r.kind) })}><Icon name="download" /></a> : null}
            {r.allowed.includes("delete") ? <Button kind="quiet" icon="trash" label={say("remove", { name: name(r) })} onClick={() => setLeaving(r)} /> : null}
          </>
        ),
      },
    ];
  }, [t, i18n.language, say, filterWords, user, everywhere]);
  return (
    <>
      <TopBar title={t("nav.reports")} />
      <Stale />
      <ListPage
        label={t("nav.reports")} cols={everywhere ? "rp-cols all" : "rp-cols"} columns={columns} query={query} idOf={(r) => r.id} nameOf={(r) => say(r.kind)} word={(n) => say("n", { count: n })} fault={say("fault")}
        openId={panel} onOpen={(r) => open(r.id)} onClose={() => open(undefined)} panel={panel && data ? <ReportPanel key={panel} report={opened} onDelete={() => setLeaving(opened)} onClose={() => open(undefined)} /> : null}
        empty={<Empty word={say("none")} next={say("noneNext")}><Link className="link" to="/$scope/orders" params={{ scope: scope.param }} search={{}}>{say("toOrders")}</Link></Empty>}
      />
      {leaving ? <Remove report={leaving} onClose={() => setLeaving(undefined)} onGone={() => { if (leaving.id === panel) open(undefined); }} /> : null}
    </>
  );
}

function Remove({ report, onClose, onGone }: { report: Report; onClose: () => void; onGone: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useWords();
  const scope = useScope();
  const client = useQueryClient();
  const remove = useMutation({
    // Inside "all" the server needs to hear whose report it is.
    mutationFn: () => ok(api(scope.header ?? (scope.tenant ? undefined : report.tenant_id)).DELETE("/reports/{id}", { params: { path: { id: report.id } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.reports(scope.key) });
      onClose();
      onGone();
      tell(say("gone"));
    },
  });
  const effect = report.state === "done" ? say("effectDone", { count: report.rows, n: count(report.rows, i18n.language) }) : say(report.state === "failed" ? "effectFailed" : "effectOpen");
  return <Confirm open onClose={onClose} danger busy={remove.isPending} title={say("removing")} effect={effect} act={say("act")} onAct={() => remove.mutate()} problem={remove.isError ? sentenceOf(remove.error, t as never) : undefined} />;
}
