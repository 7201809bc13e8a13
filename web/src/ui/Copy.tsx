import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

/** Copies, and falls back to a selection where the clipboard is withheld (plain HTTP). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "vh";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

export function Copy({ text, label, as = "link" }: { text: string; label?: string; as?: "link" | "button" | "icon" }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 1600);
    return () => clearTimeout(timer);
  }, [done]);
  const run = () => void copyText(text).then(setDone);
  const words = done ? t("act.copied") : (label ?? t("act.copy"));
  if (as === "icon") return <Button kind="quiet" icon={done ? "check" : "copy"} label={words} onClick={run} />;
  if (as === "button") return <Button icon={done ? "check" : "copy"} onClick={run}>{words}</Button>;
  return <button type="button" className="link" onClick={run}><span aria-live="polite">{words}</span></button>;
}
