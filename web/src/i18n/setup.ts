import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = ["en", "tr"] as const;
export type Language = (typeof languages)[number];

const load: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import("./en"),
  tr: () => import("./tr"),
};

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
  const { default: words } = await load[language]();
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

export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    const { default: words } = await load[language]();
    i18next.addResourceBundle(language, "translation", words);
  }
  try {
    localStorage.setItem("fulexo.lang", language);
  } catch {
    // Holds for this page only.
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
