import { useTranslation } from "react-i18next";
import type { Source, TimelineRow } from "../../api/types";
import { Icon, type IconName } from "../../ui/Icon";
import { count } from "../../ui/number";
import { Time, useNow } from "../../ui/Time";
import { dayName, span } from "../../ui/time";
import { fieldName, storeStatus } from "./history";

export const sourceIcon: Record<Source, IconName> = {
  webhook: "webhook", poll: "poll", census: "census", hash: "shield", person: "person", rule: "rule", job: "jobs",
};
export type HistoryFilter = "all" | "people" | "store";
const fromStore: Source[] = ["webhook", "poll", "census", "hash"];

export function filterHistory(rows: TimelineRow[], filter: HistoryFilter): TimelineRow[] {
  if (filter === "people") return rows.filter((r) => r.source === "person");
  if (filter === "store") return rows.filter((r) => fromStore.includes(r.source));
  return rows;
}

const plain = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** What happened, newest first; each entry says where it was learnt from. */
export function Timeline({ rows, brief }: { rows: TimelineRow[]; brief?: boolean }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  let day = "";
  return (
    <ol className="tl">
      {rows.map((row) => {
        const name = dayName(row.at, now, i18n.language, t);
        const head = !brief && name !== day ? <li key={`day-${row.id}`} className="day">{name}</li> : null;
        day = name;
        return [head, <Entry key={row.id} row={row} brief={brief ?? false} />];
      })}
    </ol>
  );
}

function Entry({ row, brief }: { row: TimelineRow; brief: boolean }) {
  const { t, i18n } = useTranslation();
  const field = (name: string) => fieldName(name, t);
  const status = row.changes.find((c) => c.field === "status");
  const said = (of: string, value: unknown) => (of === "status" && typeof value === "string" && value ? storeStatus(value, t) : plain(value));
  const title = row.event === "changed" && status ? t("history.status", { from: said("status", status.from), to: said("status", status.to) })
    : row.event === "changed" && row.changes.length > 0 ? t("history.fields", { fields: [...new Set(row.changes.map((c) => field(c.field)))].slice(0, 3).join(", ") })
    : t(`history.event.${row.event}`);
  const source = row.actor?.name || t(`source.${row.source}`);
  const behind = row.lag_seconds !== null && row.lag_seconds !== undefined && row.lag_seconds < 86_400 ? t("history.behind", { span: row.lag_seconds < 10 ? t("time.s", { n: count(row.lag_seconds, i18n.language) }) : span(row.lag_seconds, t) }) : "";
  const rest = row.changes.filter((c) => brief ? false : c !== status || row.changes.length > 1);
  return (
    <li>
      <Icon name={row.event === "refunded" ? "refund" : sourceIcon[row.source]} />
      <div>
        <div>{title}</div>
        <div className="src">{[source, behind].filter(Boolean).join(" · ")}</div>
      </div>
      <Time at={row.at} as="seconds" />
      {rest.length > 0 ? (
        <dl className="diff">
          {rest.map((c) => (
            <div key={c.field}>
              <dt>{field(c.field)}</dt>
              <dd>{c.from !== null && c.from !== undefined && c.from !== "" ? <del>{said(c.field, c.from)}</del> : null}<ins>{said(c.field, c.to)}</ins></dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}
