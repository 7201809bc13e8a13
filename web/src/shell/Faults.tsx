import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../api/problem";
import { Button } from "../ui/Button";
import { Copy } from "../ui/Copy";
import { sentenceOf } from "../ui/Waits";

export function NotFound() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = "Fulexo";
  }, []);
  return (
    <section className="page-err">
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.why")}</p>
      <div className="acts"><Link className="btn pri" to="/">{t("notFound.home")}</Link></div>
    </section>
  );
}

/** A part of the program that could not be fetched: the server is away, or a newer program has taken its place. */
const isPart = (error: unknown) => error instanceof Error && /preload CSS|dynamically imported module|module script failed/i.test(error.message);

/** A page that could not be shown at all: the server is away, or we have made a mistake. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const problem = isProblem(error) ? error : null;
  const detail = problem?.requestId ?? (error instanceof Error && !problem && !isPart(error) ? error.message : "");
  return (
    <section className="page-err" role="alert">
      <h1>{problem?.code === "offline" ? t("error.offlineTitle") : t("error.pageTitle")}</h1>
      <p>{isPart(error) ? t("error.part") : sentenceOf(error, t as never)} {t("error.kept")}</p>
      {detail ? <p className="sub" style={{ marginTop: 8 }}><span className="mono">{detail}</span> <Copy text={detail} /></p> : null}
      <div className="acts"><Button kind="pri" onClick={() => { if (isPart(error)) return location.reload(); reset(); void router.invalidate(); }}>{t("act.retry")}</Button></div>
    </section>
  );
}
