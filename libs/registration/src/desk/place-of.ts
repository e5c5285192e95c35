import type { PersonKey } from '../person.js';
import type { Place } from '../settle/place.js';
import type { KnownRegistration } from './desk-book.js';

/** Who somebody is, as one text to compare; a line break is in neither part. */
export const personText = ({ email, name }: PersonKey): string => `${email}\n${name}`;

/** The address and name in such a text. */
export function personOf(text: string): PersonKey {
  const end = text.indexOf('\n');
  return { email: text.slice(0, end), name: text.slice(end + 1) };
}

/** A registration as far as seats are concerned. */
export const placeOf = ({ registration, claims, held }: KnownRegistration): Place => ({
  id: registration.id,
  person: personText({ email: registration.emailKey, name: registration.nameKey }),
  attendance: registration.attendance,
  status: registration.status,
  holdsSeat: registration.holdsSeat,
  line: registration.line === null ? null : Number(registration.line),
  member: registration.memberId ?? undefined,
  group: registration.groupId ?? undefined,
  expiresAt: registration.expiresAt ?? undefined,
  unnamed: !registration.named,
  claims,
  held,
});
