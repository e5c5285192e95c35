/** The languages that every text of the product exists in; the first is the fallback. */
export const LANGUAGES = ['de', 'en', 'fr'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text that the office wrote in one or more languages. */
export type Texts = Partial<Record<Language, string>>;

/** A text to show, with the language it is really in (for a `lang` attribute where it differs). */
export interface Shown {
  text: string;
  language: Language;
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** The wanted language's text; where it is missing the main language's, then any. Never throws, may be empty. */
export function pick(texts: Texts | null | undefined, wanted: Language, main: Language = 'de'): Shown {
  for (const language of [wanted, main, ...LANGUAGES]) {
    const text = texts?.[language];
    if (text) return { text, language };
  }
  return { text: '', language: wanted };
}
