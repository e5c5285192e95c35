import { days } from './calendar.js';
import type { DeedTo } from './deed.js';
import type { Guest, Way } from './entry.js';
import type { Room } from './room.js';

/** When registration closes: at its own moment, else at the start online and seven days before in a room. */
export function closing({ plan }: Room): number {
  return plan.closes ?? (plan.format === 'online' ? plan.start : days(plan.start, -7, '12:00'));
}

/** Whether one comes after closing and can still ask. */
export const isLate = (room: Room, now: number): boolean =>
  now >= closing(room) && room.rules.lateRequests && now < room.plan.start;

/** Why none of the party may register, as the refusal is called; `active` counts a person's other events of the series. */
export function refusalOf(
  room: Room,
  deed: DeedTo<'register'>,
  now: number,
  { memberOf, inSeries }: { memberOf(guest: Guest): string | undefined; inSeries(person: number): number },
): string | undefined {
  const { plan, rules } = room;
  const { guests, byOffice, invited } = deed;
  for (const guest of guests) {
    if (!byOffice && now >= closing(room) && !isLate(room, now)) return 'RegistrationClosed';
    if (!byOffice && plan.audience === 'invited' && !invited) return 'InvitationNeeded';
    const refused = mayNotCome(room, guest, { invited, byOffice, memberOf });
    if (refused) return refused;
  }
  if (guests.some(({ sessions }) => sessions.some((id) => !plan.sessions.has(id)))) return 'UnknownSession';
  if (byOffice) return undefined;
  const most = rules.mostPerAddress;
  const named = guests.filter(({ person, unnamedUntil }) => unnamedUntil === undefined && !room.of(person));
  const has = (email: string) => room.there.filter((entry) => entry.email === email).length;
  const asked = (email: string) => named.filter((guest) => guest.email === email).length;
  if (most !== null && named.some(({ email }) => has(email) + asked(email) > most)) return 'AddressLimit';
  const { mostInSeries } = rules;
  const isBusy = ({ person }: Guest) => person !== undefined && inSeries(person) >= (mostInSeries as number);
  return mostInSeries !== null && guests.some(isBusy) ? 'SeriesLimit' : undefined;
}

/** Why this person may not come: the event is not to be attended so, or is for members. */
export function mayNotCome(
  room: Room,
  guest: Guest,
  how: { invited: boolean; byOffice: boolean; memberOf(guest: Guest): string | undefined },
): string | undefined {
  const way = wayOf(room, guest);
  if (!way) return 'AttendanceMissing';
  if (!room.ways.includes(way)) return 'AttendanceNotOffered';
  if (room.plan.audience !== 'members' || how.invited || how.byOffice || how.memberOf(guest))
    return undefined;
  return room.rules.proof === 'address' ? 'AddressOfMemberNeeded' : 'MembersOnly';
}

/** How somebody attends: as they say, or the only way there is. */
export const wayOf = ({ ways }: Room, { way }: Pick<Guest, 'way'>): Way | undefined =>
  way ?? (ways.length === 1 ? ways[0] : undefined);
