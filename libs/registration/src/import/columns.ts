import { nameKey } from '#database';
import type { Attendance } from '#event';
import { type Header, headerOf, wordsFor } from '#member';

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

/** Reads the first line, in any order and any of our languages. */
export const readListHeader = (cells: readonly string[]): Header<ListColumn> => headerOf(cells, HEADINGS);

export const attendanceOf = (word: string): Attendance | undefined => WAYS.get(nameKey(word));

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
