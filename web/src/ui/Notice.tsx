import type { ReactNode } from "react";
import { Icon } from "./Icon";

export function Notice({ tone = "att", children, alert }: { tone?: "att" | "bad" | "info"; children: ReactNode; alert?: boolean }) {
  return (
    <div className={`note${tone === "bad" ? " bad-n" : tone === "info" ? " info-n" : ""}`} role={alert || tone === "bad" ? "alert" : undefined}>
      <Icon name={tone === "info" ? "info" : "warn"} />
      <div className="grow">{children}</div>
    </div>
  );
}
