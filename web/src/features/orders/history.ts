/** The server's words of a history – fields, states – as people say them. */
import type { TFunction } from "i18next";

/** "status", "shipping.city", "line: Copper ibrik" → what the field is called; a word nobody knows stays as it came. */
export function fieldName(name: string, t: TFunction): string {
  const [, kind = "", rest = ""] = /^(\w+): (.*)$/s.exec(name) ?? [];
  if (kind) return t(`field.of.${kind}` as "field.of.line", { name: rest, defaultValue: name });
  const [, where = "", part = ""] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
  if (where) return t(`field.in.${where}` as "field.in.billing", { part: t(`field.part.${part}` as "field.part.city", { defaultValue: part }), defaultValue: name });
  return /^\w+$/.test(name) ? t(`field.${name}` as "field.status", { defaultValue: name.replaceAll("_", " ") }) : name;
}

/** "on-hold" → "On hold"; a store's own word stays as it is. */
export function storeStatus(word: string, t: TFunction): string {
  const ours = word.replace(/^wc-/, "").replace(/^(checkout|auto)-draft$/, "draft").replaceAll("-", "_");
  return /^\w+$/.test(ours) ? t(`status.${ours}` as "status.pending", { defaultValue: word }) : word;
}
