import { nameKey } from '#database';
import { LANGUAGES, type Language, type MessageKey, translator } from '#language';
import { CONTACT_ROLES, type ContactRole } from '../contact.entity.js';
import { MEMBER_KINDS, type MemberKind } from '../member.entity.js';

/** The columns of the directory as a spreadsheet, in the order of an export. */
export const COLUMNS = [
  'member',
  'kind',
  'since',
  'until',
  'domains',
  'postal',
  'leitwegId',
  'firstName',
  'lastName',
  'email',
  'phone',
  'language',
  'function',
  'roles',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which column stands where; and the headings that nobody knows. */
export interface Header {
  columns: ReadonlyMap<Column, number>;
  ignored: string[];
}

/** Reads the first line, in any order and any of our languages; of two equal headings the first counts. */
export function readHeader(cells: readonly string[]): Header {
  const columns = new Map<Column, number>();
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const column = HEADINGS.get(nameKey(cell));
    if (column && !columns.has(column)) columns.set(column, index);
    else if (cell) ignored.push(cell);
  });
  return { columns, ignored };
}

export const kindOf = (word: string): MemberKind | undefined => KINDS.get(nameKey(word));
export const languageOf = (word: string): Language | undefined => TONGUES.get(nameKey(word));
export const roleOf = (word: string): ContactRole | undefined => ROLES.get(nameKey(word));

/** Every word by which one of these is known: what we call it ourselves, and what else people write. */
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
  return new Map(words.toReversed());
}

const HEADINGS = wordsFor(COLUMNS, (column) => `directory.column.${column}`, {
  member: 'Mitgliedsorganisation|Organisation|Organization|Mitgliedsname',
  kind: 'Typ|Type|Mitgliedsart',
  since: 'seit|Eintritt|Beitritt|Eintrittsdatum|since|joined|joined on|depuis|adhésion',
  until: 'Austritt|Austrittsdatum|bis|until|left|jusqu’au|départ',
  domains: 'Domain|Domains|Domäne|Domänen|Domaine|Domaines',
  postal: 'Adresse|Postanschrift|address|postal address|Adresse postale',
  leitwegId: 'Leitweg|LeitwegID',
  firstName: 'given name|forename',
  lastName: 'Familienname|Name|surname|family name|nom de famille',
  email: 'E-Mail|Mail|E-Mail-Adresse|e-mail address|courriel|adresse e-mail',
  phone: 'Telefonnummer|Tel|phone number|telephone|tél',
  language: 'Korrespondenzsprache|langue de correspondance',
  function: 'Amt|Position|title|poste',
  roles: 'Rollen|roles|rôles',
});
const KINDS = wordsFor(MEMBER_KINDS, (kind) => `member.kind.${kind}`, {
  city: 'Kommune|Gemeinde|town|municipality|commune',
  district: 'Kreis|Bezirk|Landkreis|county|arrondissement',
  organization: 'Verein|Verband|association|organisation',
});
const TONGUES = wordsFor(LANGUAGES, (language) => `language.${language}`, {
  de: 'German|allemand',
  en: 'Englisch|anglais',
  fr: 'Französisch|French',
});
const ROLES = wordsFor(CONTACT_ROLES, (role) => `contact.role.${role}`, {});
