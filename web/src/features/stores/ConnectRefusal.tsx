import { useTranslation } from "react-i18next";
import type { Problem } from "../../api/problem";
import { Button } from "../../ui/Button";
import { causeOf } from "./causes";
import { Copy } from "../../ui/Copy";
import { Notice } from "../../ui/Notice";
import { OwnWords } from "../../ui/OwnWords";
import { sentenceOf } from "../../ui/Waits";

export const groups = (hex: string) => (hex.replace(/[^0-9a-f]/gi, "").toUpperCase().match(/.{1,4}/g) ?? []).join(" ");

/** Why the store could not be connected, in words: what happened, what is kept, what to do – and the one click, where there is one. */
export function ConnectRefusal({ problem, onPin, busy }: { problem: Problem; onPin: (fingerprint: string) => void; busy: boolean }) {
  const { t } = useTranslation();
  const cause = problem.cause2 ?? (problem.code === "private_target" ? "refused-target" : undefined);
  const what = causeOf({ cause: cause ?? null, about: problem.about ?? null }, t);
  const fix = cause ? t(`cause.${cause}.fix` as "cause.dns.fix", { defaultValue: "" }) : "";
  return (
    <Notice tone="bad">
      <p><b className="m">{what || sentenceOf(problem, t as never)}</b> {fix}</p>
      {/* What a shop answered nobody can translate. */}
      {what ? <OwnWords said={problem.message} unless={what} /> : null}
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
