import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark" | "system";
export type Density = "compact" | "comfortable";

const listeners = new Set<() => void>();
const changed = () => listeners.forEach((l) => l());
const subscribe = (l: () => void) => {
  listeners.add(l);
  return () => listeners.delete(l);
};

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for this page only.
  }
}

const darkSystem = () => matchMedia("(prefers-color-scheme: dark)");

export function theme(): Theme {
  const kept = read("fulexo.theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}
function applyTheme() {
  const wanted = theme();
  document.documentElement.dataset.theme = wanted === "system" ? (darkSystem().matches ? "dark" : "light") : wanted;
}
export function setTheme(next: Theme) {
  write("fulexo.theme", next);
  applyTheme();
  changed();
}
export function watchSystemTheme() {
  darkSystem().addEventListener("change", applyTheme);
}
export const useTheme = () => useSyncExternalStore(subscribe, theme);

export const density = (): Density => (document.documentElement.dataset.density === "comfortable" ? "comfortable" : "compact");
export function setDensity(next: Density) {
  write("fulexo.density", next);
  if (next === "comfortable") document.documentElement.dataset.density = next;
  else delete document.documentElement.dataset.density;
  changed();
}
export const useDensity = () => useSyncExternalStore(subscribe, density);
