import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon";

/** One step of a way: what is done is a check, what comes is quiet. */
export function Step({ n, state, title, note, children }: { n: number; state: "done" | "current" | "later"; title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <li className={`stp ${state}`} aria-current={state === "current" ? "step" : undefined}>
      <span className="no" aria-hidden="true">{state === "done" ? <Icon name="check" /> : n}</span>
      <div>
        <h2>{title} {note ? <span className="q thin">{note}</span> : null}</h2>
        {children}
      </div>
    </li>
  );
}
