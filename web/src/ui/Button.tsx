import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Icon, type IconName } from "./Icon";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: "plain" | "pri" | "quiet" | "danger" | "danger-fill";
  large?: boolean;
  icon?: IconName;
  /** Square: the icon alone; then `label` is what it says. */
  label?: string;
  hint?: string;
  /** Working: keeps its width and takes no second press. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
  children?: ReactNode;
}

export function Button({ kind = "plain", large, icon, label, hint, busy, className, children, disabled, ...rest }: Props) {
  const square = !children;
  const cls = ["btn", kind === "plain" ? "" : kind, large ? "l" : "", square ? "sq" : "", className ?? ""].filter(Boolean).join(" ");
  return (
    <button
      type="button" className={cls} aria-label={label} title={square ? (hint ? `${label} (${hint})` : label) : undefined}
      aria-busy={busy || undefined} disabled={disabled || busy} {...rest}
    >
      {icon ? <Icon name={icon} /> : null}
      {children ? <span>{children}</span> : null}
      {hint && !square ? <kbd aria-hidden="true">{hint}</kbd> : null}
    </button>
  );
}
