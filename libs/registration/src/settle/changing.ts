import { isActive } from '../words.js';
import type { AskTo, Decision } from './ask.js';
import type { OpenDesk } from './open-desk.js';
import type { Place } from './place.js';

/** Another way of attending, other sessions or choices: all that is asked for, or nothing. */
export function change(desk: OpenDesk, { id, attendance, claims, replaces }: AskTo<'change'>): Decision {
  const place = desk.place(id);
  if (!place || !isActive(place.status)) return { outcome: 'unchanged', place };
  const { status: from, holdsSeat } = place;
  const to = attendance !== undefined && attendance !== place.attendance ? attendance : undefined;
  const findsSeat =
    to !== undefined &&
    (holdsSeat || from === 'waitlisted') &&
    desk.canSit({ attendance: to, member: place.member });
  if (to && holdsSeat && !findsSeat) return { outcome: 'full' };
  const kept = claims ? place.claims.filter((claim) => replaces && !replaces(claim)) : place.claims;
  const all = claims ? [...kept, ...claims] : kept;
  // Who has a seat is refused only what they ask for now; who comes to one by this, all they ever wished for.
  const needed = holdsSeat ? (claims ?? []) : findsSeat ? all : [];
  const missing = desk.counts.allotments.missing(needed, place.held);
  if (missing) return { outcome: 'taken', allotment: missing };
  if (claims) choose(desk, place, all);
  if (to) switchTo(desk, place, to, findsSeat);
  desk.touch(place);
  return { outcome: 'done', place, from, freed: to && holdsSeat ? otherThan(to) : undefined };
}

function choose({ counts }: OpenDesk, place: Place, claims: readonly string[]): void {
  counts.allotments.release(place, claims);
  place.claims = claims;
  if (place.holdsSeat) counts.allotments.hold(place);
}

function switchTo(desk: OpenDesk, place: Place, to: Place['attendance'], findsSeat: boolean): void {
  if (place.status !== 'waitlisted') {
    desk.counts.release(place);
    place.attendance = to;
    if (findsSeat) desk.seat(place);
    return;
  }
  desk.unqueue(place, 'confirmed');
  place.attendance = to;
  if (findsSeat) desk.seat(place);
  else desk.queue(place);
}

const otherThan = (attendance: Place['attendance']) => (attendance === 'onsite' ? 'online' : 'onsite');

/** Gives a place to another person or under another name; seat, number in the line and choices stay as they may. */
export function swap(
  desk: OpenDesk,
  { id, person, only, member, expiresAt, keeps, corrects, joins }: AskTo<'swap'>,
): Decision {
  const place = desk.place(id);
  if (place && only !== undefined && place.person !== only) return { outcome: 'gone', place };
  if (!place || !isActive(place.status)) return { outcome: 'unchanged', place };
  const { status: from } = place;
  const known = desk.activeOf(person);
  const beside = known === place ? undefined : known;
  if (beside && !joins) return { outcome: 'double', place: beside };
  const { counts } = desk;
  if (place.holdsSeat && !counts.contingents.mayReassign(place, member, counts.room(place.attendance))) {
    return { outcome: 'full' };
  }
  if (beside && !isBetter(place, beside)) {
    desk.end(place, 'cancelled');
    return { outcome: 'done', place, from, yieldsTo: beside };
  }
  if (beside) desk.end(beside, 'cancelled');
  desk.rename(place, person);
  place.unnamed = expiresAt !== undefined;
  // Under another name somebody stays who they are; whose other place this one replaces is somebody else.
  if (keeps && (!corrects || beside)) {
    place.claims = place.claims.filter(keeps);
    counts.allotments.release(place, place.claims);
  }
  if (member !== place.member) {
    // A group is one member's.
    place.group = undefined;
    counts.reassign(place, member);
    if (place.status === 'waitlisted') desk.lines[place.attendance].add(place);
  }
  // An unnamed seat has a name now; an offer, a request or an address is still to be answered or confirmed.
  if (place.status === 'confirmed' || place.status === 'waitlisted') place.expiresAt = expiresAt;
  return { outcome: 'done', place, from, replaces: beside };
}

/** Whether it is nearer to a seat of one's own than the other, or further ahead in the same line. */
function isBetter(place: Place, other: Place): boolean {
  if (place.attendance !== other.attendance) return false;
  const inLine = place.status === 'waitlisted' && other.status === 'waitlisted';
  return inLine ? Number(place.line) < Number(other.line) : worthOf(place) > worthOf(other);
}

// An offer may lapse and a request be declined; a number in the line stays, but is no seat.
function worthOf({ status, holdsSeat }: Place): number {
  if (status === 'confirmed') return 4;
  if (status === 'offered') return 3;
  if (holdsSeat) return 2;
  return status === 'waitlisted' ? 1 : 0;
}

/** Other numbers of seats. */
export function resize({ counts }: OpenDesk, { onsite, online }: AskTo<'resize'>): Decision {
  if (onsite !== undefined) counts.resize('onsite', onsite);
  if (online !== undefined) counts.resize('online', online);
  return { outcome: 'looked' };
}
