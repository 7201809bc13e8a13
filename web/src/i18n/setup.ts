import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = ["en", "tr"] as const;
export type Language = (typeof languages)[number];
type Words = () => Promise<{ default: object }>;

/** What the frame and the orders say comes at once; the words of the other pages come with the first of them. */
const first: Record<Language, Words> = { en: () => import("./en/first"), tr: () => import("./tr/first") };
const later: Record<Language, Words> = { en: () => import("./en/later"), tr: () => import("./tr/later") };
const whole = new Set<Language>();

/** The language kept on this computer, else the browser's, else English. */
export function startLanguage(): Language {
  try {
    const kept = localStorage.getItem("fulexo.lang");
    if (kept === "en" || kept === "tr") return kept;
  } catch {
    // Storage may be forbidden.
  }
  return navigator.languages.some((l) => l.toLowerCase().startsWith("tr")) ? "tr" : "en";
}

export async function startI18n(language: Language): Promise<void> {
  const { default: words } = await first[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: words } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
    fallbackLng: false,
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

const speaks = (): Language => (i18next.language === "tr" ? "tr" : "en");

/** Waits for every word of the language spoken now. */
export async function allWords(language: Language = speaks()): Promise<void> {
  if (whole.has(language)) return;
  const parts = i18next.hasResourceBundle(language, "translation") ? [later] : [first, later];
  for (const { default: words } of await Promise.all(parts.map((p) => p[language]()))) i18next.addResourceBundle(language, "translation", words);
  whole.add(language);
}

export async function setLanguage(language: Language): Promise<void> {
  await allWords(language);
  try {
    localStorage.setItem("fulexo.lang", language);
  } catch {
    // Holds for this page only.
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
