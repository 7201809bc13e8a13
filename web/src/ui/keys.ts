import { useEffect, useRef } from "react";

/** What a key does here. Returning false hands the key on to whoever listens above. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void | false>;

const stack: { current: KeyMap }[] = [];
let off = typeof localStorage !== "undefined" && safeRead("fulexo.keys") === "off";

function safeRead(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export const lettersOff = () => off;
export function setLettersOff(next: boolean) {
  off = next;
  try {
    localStorage.setItem("fulexo.keys", next ? "off" : "on");
  } catch {
    // Nothing to keep it in; it holds for this page.
  }
}

function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT") return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type);
}

let prefix: string | null = null;
let prefixTimer: ReturnType<typeof setTimeout> | undefined;

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const command = event.metaKey || event.ctrlKey;
  if (!command && inField(event.target)) return;
  if (!command && off && event.key.length === 1) return;
  // A pressed button or link keeps its own Enter and Space.
  const onControl = event.target instanceof Element && event.target.closest("button, a, summary") !== null;
  if (onControl && (event.key === "Enter" || event.key === " ")) return;
  let name = command ? `mod+${event.key.toLowerCase()}` : event.key;
  if (prefix) {
    name = `${prefix} ${event.key}`;
    prefix = null;
  } else if (!command && event.key === "g") {
    prefix = "g";
    clearTimeout(prefixTimer);
    prefixTimer = setTimeout(() => (prefix = null), 1200);
    return;
  }
  if (event.shiftKey && event.key.length > 1) name = `shift+${name}`;
  for (let i = stack.length - 1; i >= 0; i--) {
    const act = stack[i]?.current[name];
    if (act && act(event) !== false) {
      event.preventDefault();
      return;
    }
  }
}

/** Listens while mounted; the one mounted last hears first. */
export function useKeys(map: KeyMap): void {
  const ref = useRef(map);
  ref.current = map;
  useEffect(() => {
    if (stack.length === 0) window.addEventListener("keydown", onKeyDown);
    stack.push(ref);
    return () => {
      stack.splice(stack.indexOf(ref), 1);
      if (stack.length === 0) window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
