import { useEffect, useRef } from "react";

/** Gives the focus back to what had it before something opened over it; the primitives only know triggers of their own. */
export function useReturnFocus(open: boolean) {
  const before = useRef<Element | null>(null);
  const was = useRef(false);
  if (open && !was.current) before.current = document.activeElement;
  was.current = open;
  useEffect(() => {
    if (!open) return;
    return () => {
      const to = before.current;
      // What was opened lets go of the focus first.
      setTimeout(() => { if (to instanceof HTMLElement && to.isConnected && document.activeElement === document.body) to.focus(); });
    };
  }, [open]);
}
