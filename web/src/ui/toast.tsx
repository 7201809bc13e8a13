import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Icon } from "./Icon";

interface Message { id: number; text: string; bad: boolean; act?: { label: string; run: () => void } | undefined }

let current: Message | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
let serial = 0;

function show(next: Message | null) {
  current = next;
  clearTimeout(timer);
  // An error stays until a person has read it.
  if (next && !next.bad) timer = setTimeout(() => show(null), 6000);
  for (const l of listeners) l();
}

/** Says one thing at a time at the foot of the list. */
export const say = (text: string, act?: Message["act"]) => show({ id: ++serial, text, bad: false, act });
export const complain = (text: string) => show({ id: ++serial, text, bad: true });

export function Toasts() {
  const { t } = useTranslation();
  const message = useSyncExternalStore((l) => { listeners.add(l); return () => listeners.delete(l); }, () => current);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {message ? (
        <div key={message.id} className={`pop toast${message.bad ? " bad-t" : ""}`}>
          <Icon name={message.bad ? "warn" : "check"} />
          <span>{message.text}</span>
          {message.act ? (
            <Button kind="quiet" onClick={() => { message.act?.run(); show(null); }}>{message.act.label}</Button>
          ) : <Button kind="quiet" icon="close" label={t("act.close")} onClick={() => show(null)} />}
        </div>
      ) : null}
    </div>
  );
}
