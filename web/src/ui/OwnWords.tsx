import { useTranslation } from "react-i18next";

/** What the system itself wrote down, in English: for whoever asks the operator or the host. Nothing when it is said already. */
export function OwnWords({ said, unless }: { said: string | null | undefined; unless?: string | undefined }) {
  const { t } = useTranslation();
  if (!said || said === unless) return null;
  return (
    <details className="own-w">
      <summary className="sub">{t("ownWords")}</summary>
      <pre className="code" lang="en" tabIndex={0}>{said}</pre>
    </details>
  );
}
