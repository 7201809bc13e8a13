/** Search parameters are plain text on both sides: what stands in the address is what a page gets. */
export type Search = Record<string, string | undefined>;

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "") params.set(key, String(value));
  }
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `?${text}` : "";
}

/** Keeps the named parameters and drops the rest. */
export function pick<K extends string>(search: Record<string, unknown>, names: readonly K[]): { [P in K]?: string } {
  const kept: { [P in K]?: string } = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") kept[name] = value;
    else if (typeof value === "number" || typeof value === "boolean") kept[name] = String(value);
  }
  return kept;
}
