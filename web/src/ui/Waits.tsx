import i18next from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../api/problem";
import { Button } from "./Button";
import { Copy } from "./Copy";

/** One grey bar of a skeleton; `w` in per cent or px. */
export const Bar = ({ w, h }: { w: number | string; h?: number }) => <span className="sk" style={{ width: w, height: h }} />;

/** A wait in the layout of what comes; appears only once the wait is felt. */
export function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return <div className="late" role="status" aria-label={t("wait.loading")}>{children}</div>;
}

export function sentenceOf(error: unknown, t: (key: never) => string): string {
  const say = t as unknown as (key: string) => string;
  if (!isProblem(error)) return say("error.unknown");
  if (error.code === "offline") return say("error.offline");
  // The server's sentences are English; in another language our own says it: for the cause a store's refusal names, else for the code.
  if (error.message && i18next.language === "en") return error.message;
  const cause = `cause.${error.cause2}.what`;
  return error.cause2 && i18next.exists(cause) ? say(cause) : say(`error.code.${error.code}`);
}

/** What happened, what is kept, what to do, a reference to copy. */
export function Fault({ what, error, onRetry }: { what: string; error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = isProblem(error) ? error : null;
  return (
    <div className="fault" role="alert">
      <h2>{what}</h2>
      <p>{sentenceOf(error, t as never)} {t("error.kept")}</p>
      {onRetry ? <div className="acts"><Button kind="pri" onClick={onRetry}>{t("act.retry")}</Button></div> : null}
      {problem && (problem.status > 0 || problem.requestId) ? (
        <dl className="kv">
          <dt>{t("error.answer")}</dt>
          <dd className="num">{problem.status > 0 ? problem.status : "–"}</dd>
          {problem.requestId ? (
            <><dt>{t("error.reference")}</dt><dd><span className="mono">{problem.requestId}</span> <Copy text={problem.requestId} /></dd></>
          ) : null}
        </dl>
      ) : null}
    </div>
  );
}

export function Empty({ word, next, children }: { word: string; next?: string; children?: ReactNode }) {
  return <p className="empty"><span className="m">{word}</span>{next ? <> <span className="s">{next}</span></> : null}{children ? <> {children}</> : null}</p>;
}
