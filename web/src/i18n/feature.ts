import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { languages } from "./setup";

/** The keys a sentence is asked for by: a counted one without its form. */
type Key<W> = keyof W extends infer K ? (K extends `${infer Counted}_${"one" | "other"}` ? Counted : K & string) : never;

/**
 * The words of one feature, beside its code and loaded with it; a sentence missing in one language does not compile. What the frame
 * says stands in `en/` and `tr/`.
 */
export function featureWords<W extends Record<string, string>>(feature: string, words: { en: W; tr: Record<keyof W, string> }) {
  const add = () => languages.forEach((language) => i18next.addResourceBundle(language, feature, words[language]));
  if (i18next.isInitialized) add();
  else i18next.on("initialized", add);
  return function useWords() {
    // Each feature checks its own keys; i18next knows those of the frame.
    return useTranslation(feature as "translation").t as unknown as (key: Key<W>, values?: Record<string, string | number>) => string;
  };
}
