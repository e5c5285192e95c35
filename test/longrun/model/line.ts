import type { Entry, Way } from './entry.js';
import type { Room } from './room.js';

/** Those who move up together: one person, or a group. */
export type Party = readonly Entry[];

/**
 * Whose turn it is at this way of attending: the first in order who can have what is free, with `also` at the
 * line's end. Undefined where nobody can. Starts and ends the collecting of seats for a group.
 */
export function whoseTurn(room: Room, way: Way, now: number, also?: Party): Party | undefined {
  endCollecting(room, way, now);
  let collected = false;
  for (const party of inOrder(room, way, also)) {
    const { member } = party[0] as Entry;
    const mayPass = !collected || (room.keeps(way, now) && room.promised(member) >= party.length);
    if (mayPass && room.free(way, member, now) >= party.length) return party;
    collected ||= collectsFor(room, way, party, now);
  }
  return undefined;
}

/** Whether so many people would have seats if they came to the end of the line now. */
export function wouldSit(room: Room, party: Party, now: number): boolean {
  const [{ way, member }] = party as [Entry];
  if (room.waiting(way).length === 0) return room.free(way, member, now) >= party.length;
  if (!room.isAhead(now)) return false;
  const before = { ...room.collecting };
  const turn = whoseTurn(room, way, now, party);
  room.collecting = before;
  return turn === party;
}

// Who came first; where the order is fair, members without a seat before everybody else.
function inOrder(room: Room, way: Way, also: Party | undefined): Party[] {
  const parties: Entry[][] = [];
  for (const entry of room.waiting(way)) {
    const group = entry.group === undefined ? undefined : parties.find(([one]) => one?.group === entry.group);
    if (group) group.push(entry);
    else parties.push([entry]);
  }
  const all: Party[] = also ? [...parties, also] : parties;
  if (room.rules.lineOrder === 'arrival') return all;
  const isFirst = ([one]: Party) =>
    way === room.counted && one?.member !== undefined && room.seatsOf(one.member) === 0;
  return [...all.filter(isFirst), ...all.filter((party) => !isFirst(party))];
}

function endCollecting(room: Room, way: Way, now: number): void {
  const collecting = room.collecting[way];
  if (!collecting) return;
  const group = room.waiting(way).filter((entry) => entry.group === collecting.group);
  const [one] = group;
  const goesOn =
    one && room.couldEver(way, one.member, group.length, now) && room.free(way, undefined, now) > 0;
  if (!goesOn) delete room.collecting[way];
}

// One group at a time; when its hours are over it is passed, and none takes its place until it has gone.
function collectsFor(room: Room, way: Way, party: Party, now: number): boolean {
  const { collectHours } = room.rules;
  const [{ group, member }] = party as [Entry];
  if (group === undefined) return false;
  const begins =
    room.collecting[way] === undefined &&
    collectHours !== 0 &&
    room.free(way, undefined, now) > 0 &&
    room.couldEver(way, member, party.length, now);
  if (begins) room.collecting[way] = { group, since: now };
  const collecting = room.collecting[way];
  return collecting?.group === group && isStill(collecting.since, collectHours, now);
}

const isStill = (since: number, hours: number | null, now: number): boolean =>
  hours === null || now < since + hours * 3_600_000;
