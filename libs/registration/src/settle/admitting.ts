import { isActive } from '../words.js';
import type { AskTo, Decision } from './ask.js';
import type { OpenDesk } from './open-desk.js';

/** Gives a place back. */
export function withdraw(desk: OpenDesk, { id, to = 'cancelled' }: AskTo<'withdraw'>): Decision {
  const place = desk.place(id);
  if (!place || !isActive(place.status)) return { outcome: 'unchanged', place };
  const from = place.status;
  const freed = place.holdsSeat ? place.attendance : undefined;
  desk.end(place, to);
  return { outcome: 'done', place, from, freed };
}

/** Confirms a place that has a seat; gives one to a place that has none, or else puts it in the line. */
export function admit(desk: OpenDesk, { id, over = false, expiresAt }: AskTo<'admit'>): Decision {
  const place = desk.place(id);
  if (!place || place.status === 'confirmed' || (place.status === 'waitlisted' && !over)) {
    return { outcome: 'unchanged', place };
  }
  const other = desk.activeOf(place.person);
  if (other && other !== place) return { outcome: 'double', place: other };
  const from = place.status;
  const sits = place.holdsSeat || over || desk.canSit(place);
  // Who waits has no deadline but that for naming an unnamed seat, which stays.
  const nameBy = place.unnamed ? expiresAt : undefined;
  place.expiresAt = nameBy ?? (from === 'waitlisted' ? place.expiresAt : undefined);
  desk.unqueue(place, 'confirmed');
  if (!sits) desk.queue(place);
  else if (!place.holdsSeat) desk.seat(place, { over });
  desk.remember(place);
  return { outcome: 'done', place, from };
}

/** Confirms an address: what follows is what would have followed at once without that step. */
export function verify(desk: OpenDesk, { id, approval }: AskTo<'verify'>): Decision {
  const place = desk.place(id);
  if (place?.status !== 'unverified') return { outcome: 'unchanged', place };
  if (!approval) return admit(desk, { verb: 'admit', id });
  const { holdsSeat, until } = desk.rules.requests;
  place.status = 'requested';
  place.expiresAt = until;
  if (!holdsSeat) desk.counts.release(place);
  else if (!place.holdsSeat && desk.canSit(place)) desk.seat(place);
  desk.touch(place);
  return { outcome: 'done', place, from: 'unverified' };
}

/** Takes the seat that was offered. */
export function accept(desk: OpenDesk, { id }: AskTo<'accept'>): Decision {
  const place = desk.place(id);
  return place?.status === 'offered' ? admit(desk, { verb: 'admit', id }) : { outcome: 'unchanged', place };
}
