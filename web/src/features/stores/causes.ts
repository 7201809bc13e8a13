import type { TFunction } from "i18next";

export interface Caused { cause?: string | null; about?: string | null }

/** What a cause that the server names comes to, in the person's language; nothing when we have no words for it. */
export function causeOf({ cause, about }: Caused, t: TFunction): string | undefined {
  if (!cause) return undefined;
  const named = about ? t(`cause.${cause}.of` as "cause.redirect.of", { about, defaultValue: "" }) : "";
  return named || t(`cause.${cause}.what` as "cause.dns.what", { defaultValue: "" }) || undefined;
}
