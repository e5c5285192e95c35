import { z } from 'zod';
import { cleanText, line, optional } from '#database';
import { LANGUAGES, type Language, type Texts } from '#language';

const LONGEST_SUMMARY = 500;
const LONGEST_DESCRIPTION = 10_000;

export const TEXT_FIELDS = [
  'summary.de',
  'summary.en',
  'summary.fr',
  'description.de',
  'description.en',
  'description.fr',
] as const;

const summary = optional(line(LONGEST_SUMMARY));
const description = optional(z.string().overwrite(cleanText).max(LONGEST_DESCRIPTION));

/** What an event is about, in every language. */
export const texts = {
  'summary.de': summary,
  'summary.en': summary,
  'summary.fr': summary,
  'description.de': description,
  'description.en': description,
  'description.fr': description,
};

/** The languages of one text, from its fields; an empty field is no translation. */
export function textsOf(form: Readonly<Record<string, unknown>>, name: string): Texts {
  const all = LANGUAGES.map((language) => [language, form[`${name}.${language}`]]);
  return Object.fromEntries(all.filter(([, text]) => text));
}

/** A text as its fields show it. */
export const typedTexts = <Name extends string>(name: Name, said: Texts) =>
  Object.fromEntries(LANGUAGES.map((language) => [`${name}.${language}`, said[language] ?? ''])) as Record<
    `${Name}.${Language}`,
    string
  >;
