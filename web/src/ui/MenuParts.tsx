import { DropdownMenu } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { Icon } from "./Icon";
import type { MenuItemProps, Trigger } from "./Menu";

/** A menu that opens at once. Not modal: a modal one would lock scrolling with an inline style sheet, which the CSP forbids. */
export function MenuRoot({ trigger, children, align, label, byKeys }: {
  trigger: Trigger; children: ReactNode; align: "start" | "end"; label?: string | undefined;
  /** First opened with the keyboard: then the first item has the focus, as every later time. */
  byKeys: boolean;
}) {
  const greet = useRef(byKeys);
  const first = (menu: HTMLDivElement | null) => {
    if (menu && greet.current) menu.querySelector<HTMLElement>('[role^="menuitem"], input')?.focus({ preventScroll: true });
    if (menu) greet.current = false;
  };
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content ref={first} className="pop menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label} onKeyDown={(e) => e.stopPropagation()}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function Item({ children, icon, chosen, onSelect, end, keep }: MenuItemProps) {
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

export const Label = ({ children }: { children: ReactNode }) => <DropdownMenu.Label className="lab">{children}</DropdownMenu.Label>;
export const Line = () => <DropdownMenu.Separator asChild><hr /></DropdownMenu.Separator>;
