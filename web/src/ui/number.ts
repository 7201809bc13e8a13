const formats = new Map<string, Intl.NumberFormat>();
/** A count with the separators of the language. */
export function count(n: number, locale: string): string {
  let made = formats.get(locale);
  if (!made) formats.set(locale, (made = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })));
  // A zero has no sign, whatever the sum before it was.
  return made.format(n === 0 ? 0 : n);
}
const regions = new Map<string, Intl.DisplayNames>();
/** "DE" → "Germany". */
export function country(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  let made = regions.get(locale);
  if (!made) regions.set(locale, (made = new Intl.DisplayNames([locale], { type: "region" })));
  return made.of(code) ?? code;
}
