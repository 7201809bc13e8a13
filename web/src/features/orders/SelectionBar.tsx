import { useTranslation } from "react-i18next";
import type { OrderRow } from "../../api/types";
import { Button } from "../../ui/Button";
import { copyText } from "../../ui/Copy";
import { sum } from "../../ui/money";
import { MoneyIn } from "../../ui/Money";
import { say } from "../../ui/toast";
import { orderName } from "./columns";
import { downloadCsv } from "./csv";

/** Takes the place of the footer, so that nothing moves. */
export function SelectionBar({ rows, onClear }: { rows: OrderRow[]; onClear: () => void }) {
  const { t } = useTranslation();
  const byCurrency = new Map<string, string[]>();
  for (const r of rows) byCurrency.set(r.currency, [...(byCurrency.get(r.currency) ?? []), r.total]);
  return (
    <div className="foot keep" role="toolbar" aria-label={t("list.selection")}>
      <b>{t("list.selected", { count: rows.length })}</b>
      <span className="row-x num hide-m" style={{ gap: 14 }}>{[...byCurrency].map(([currency, totals]) => <MoneyIn key={currency} currency={currency} amount={sum(totals)} />)}</span>
      <span className="grow" />
      <Button icon="copy" onClick={() => void copyText(rows.map((r) => orderName(r.number)).join("\n")).then(() => say(t("orders.numbersCopied", { count: rows.length })))}>{t("orders.copyNumbers")}</Button>
      <Button icon="download" onClick={() => downloadCsv(rows)}>{t("act.csv")}</Button>
      <Button kind="quiet" icon="close" label={t("act.clear")} hint="Esc" onClick={onClear} />
    </div>
  );
}
