import { useTranslation } from "react-i18next";
import type { OrderRow } from "../../api/types";
import { Button } from "../../ui/Button";
import { copyText } from "../../ui/Copy";
import { sum } from "../../ui/money";
import { MoneyIn } from "../../ui/Money";
import { say } from "../../ui/toast";
import { count } from "../../ui/number";
import { useKeys } from "../../ui/keys";
import { useWords } from "../tags/words";
import { orderName } from "./columns";
import { downloadCsv } from "./csv";

/** Takes the place of the footer, so that nothing moves. */
export function SelectionBar({ rows, onClear, onTag, matching, total, onMatching }: {
  rows: OrderRow[]; onClear: () => void; onTag: (() => void) | undefined;
  /** All that match are meant, also those that are not loaded; `onMatching` is there when there are any. */
  matching: boolean; total: number | undefined; onMatching: ((on: boolean) => void) | undefined;
}) {
  const { t, i18n } = useTranslation();
  const word = useWords();
  useKeys({ t: () => (onTag ? onTag() : false) });
  const byCurrency = new Map<string, string[]>();
  for (const r of rows) byCurrency.set(r.currency, [...(byCurrency.get(r.currency) ?? []), r.total]);
  return (
    <div className="foot keep" role="toolbar" aria-label={t("list.selection")}>
      <b>{matching ? (total === undefined ? word("allMatching") : word("allOf", { n: count(total, i18n.language) })) : t("list.selected", { count: rows.length })}</b>
      {matching ? <button type="button" className="link" onClick={() => onMatching?.(false)}>{word("onlyLoaded")}</button>
      : onMatching ? <button type="button" className="link" onClick={() => onMatching(true)}>{total === undefined ? word("allMatching") : word("allOf", { n: count(total, i18n.language) })}</button> : null}
      <span className="row-x num hide-m" style={{ gap: 14 }}>{matching ? null : [...byCurrency].map(([currency, totals]) => <MoneyIn key={currency} currency={currency} amount={sum(totals)} />)}</span>
      <span className="grow" />
      {onTag ? <Button icon="tag" hint="t" aria-haspopup="dialog" onClick={onTag}>{word("put")}</Button> : null}
      {matching ? null : <><Button icon="copy" onClick={() => void copyText(rows.map((r) => orderName(r.number)).join("\n")).then(() => say(t("orders.numbersCopied", { count: rows.length })))}>{t("orders.copyNumbers")}</Button>
      <Button icon="download" onClick={() => downloadCsv(rows)}>{t("act.csv")}</Button></>}
      <Button kind="quiet" icon="close" label={t("act.clear")} hint="Esc" onClick={onClear} />
    </div>
  );
}
