import { cloneElement, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import type { IconName } from "./Icon";

/** What floats – placing it, walking it, closing it – weighs more than a page: it is fetched when a menu is near, not with the frame. */
type Parts = typeof import("./MenuParts");
let parts: Parts | undefined;
let coming: Promise<void> | undefined;
export const loadMenus = () => (coming ??= import("./MenuParts").then((m) => void (parts = m), () => void (coming = undefined)));

type Want = "pointer" | "keys";
type TriggerProps = { onClick?: () => void; onPointerEnter?: () => void; onFocus?: () => void; onKeyDown?: (e: KeyboardEvent) => void };
export type Trigger = ReactElement<TriggerProps & { "aria-haspopup"?: "menu"; "aria-expanded"?: boolean; "aria-busy"?: boolean }>;

/** A menu under its trigger; until it is first asked for, it is a plain button that says what it will open. */
export function Menu({ trigger, children, align = "start", label }: { trigger: Trigger; children: ReactNode; align?: "start" | "end"; label?: string }) {
  const [want, setWant] = useState<Want>();
  const [ready, setReady] = useState(parts !== undefined);
  if (want && ready && parts) return <parts.MenuRoot trigger={trigger} align={align} label={label} byKeys={want === "keys"}>{children}</parts.MenuRoot>;
  const near = () => void loadMenus();
  const open = (by: Want) => {
    setWant(by);
    void loadMenus().then(() => { if (parts) setReady(true); else setWant(undefined); });
  };
  return cloneElement(trigger, {
    "aria-haspopup": "menu", "aria-expanded": false, onPointerEnter: near, onFocus: near, onClick: () => open("pointer"),
    onKeyDown: (e) => {
      if (e.key !== "Enter" && e.key !== " " && e.key !== "ArrowDown") return;
      e.preventDefault();
      open("keys");
    },
  });
}

export interface MenuItemProps {
  children: ReactNode; icon?: IconName; chosen?: boolean; onSelect: () => void; end?: ReactNode;
  /** Stays open after the choice: for several choices in a row. */
  keep?: boolean;
}

// Only ever drawn inside an open menu, and none opens before its parts are there.
export const MenuItem = (props: MenuItemProps) => (parts ? <parts.Item {...props} /> : null);
export const MenuLabel = ({ children }: { children: ReactNode }) => (parts ? <parts.Label>{children}</parts.Label> : null);
export const MenuLine = () => (parts ? <parts.Line /> : null);
