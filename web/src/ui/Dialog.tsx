import { Dialog as Base } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Notice } from "./Notice";
import { useReturnFocus } from "./useReturnFocus";

/** A dialog over its own scrim. The primitive's overlay would add an inline style sheet, which the CSP forbids. */
export function Dialog({ open, onClose, title, children, wide, locked }: {
  open: boolean; onClose: () => void; title: string; children: ReactNode; wide?: boolean;
  /** Can be left only through its own buttons. */
  locked?: boolean;
}) {
  useReturnFocus(open);
  return (
    <Base.Root open={open} onOpenChange={(next) => { if (!next && !locked) onClose(); }}>
      <Base.Portal>
        <div className="scrim" />
        <Base.Content className={`pop dlg${wide ? " wide" : ""}`} aria-describedby={undefined} onKeyDown={(e) => e.stopPropagation()}>
          <Base.Title asChild><h2>{title}</h2></Base.Title>
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

/** Names the act, its effect and what is left out; the buttons are verbs. */
export function Confirm({ open, onClose, title, effect, leaves, act, keep, danger, busy, problem, onAct }: {
  open: boolean; onClose: () => void; title: string; effect: ReactNode; leaves?: ReactNode; act: string; keep?: string; danger?: boolean;
  busy?: boolean; problem?: string | undefined; onAct: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p>{effect}</p>
      {leaves ? <div className="leaves">{leaves}</div> : null}
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <div className="acts">
        <Button onClick={onClose}>{keep ?? t("act.keep")}</Button>
        <Button kind={danger ? "danger-fill" : "pri"} busy={busy} onClick={onAct}>{act}</Button>
      </div>
    </Dialog>
  );
}
