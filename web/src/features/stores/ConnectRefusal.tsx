import { useTranslation } from "react-i18next";
import type { Problem } from "../../api/problem";
import { Button } from "../../ui/Button";
import { Copy } from "../../ui/Copy";
import { Notice } from "../../ui/Notice";
import { sentenceOf } from "../../ui/Waits";

export const groups = (hex: string) => (hex.replace(/[^0-9a-f]/gi, "").toUpperCase().match(/.{1,4}/g) ?? []).join(" ");

/** Why the store could not be connected, in words: what happened, what is kept, what to do – and the one click, where there is one. */
export function ConnectRefusal({ problem, onPin, busy }: { problem: Problem; onPin: (fingerprint: string) => void; busy: boolean }) {
  const { t } = useTranslation();
  const cause = problem.cause2 ?? (problem.code === "private_target" ? "refused-target" : undefined);
  const what = cause ? t(`cause.${cause}.what` as "cause.dns.what", { defaultValue: "" }) : "";
  const fix = cause ? t(`cause.${cause}.fix` as "cause.dns.fix", { defaultValue: "" }) : "";
  return (
    <Notice tone="bad">
      <p><b className="m">{what || sentenceOf(problem, t as never)}</b> {fix}</p>
      {/* The server's own sentence names what no word of ours can: where a shop redirects to, what it answered. */}
      {what && problem.message ? <p className="sub" lang="en" style={{ marginTop: 4 }}>{problem.message}</p> : null}
      {problem.fingerprint ? (
        <div className="pin">
          <p>{t("connect.pinWhy")}</p>
          <p className="mono finger">{groups(problem.fingerprint)}</p>
          <div className="row-x" style={{ alignItems: "center" }}><Button icon="shield" busy={busy} onClick={() => onPin(problem.fingerprint ?? "")}>{t("connect.pin")}</Button><Copy text={problem.fingerprint} /></div>
        </div>
      ) : null}
      <p className="sub" style={{ marginTop: 4 }}>{t("connect.kept")}{problem.requestId ? <> · <span className="mono">{problem.requestId}</span></> : null}</p>
    </Notice>
  );
}
