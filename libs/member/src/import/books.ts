import type { EntityManager } from 'typeorm';
import { nameKey } from '#database';
import type { Language } from '#language';
import type { ContactRole } from '../contact.entity.js';
import type { MemberKind } from '../member.entity.js';
import type { Stretch } from '../stretches.js';

/** What will have to be written about something that a file speaks of. */
interface Entry {
  id: string;
  isNew: boolean;
  isChanged: boolean;
  /** Which line of the file said what, by fact: two lines must not contradict each other. */
  saidBy: Map<string, number>;
}

export interface MemberEntry extends Entry {
  name: string;
  kind: MemberKind;
  postal: string | null;
  leitwegId: string | null;
  stretches: (Stretch & { id: string; isChanged: boolean })[];
  domains: string[];
  /** By compared name. */
  functions: Map<string, FunctionEntry>;
}

export interface FunctionEntry {
  id: string;
  name: string;
  isNew: boolean;
  holder?: string;
  /** The holder is another than before, from today on. */
  isHandedOver?: boolean;
  /** The line that named the holder. */
  saidBy?: number;
}

export interface ContactEntry extends Entry {
  memberId: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  language: Language;
  roles: ContactRole[];
  leftOn: string | null;
}

/** The directory in memory: as it is, and then as a file would make it. */
export interface Books {
  members: Map<string, MemberEntry>;
  /** Members by compared name, and by every spelling that means one. */
  memberIds: Map<string, string>;
  contacts: Map<string, ContactEntry>;
  /** Contacts by member and compared name. */
  contactIds: Map<string, string[]>;
  domains: Map<string, { memberId: string; isNew: boolean }>;
}

/** Where a person is looked up. */
export const personSpot = (
  memberId: string | null,
  person: { firstName: string; lastName: string },
): string => `${memberId ?? ''} ${nameKey(`${person.firstName} ${person.lastName}`)}`;

/** Reads the whole directory in five queries, whatever its size. */
export async function openBooks(manager: EntityManager, day: string): Promise<Books> {
  const members: Omit<MemberEntry, 'functions' | keyof Omit<Entry, 'id'>>[] = await manager.query(
    `SELECT m.id, m.name, m.kind, m.postal, m.leitweg_id AS "leitwegId", coalesce(jsonb_agg(jsonb_build_object(
         'id', s.id, 'from', s.from_day::text, 'until', s.until_day::text, 'isChanged', false)
       ORDER BY s.from_day) FILTER (WHERE s.id IS NOT NULL), '[]') AS stretches,
       ARRAY(SELECT d.domain FROM member_domain d WHERE d.member_id = m.id ORDER BY d.domain) AS domains
     FROM member m LEFT JOIN membership s ON s.member_id = m.id GROUP BY m.id`,
  );
  const spellings: { key: string; memberId: string }[] = await manager.query(
    'SELECT spelling_key AS key, member_id AS "memberId" FROM organization_spelling WHERE member_id IS NOT NULL',
  );
  const contacts: Omit<ContactEntry, keyof Omit<Entry, 'id'>>[] = await manager.query(
    `SELECT id, member_id AS "memberId", first_name AS "firstName", last_name AS "lastName", email, phone, language,
       roles, left_on::text AS "leftOn" FROM contact ORDER BY left_on NULLS FIRST, id`,
  );
  const domains: { domain: string; memberId: string }[] = await manager.query(
    'SELECT domain, member_id AS "memberId" FROM member_domain',
  );
  const functions: (FunctionEntry & { memberId: string; key: string })[] = await manager.query(
    `SELECT f.id, f.name, f.member_id AS "memberId", f.name_key AS key, false AS "isNew", t.contact_id AS holder
     FROM member_function f LEFT JOIN function_term t ON t.function_id = f.id
       AND $1::date BETWEEN t.from_day AND coalesce(t.until_day, 'infinity')`,
    [day],
  );
  const known = () => ({ isNew: false, isChanged: false, saidBy: new Map<string, number>() });
  const books: Books = {
    members: new Map(members.map((row) => [row.id, { ...row, ...known(), functions: new Map() }])),
    memberIds: new Map([
      ...spellings.map(({ key, memberId }) => [key, memberId] as const),
      ...members.map(({ id, name }) => [nameKey(name), id] as const),
    ]),
    contacts: new Map(contacts.map((row) => [row.id, { ...row, ...known() }])),
    contactIds: new Map(
      [...Map.groupBy(contacts, (row) => personSpot(row.memberId, row))].map(([spot, rows]) => {
        return [spot, rows.map(({ id }) => id)];
      }),
    ),
    domains: new Map(domains.map(({ domain, memberId }) => [domain, { memberId, isNew: false }])),
  };
  for (const { memberId, key, ...one } of functions) {
    const entry = { ...one, holder: one.holder ?? undefined };
    books.members.get(memberId)?.functions.set(key, entry);
  }
  return books;
}
