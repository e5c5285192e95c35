import { expect } from '@jest/globals';
import type { Attendance } from '#event';
import type { Ask } from '../src/settle/ask.js';
import type { Place } from '../src/settle/place.js';
import type { Settlement } from '../src/settle/settle.js';
import { isActive } from '../src/words.js';
import { DeskBook } from './desk-book.js';
import type { DeskWorld } from './desk-world.js';

const WAYS = ['onsite', 'online'] as const;

/** One settlement, seen from before and after. `asked` is the only ask of it, or none. */
export interface Moment {
  before: DeskBook;
  after: DeskBook;
  world: DeskWorld;
  asked?: Ask;
  settlement: Settlement;
  was: DeskWorld['counters'];
}

/** Everything counted is what a recount finds. */
export function countsAgree({ after, world }: Moment): void {
  const { counters, members, allotments, rules } = world;
  const counted = [
    ...WAYS.flatMap((way) => [counters[way].taken, counters[way].waiting]),
    ...(rules.counted ? [...members.values()].map(({ taken }) => taken) : []),
    ...[...allotments.values()].map(({ taken }) => taken),
  ];
  const recounted = [
    ...WAYS.flatMap((way) => [after.seated(way).length, after.waiting(way).length]),
    ...(rules.counted ? [...members.keys()].map((id) => after.ofMember(id)) : []),
    ...[...allotments.keys()].map((id) => after.holds(id)),
  ];
  expect(counted).toEqual(recounted);
  expect(
    [...allotments.values()].filter(({ capacity, taken }) => capacity !== null && taken > capacity),
  ).toEqual([]);
}

/** A status and what is held say the same; nobody has two places, or one that is over. */
export function placesAreWhole({ after, world }: Moment): void {
  const isWhole = ({ person, status, holdsSeat, held, claims, expiresAt }: Place) => {
    if ((status === 'offered' || status === 'confirmed') && !holdsSeat) return false;
    if (status === 'waitlisted' && holdsSeat) return false;
    if (!held.every((id) => claims.includes(id)) || (held.length > 0 && !holdsSeat)) return false;
    if (!isActive(status)) return !holdsSeat;
    const isOver = expiresAt && Temporal.Instant.compare(expiresAt, world.rules.now) <= 0;
    return !isOver && after.activeOf(person).length === 1;
  };
  expect(after.places.filter((place) => !isWhole(place))).toEqual([]);
}

/** The capacity is passed by the office's will alone, and by one seat at a time. */
export function capacityHolds({ before, asked, world, was }: Moment): void {
  for (const way of WAYS) {
    const { capacity, over, taken } = world.counters[way];
    expect(over).toBe(capacity === null ? 0 : Math.max(0, taken - capacity));
    if (capacity === null) continue;
    const shrunk = capacity < (was[way].capacity ?? Number.POSITIVE_INFINITY);
    const willed = asked?.verb === 'admit' && asked.over ? 1 : 0;
    if (shrunk) expect(taken).toBeLessThanOrEqual(Math.max(capacity, before.seated(way).length));
    else expect(over).toBeLessThanOrEqual(was[way].over + willed);
  }
}

/** Nobody who could sit is left waiting. */
export function nobodyIsLeft({ after }: Moment): void {
  for (const way of WAYS) expect(after.couldSit(way)).toEqual([]);
}

/** Whoever moved up was, each time, the first in order of those who could have the seat. */
export function orderIsKept({ before, after, asked, settlement }: Moment): void {
  const was = new Map(swapped(before, asked).places.map((place) => [place.id, place]));
  const moved = settlement.turns.filter(({ turn, place }) => turn !== 'lapsed' && was.has(place.id));
  // From the last to the first: each time as if those after it had not moved yet.
  let book = after;
  const parties = Map.groupBy(moved, ({ place }) => (was.get(place.id) as Place).group ?? place.id);
  for (const turns of [...parties.values()].reverse()) {
    const back = turns.map(({ place }) => was.get(place.id) as Place);
    book = book.with(back);
    const [first] = book.couldSit((back[0] as Place).attendance);
    expect(first?.places.map(({ id }) => id).sort()).toEqual(back.map(({ id }) => id).sort());
  }
}

