import type { EntityManager } from 'typeorm';
import { addressKey } from '#database';
import type { Attendance } from '#event';
import type { Language } from '#language';
import type { Caretaker, Caretakers } from '#registration';
import type { NoticeDetail } from './change.js';
import { CONCERNED, type ConcernedStatus } from './words.js';

/** Somebody with a place at the event, be it in the line. */
export interface Addressee {
  registrationId: string;
  reference: string;
  status: ConcernedStatus;
  attendance: Attendance;
  firstName: string;
  lastName: string;
  email: string;
  emailKey: string;
  language: Language;
  copyTo: string | null;
  linkGeneration: number;
  /** False: a seat held for somebody who is not known yet. */
  named: boolean;
  /** Who looks after the person, as other rooms know it. */
  caretaker?: Caretaker;
}

/** Somebody who looks after others: gets copies of their mails, or holds seats without names. */
export interface Companion {
  address: string;
  language: Language;
  /** Of the people and seats; a seat without a name is an empty one. */
  names: string[];
  /** Gets copies about somebody who comes, and so has their appointment in a calendar. */
  follows: boolean;
}

/** Who is told: everybody with a place, or where people chose the point that is off, those who did. */
export async function addresseesOf(
  manager: EntityManager,
  caretakers: Caretakers,
  eventId: string,
  { scope, items }: Pick<NoticeDetail, 'scope' | 'items'>,
): Promise<Addressee[]> {
  const people: Addressee[] = await manager.query(PEOPLE, [
    eventId,
    CONCERNED,
    scope.startsWith('item:') ? items.map(({ id }) => id) : [],
  ]);
  const ids = people.map(({ registrationId }) => registrationId);
  const caring = await caretakers.of(ids, manager);
  return people.map((one) => ({ ...one, caretaker: caring.get(one.registrationId) }));
}

/** Those who look after the addressees, each once however many they look after; nobody for themselves. */
export function companionsOf(addressees: readonly Addressee[]): Companion[] {
  const companions = new Map<string, Companion>();
  for (const addressee of addressees) {
    const { firstName, lastName, copyTo } = addressee;
    for (const { address, language } of lookingAfter(addressee)) {
      const key = addressKey(address);
      const companion = companions.get(key) ?? { address, language, names: [], follows: false };
      companion.names.push(`${firstName} ${lastName}`.trim());
      companion.follows ||= comes(addressee) && copyTo !== null && addressKey(copyTo) === key;
      companions.set(key, companion);
    }
  }
  return [...companions.values()];
}

/** Whether the person has the appointment in the calendar. */
export const comes = ({ named, status }: Pick<Addressee, 'named' | 'status'>): boolean =>
  named && status === 'confirmed';

function lookingAfter({ named, email, emailKey, copyTo, caretaker, language }: Addressee) {
  const copy = copyTo ? [{ address: copyTo, language }] : [];
  const holder = caretaker ?? (named ? undefined : { address: email, language });
  const all = [...copy, ...(holder ? [holder] : [])];
  return all.filter(
    ({ address }, index) =>
      (!named || addressKey(address) !== emailKey) &&
      all.findIndex((other) => addressKey(other.address) === addressKey(address)) === index,
  );
}

const PEOPLE = `
  SELECT r.id AS "registrationId", r.reference, r.status, r.attendance, r.first_name AS "firstName",
    r.last_name AS "lastName", r.email, r.email_key AS "emailKey", r.language, r.copy_to AS "copyTo",
    r.link_generation AS "linkGeneration", r.named
  FROM registration r
  WHERE r.event_id = $1 AND r.status = ANY($2)
    AND (NOT EXISTS (SELECT FROM allotment a WHERE a.id = ANY($3::uuid[]))
      OR EXISTS (SELECT FROM claim c WHERE c.registration_id = r.id AND c.allotment_id = ANY($3)))
  ORDER BY r.last_name COLLATE "und-x-icu", r.first_name COLLATE "und-x-icu", r.id`;
