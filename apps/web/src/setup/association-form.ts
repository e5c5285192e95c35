import type { AssociationService } from '#association';
import { LANGUAGES, type Texts } from '#language';
import { fieldOf } from '../office/door/own-form.js';

const LINES = ['shortName', 'postal', 'email', 'phone'] as const;

/** Texts in each language; the fields are called `name.de` and so on. */
export const TEXTS = ['name', 'imprint', 'privacy'] as const;

/** The form as typed, by the names of its fields. */
export type AssociationInput = Record<string, string>;

type Entered = NonNullable<Awaited<ReturnType<AssociationService['entered']>>>;

/** What was typed, as the schema wants it. */
export function readAssociationForm(body: unknown): Record<string, unknown> {
  const texts = (name: string) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, fieldOf(body, `${name}.${language}`)]));
  return {
    ...Object.fromEntries(LINES.map((name) => [name, fieldOf(body, name)])),
    ...Object.fromEntries(TEXTS.map((name) => [name, texts(name)])),
  };
}

/** The form as it was sent. */
export const typed = (body: unknown): AssociationInput =>
  Object.fromEntries([...LINES, ...TEXTS.flatMap(inLanguages)].map((name) => [name, fieldOf(body, name)]));

/** The form with what was entered before. */
export function filledIn(entered: Entered | undefined): AssociationInput {
  const lines = LINES.map((name) => [name, entered?.[name] ?? '']);
  const texts = TEXTS.flatMap((name) =>
    LANGUAGES.map((language) => [`${name}.${language}`, (entered?.[name] as Texts | null)?.[language] ?? '']),
  );
  return Object.fromEntries([...lines, ...texts]);
}

const inLanguages = (name: string): string[] => LANGUAGES.map((language) => `${name}.${language}`);
