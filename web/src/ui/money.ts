/** Money stays text from the store to the screen: nothing here ever becomes a float. */
export interface MoneyParts {
  sign: "" | "−";
  integer: string;
  /** With its separator (".90"); empty for currencies without minor units. */
  fraction: string;
}

const separators = new Map<string, { group: string; decimal: string }>();
function separatorsOf(locale: string) {
  let found = separators.get(locale);
  if (!found) {
    const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
    const of = (type: string, otherwise: string) => parts.find((p) => p.type === type)?.value ?? otherwise;
    separators.set(locale, (found = { group: of("group", ","), decimal: of("decimal", ".") }));
  }
  return found;
}

const minors = new Map<string, number>();
/** Digits after the point that a currency has (JPY 0, EUR 2, KWD 3). */
export function minorDigits(currency: string): number {
  let digits = minors.get(currency);
  if (digits === undefined) {
    try {
      digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
      // Not an ISO code: a store may have a currency of its own.
      digits = 2;
    }
    minors.set(currency, digits);
  }
  return digits;
}

export function moneyParts(amount: string, currency: string, locale: string): MoneyParts | null {
  const match = /^\s*([-−+])?(\d+)(?:\.(\d*))?\s*$/.exec(amount);
  if (!match) return null;
  const { group, decimal } = separatorsOf(locale);
  const whole = (match[2] ?? "0").replace(/^0+(?=\d)/, "");
  const digits = minorDigits(currency);
  // Zeros beyond the minor unit carry nothing; any other digit is the store's and stays.
  let fraction = (match[3] ?? "").replace(/0+$/, "");
  fraction = fraction.padEnd(digits, "0");
  const zero = /^0*$/.test(whole + fraction);
  return {
    sign: (match[1] === "-" || match[1] === "−") && !zero ? "−" : "",
    integer: whole.replace(/\B(?=(\d{3})+(?!\d))/g, group),
    fraction: fraction === "" ? "" : decimal + fraction,
  };
}

export function moneyText(amount: string, currency: string, locale: string): string {
  const p = moneyParts(amount, currency, locale);
  return p ? `${currency} ${p.sign}${p.integer}${p.fraction}` : `${currency} ${amount}`;
}

export function negated(amount: string): string {
  const trimmed = amount.trim();
  if (/^[-−]/.test(trimmed)) return trimmed.slice(1);
  return `-${trimmed}`;
}

export const isZero = (amount: string | null | undefined): boolean => !amount || /^[-−+]?0*(\.0*)?$/.test(amount.trim());

/** Sums decimals of one currency exactly. */
export function sum(amounts: readonly string[]): string {
  const scale = amounts.reduce((most, a) => Math.max(most, (a.split(".")[1] ?? "").length), 0);
  const total = amounts.reduce((t, a) => {
    const [whole = "0", fraction = ""] = a.replace("−", "-").split(".");
    return t + BigInt(whole.replace("-", "") + fraction.padEnd(scale, "0")) * (whole.startsWith("-") ? -1n : 1n);
  }, 0n);
  const text = (total < 0n ? -total : total).toString().padStart(scale + 1, "0");
  const at = text.length - scale;
  return (total < 0n ? "-" : "") + text.slice(0, at) + (scale ? `.${text.slice(at)}` : "");
}
