import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

/** A menu under its trigger. Not modal: a modal one would lock scrolling with an inline style sheet, which the CSP forbids. */
export function Menu({ trigger, children, align = "start", label }: { trigger: ReactNode; children: ReactNode; align?: "start" | "end"; label?: string }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="pop menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label} onKeyDown={(e) => e.stopPropagation()}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuItem({ children, icon, chosen, onSelect, end, keep }: {
  children: ReactNode; icon?: IconName; chosen?: boolean; onSelect: () => void; end?: ReactNode;
  /** Stays open after the choice: for several choices in a row. */
  keep?: boolean;
}) {
  const body = (
    <>
      {chosen !== undefined ? <span className="tick">{chosen ? <Icon name="check" /> : null}</span> : icon ? <Icon name={icon} /> : null}
      <span className="clip">{children}</span>
      {end ? <span className="end q">{end}</span> : null}
    </>
  );
  const select = (e: Event) => {
    if (keep) e.preventDefault();
    onSelect();
  };
  if (chosen === undefined) return <DropdownMenu.Item className="it" onSelect={select}>{body}</DropdownMenu.Item>;
  return <DropdownMenu.CheckboxItem className="it" checked={chosen} onSelect={select}>{body}</DropdownMenu.CheckboxItem>;
}

export const MenuLabel = ({ children }: { children: ReactNode }) => <DropdownMenu.Label className="lab">{children}</DropdownMenu.Label>;
export const MenuLine = () => <DropdownMenu.Separator asChild><hr /></DropdownMenu.Separator>;
