import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "./keys";
import { Button } from "./Button";
import { Copy } from "./Copy";

/** The row's place in the list behind, and the ways to its neighbours. */
export interface Walk { position: string; onPrevious?: (() => void) | undefined; onNext?: (() => void) | undefined }

/** What stands beside a list: its bar, then the thing. On a phone it is a page of its own. */
export function SidePanel({ label, onClose, full, walk, children }: { label: string; onClose: () => void; full?: ReactNode; walk?: Walk | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  useKeys({ Escape: onClose });
  return (
    <aside className="panel" aria-label={label}>
      <div className="p-bar">
        <span className="only-m"><Button kind="quiet" icon="left" label={t("act.back")} onClick={onClose} /></span>
        {walk ? (
          <>
            <Button kind="quiet" icon="up" label={t("act.previous")} hint="k" disabled={!walk.onPrevious} onClick={walk.onPrevious} />
            <Button kind="quiet" icon="down" label={t("act.next")} hint="j" disabled={!walk.onNext} onClick={walk.onNext} />
            <span className="num" style={{ marginLeft: 4 }}>{walk.position}</span>
          </>
        ) : <span className="clip">{label}</span>}
        <span className="grow" />
        <Copy as="icon" text={location.href} label={t("act.copyLink")} />
        {full}
        <span className="hide-m"><Button kind="quiet" icon="close" label={t("act.close")} hint="Esc" onClick={onClose} /></span>
      </div>
      <div className="p-body" tabIndex={0} role="region" aria-label={label}>{children}</div>
    </aside>
  );
}
