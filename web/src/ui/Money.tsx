import { useTranslation } from "react-i18next";
import { moneyParts } from "./money";

/** Money in a column: code left, integer, fraction of constant width, so that all currencies meet on the decimal. */
export function Money({ amount, currency, code = true }: { amount: string | null | undefined; currency: string; code?: boolean }) {
  const { i18n } = useTranslation();
  if (amount === null || amount === undefined) return <span className="mny q">–</span>;
  const p = moneyParts(amount, currency, i18n.language);
  if (!p) return <span className="mny">{amount}</span>;
  return (
    <span className={`mny${p.fraction.length > 4 ? " long" : ""}`}>
      <span className="cur">{code ? currency : ""}</span>{code ? " " : ""}
      {p.sign}{p.integer}<span className="fr"><Fraction text={p.fraction} /></span>
    </span>
  );
}

const Fraction = ({ text }: { text: string }) => (text ? <><span className="pt">{text[0]}</span>{text.slice(1)}</> : null);

/** Money inside a sentence or a heading. */
export function MoneyIn({ amount, currency }: { amount: string; currency: string }) {
  const { i18n } = useTranslation();
  const p = moneyParts(amount, currency, i18n.language);
  return (
    <span className="mny-in"><span className="cur">{currency}</span>{p ? <>{p.sign}{p.integer}<Fraction text={p.fraction} /></> : amount}</span>
  );
}
