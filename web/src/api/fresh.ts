import { useSyncExternalStore } from "react";

/** Ids that have just changed; a row shows it for a moment and forgets. */
let fresh: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();
const HOLD = 3600;

function set(next: ReadonlySet<string>) {
  fresh = next;
  for (const l of listeners) l();
}

export function markFresh(ids: Iterable<string>) {
  const added = [...ids];
  if (added.length === 0) return;
  set(new Set([...fresh, ...added]));
  setTimeout(() => set(new Set([...fresh].filter((id) => !added.includes(id)))), HOLD);
}

export const useFresh = () => useSyncExternalStore((l) => { listeners.add(l); return () => listeners.delete(l); }, () => fresh);
