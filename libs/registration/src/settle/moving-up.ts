import type { Attendance } from '#event';
import type { OpenDesk } from './open-desk.js';
import type { Place } from './place.js';
import type { Unit } from './waiting-line.js';

/** Gives what is free to those who wait, in the event's order. */
export function moveUp(desk: OpenDesk, attendance: Attendance): void {
  if (!desk.rules.promotes) return;
  for (let next = nextUp(desk, attendance); next; next = nextUp(desk, attendance)) {
    for (const place of next.places) promote(desk, place);
  }
}

// Whose turn it is; undefined when nobody can have what is there.
function nextUp(desk: OpenDesk, attendance: Attendance): Unit | undefined {
  const { counts } = desk;
  endCollection(desk, attendance);
  if (counts.room(attendance) <= 0 || counts.counters[attendance].waiting === 0) return undefined;
  let behindGroup = false;
  for (const unit of inOrder(desk, attendance)) {
    const { member, places } = unit;
    const overtakes = behindGroup && counts.contingents.guarantee(attendance, member) < places.length;
    if (!overtakes && counts.free(attendance, member) >= places.length) return unit;
    behindGroup ||= collectsFor(desk, attendance, unit);
  }
  return undefined;
}

// The first of every queue: where the order is fair, those of members without a seat before all others.
function* inOrder(desk: OpenDesk, attendance: Attendance): Generator<Unit> {
  const line = desk.lines[attendance];
  if (desk.rules.order === 'fair') yield* line.firsts((member) => desk.rank(attendance, member) === 0);
  yield* line.firsts((member) => desk.rank(attendance, member) === 1);
}

// A collection ends with the group's waiting, when no seats are left to collect, or can never be enough.
function endCollection({ counts, lines }: OpenDesk, attendance: Attendance): void {
  const { collecting } = counts.counters;
  const current = collecting[attendance];
  if (!current) return;
  const group = lines[attendance].group(current.group);
  const mayBeEnough = group && counts.couldEverSit(attendance, group.member, group.places.length);
  if (!mayBeEnough || counts.free(attendance) <= 0) delete collecting[attendance];
}

// One group at a time. Once its time is over, all that was collected is there for those behind, and only when it
// has gone a new collection may begin.
function collectsFor(desk: OpenDesk, attendance: Attendance, unit: Unit): boolean {
  const { counts, rules } = desk;
  const { group, member, places } = unit;
  const { collecting } = counts.counters;
  if (group === undefined) return false;
  const begins =
    !collecting[attendance] &&
    rules.collectHours !== 0 &&
    counts.free(attendance) > 0 &&
    counts.couldEverSit(attendance, member, places.length);
  if (begins) collecting[attendance] = { group, since: rules.now };
  return desk.collectedFor(attendance)?.group === group;
}

// A group and a seat without a name cannot answer an offer.
function promote(desk: OpenDesk, place: Place): void {
  const { offerUntil } = desk.rules;
  const turn = offerUntil && !place.group && !place.expiresAt ? 'offered' : 'promoted';
  desk.unqueue(place, turn === 'offered' ? 'offered' : 'confirmed');
  desk.seat(place);
  if (turn === 'offered') place.expiresAt = offerUntil;
  desk.turns.push({ place, turn, from: 'waitlisted' });
}