/** What is promised to members is there, and a member that asks for it gets it. */
export function guaranteesHold({ before, after, asked, settlement, world }: Moment): void {
  const way = world.rules.counted;
  if (!way || !world.rules.contingents || before.spare(way) < 0) return;
  const overruled = asked?.verb === 'resize' || (asked?.verb === 'admit' && asked.over);
  if (!overruled) expect(after.spare(way)).toBeGreaterThanOrEqual(0);
  const [decision] = settlement.decisions;
  if (asked?.verb !== 'register' || asked.people.length > 1 || decision?.outcome !== 'registered') return;
  const [{ attendance, member }] = asked.people as [(typeof asked.people)[number]];
  if (asked.entry === 'straight' && before.guarantee(attendance, member) > 0 && world.rules.promotes) {
    expect(decision.people[0]?.answer).toEqual({ status: 'confirmed' });
  }
}

/** No member passes its cap before the release, except by the office's will. */
export function capsHold({ before, after, asked, world }: Moment): void {
  if (!world.rules.contingents || (asked?.verb === 'admit' && asked.over)) return;
  for (const id of world.members.keys()) {
    expect(after.ofMember(id)).toBeLessThanOrEqual(Math.max(after.capOf(id), before.ofMember(id)));
  }
}

/** Of a group that waits all move up, or none. */
export function groupsStayTogether({ before, after, asked, settlement }: Moment): void {
  const moved = new Set(
    settlement.turns.filter(({ turn }) => turn !== 'lapsed').map(({ place }) => place.id),
  );
  for (const way of WAYS) {
    for (const { places, group } of swapped(before, asked).line(way)) {
      if (!group || !places.some(({ id }) => moved.has(id))) continue;
      expect(after.line(way).some((party) => party.group === group)).toBe(false);
    }
  }
}

/** What is being collected for a group goes to nobody behind it. */
export function collectionIsKept({ before, after, asked, world, was }: Moment): void {
  const overruled =
    asked?.verb === 'resize' || asked?.verb === 'swap' || (asked?.verb === 'admit' && asked.over);
  // In fair order others may come before the group.
  if (overruled || world.rules.order === 'fair') return;
  for (const way of WAYS as readonly Attendance[]) {
    const group = after.collecting(way);
    if (!group || was.collecting[way]?.group !== group) continue;
    expect(after.spare(way)).toBeGreaterThanOrEqual(before.spare(way));
  }
}

/** Whoever is given a place and has one already, for the same way of attending, has the better of the two from then on. */
export function betterIsKept({ before, asked, settlement }: Moment): void {
  const [decision] = settlement.decisions;
  if (asked?.verb !== 'swap' || !asked.joins || decision?.outcome !== 'done') return;
  const { yieldsTo, replaces } = decision;
  const was = (id: string) => before.places.find((place) => place.id === id) as Place;
  const beside = yieldsTo ?? replaces;
  if (!beside) return;
  const [kept, ended] = (yieldsTo ? [beside.id, asked.id] : [asked.id, beside.id]).map(was) as [Place, Place];
  if (kept.attendance !== ended.attendance) return;
  const inLine = kept.status === 'waitlisted' && ended.status === 'waitlisted';
  if (inLine) expect(Number(kept.line)).toBeLessThan(Number(ended.line));
  else expect(distanceOf(kept)).toBeLessThanOrEqual(distanceOf(ended));
}

// From a seat of one's own.
function distanceOf({ status, holdsSeat }: Place): number {
  const distance = ['confirmed', 'offered', 'holds', 'waitlisted'].indexOf(
    holdsSeat && status !== 'confirmed' && status !== 'offered' ? 'holds' : status,
  );
  return distance < 0 ? 4 : distance;
}

export const LAWS = [
  countsAgree,
  placesAreWhole,
  capacityHolds,
  nobodyIsLeft,
  orderIsKept,
  guaranteesHold,
  capsHold,
  groupsStayTogether,
  collectionIsKept,
  betterIsKept,
];

// Whoever comes in for somebody of a group and is of another member does not wait with it.
function swapped(before: DeskBook, asked: Ask | undefined): DeskBook {
  const place = asked?.verb === 'swap' && before.places.find(({ id }) => id === asked.id);
  if (!place || asked?.verb !== 'swap' || asked.member === place.member) return before;
  return before.with([{ ...place, member: asked.member, group: undefined }]);
}
