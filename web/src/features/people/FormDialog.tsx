import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDirty } from "../../shell/dirty";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";

/** A form over the page: its fields, the sentence of a refusal, and verbs for buttons. */
export function FormDialog({ title, open, onClose, onSubmit, act, busy, dirty, problem, children }: {
  title: string; open: boolean; onClose: () => void; onSubmit: () => void; act: string; busy: boolean; dirty: boolean; problem?: string | undefined; children: ReactNode;
}) {
  const { t } = useTranslation();
  useDirty(open && dirty);
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <form noValidate onSubmit={(e) => { e.preventDefault(); onSubmit(); }}>
        {problem ? <Notice tone="bad">{problem}</Notice> : null}
        {children}
        <div className="acts"><Button onClick={onClose}>{t("act.cancel")}</Button><Button type="submit" kind="pri" busy={busy}>{act}</Button></div>
      </form>
    </Dialog>
  );
}
