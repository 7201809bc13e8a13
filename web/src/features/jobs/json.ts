/** Arguments as a person types them: an object of JSON, or where it goes wrong. */
export type Typed = { value: Record<string, unknown> } | { wrong: "object" } | { wrong: "json"; line?: number };

export function readArguments(text: string): Typed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (e) {
    const line = lineOf(text, e);
    return { wrong: "json", ...(line ? { line } : {}) };
  }
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { value: value as Record<string, unknown> } : { wrong: "object" };
}

/** Browsers tell the place in different words; where none is told, the sentence does without. */
function lineOf(text: string, error: unknown): number | undefined {
  const said = error instanceof Error ? error.message : "";
  const line = /line (\d+)/.exec(said);
  if (line) return Number(line[1]);
  const at = /position (\d+)/.exec(said);
  if (at) return text.slice(0, Number(at[1])).split("\n").length;
  return /end of|unterminated/i.test(said) ? text.split("\n").length : undefined;
}
