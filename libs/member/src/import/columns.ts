import { nameKey } from '#database';
import { CONTACT_ROLES, type ContactRole } from '../contact.entity.js';
import { MEMBER_KINDS, type MemberKind } from '../member.entity.js';
import { type Header, headerOf, wordsFor } from './headings.js';

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

/** Reads the first line, in any order and any of our languages. */
export const readHeader = (cells: readonly string[]): Header<Column> => headerOf(cells, HEADINGS);

export const kindOf = (word: string): MemberKind | undefined => KINDS.get(nameKey(word));
export const roleOf = (word: string): ContactRole | undefined => ROLES.get(nameKey(word));

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
const ROLES = wordsFor(CONTACT_ROLES, (role) => `contact.role.${role}`, {});
