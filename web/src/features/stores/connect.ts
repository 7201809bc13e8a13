import * as z from "zod/mini";

/** Completes what people paste: a bare host is HTTPS, a path of the shop stays, the admin's address goes. */
export function tidyUrl(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const url = new URL(whole);
    const path = url.pathname.replace(/\/(wp-admin|wp-json|wp-login\.php)(\/.*)?$/, "").replace(/\/+$/, "");
    return `${url.protocol}//${url.host}${path}`;
  } catch {
    return trimmed;
  }
}

export function nameFrom(url: string): string {
  try {
    const host = new URL(tidyUrl(url)).hostname.replace(/^(www|shop|store)\./, "");
    const word = host.split(".")[0] ?? "";
    return word.split("-").filter(Boolean).map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join(" ");
  } catch {
    return "";
  }
}

const isUrl = (text: string) => {
  try {
    const url = new URL(text);
    return (url.protocol === "https:" || url.protocol === "http:") && /^(\[[0-9a-f:.]+\]|[\p{L}\p{N}.-]+)$/iu.test(url.hostname);
  } catch {
    return false;
  }
};

/** Messages are words of the dictionary, not sentences. */
export const connectSchema = z.object({
  tenant_id: z.string(),
  url: z.pipe(z.string(), z.transform(tidyUrl)).check(z.refine(isUrl, "url")),
  name: z.string().check(z.trim(), z.minLength(1, "name"), z.maxLength(120, "name")),
  consumer_key: z.string().check(z.trim(), z.regex(/^ck_\S{8,}$/, "key")),
  consumer_secret: z.string().check(z.trim(), z.regex(/^cs_\S{8,}$/, "secret")),
});
export type ConnectValues = z.infer<typeof connectSchema>;
