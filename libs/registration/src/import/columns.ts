import { nameKey } from '#database';
import type { Attendance } from '#event';
import { LANGUAGES, type Language, type MessageKey, translator } from '#language';

/** The columns of a list of people, in the order in which they are named to whoever writes one. */
export const LIST_COLUMNS = [
  'firstName',
  'lastName',
  'email',
  'organization',
  'attendance',
  'language',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Without these nobody can be registered. */
export const NEEDED: readonly ListColumn[] = ['firstName', 'lastName', 'email'];

/** Which column stands where; and the headings that mean nothing here. */
export interface ListHeader {
  columns: ReadonlyMap<ListColumn, number>;
  ignored: string[];
}

/** Reads the first line, in any order and any of our languages; of two equal headings the first counts. */
export function readListHeader(cells: readonly string[]): ListHeader {
  const columns = new Map<ListColumn, number>();
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const column = HEADINGS.get(nameKey(cell));
    if (column && !columns.has(column)) columns.set(column, index);
    else if (cell) ignored.push(cell);
  });
  return { columns, ignored };
}

export const attendanceOf = (word: string): Attendance | undefined => WAYS.get(nameKey(word));
export const languageOf = (word: string): Language | undefined => TONGUES.get(nameKey(word));

/** Every word by which one of these is known: what the product calls it, and what else people write. */
function wordsFor<T extends string>(
  choices: readonly T[],
  messageOf: (choice: T) => MessageKey,
  others: Partial<Record<T, string>>,
): ReadonlyMap<string, T> {
  const words = choices.flatMap((choice) => {
    const ours = LANGUAGES.map((language) => translator(language)(messageOf(choice)));
    return [choice, ...ours, ...(others[choice]?.split('|') ?? [])].map(
      (word) => [nameKey(word), choice] as const,
    );
  });
  return new Map(words);
}

const HEADINGS = wordsFor(LIST_COLUMNS, (column) => `report.${column}`, {
  firstName: 'given name|forename|Rufname',
  lastName: 'Familienname|Name|surname|family name|nom de famille',
  email: 'E-Mail|Mail|e-mail address|courriel|adresse électronique',
  organization:
    'Mitglied|Stadt|Firma|Institution|Einrichtung|Organization|Organisation|member|company|membre',
  attendance: 'Teilnahmeart|Form der Teilnahme|Format|mode|way of attending|mode de participation',
  language: 'Korrespondenzsprache|langue de correspondance',
});
const WAYS = wordsFor(['onsite', 'online'], (way) => `format.${way}`, {
  onsite: 'Präsenz|in Präsenz|Saal|in person|on-site|présentiel|en présentiel',
  online: 'virtuell|digital|Videokonferenz|remote|virtual|à distance|distanciel',
});
const TONGUES = wordsFor(LANGUAGES, (language) => `language.${language}`, {
  de: 'German|allemand|dt',
  en: 'Englisch|anglais|engl',
  fr: 'Französisch|French|frz',
});
