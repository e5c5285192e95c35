import type { House } from '../../builders/house.js';
import { WAYS } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';

/** What is counted along of one event. */
export interface CountRow {
  eventId: string;
  onsite: (number | null)[];
  online: (number | null)[];
  onsiteCollecting: string | null;
  onlineCollecting: string | null;
  onsiteSince: number | null;
  onlineSince: number | null;
  members: Record<string, number> | null;
  allotments: Record<string, [number | null, number, number]> | null;
}

/** The counters of these events as they stand. */
export const readCounts = (house: House, ids: readonly string[]): Promise<CountRow[]> =>
  house.manager.query(COUNTS, [ids]);

/** What is counted otherwise than the model counts, in words. */
export function countsDiffer(
  event: EventModel,
  rows: readonly { id: string; group: string | null }[],
  counts: CountRow,
): string[] {
  const found: [string, unknown, unknown][] = WAYS.flatMap((way): [string, unknown, unknown][] => {
    const capacity = event.plan.seats[way];
    const taken = event.seated(way).length;
    const over = capacity === null ? 0 : Math.max(0, taken - capacity);
    const collecting = event.collecting[way];
    const group = event.there.find((entry) => entry.group !== undefined && entry.group === collecting?.group);
    const row = rows.find(({ id }) => id === group?.id);
    const [collects, since] =
      way === 'onsite'
        ? [counts.onsiteCollecting, counts.onsiteSince]
        : [counts.onlineCollecting, counts.onlineSince];
    return [
      [
        `the seats ${way} (capacity, taken, waiting, over)`,
        counts[way],
        [capacity, taken, event.waiting(way).length, over],
      ],
      [
        `the group that seats are collected for ${way}`,
        [collects, since],
        [row?.group ?? null, collecting?.since ?? null],
      ],
    ];
  });
  const seats = new Set(
    Object.keys(counts.members ?? {}).concat(event.there.flatMap(({ member }) => member ?? [])),
  );
  for (const member of seats)
    found.push([`the seats of member ${member}`, counts.members?.[member] ?? 0, event.seatsOf(member)]);
  for (const [id, capacity] of event.plan.sessions) {
    const taken = event.inSession(id);
    const over = capacity === null ? 0 : Math.max(0, taken - capacity);
    found.push([`session ${id} (capacity, taken, over)`, counts.allotments?.[id], [capacity, taken, over]]);
  }
  return found.flatMap(([what, is, mustBe]) =>
    JSON.stringify(is) === JSON.stringify(mustBe)
      ? []
      : [`${what}: is ${JSON.stringify(is)}; must be ${JSON.stringify(mustBe)}`],
  );
}

const COUNTS = `
  SELECT s.event_id AS "eventId",
    json_build_array(s.onsite_capacity, s.onsite_taken, s.onsite_waiting, s.onsite_over) AS onsite,
    json_build_array(s.online_capacity, s.online_taken, s.online_waiting, s.online_over) AS online,
    s.onsite_collecting AS "onsiteCollecting", (extract(epoch FROM s.onsite_collecting_since) * 1000)::float AS "onsiteSince",
    s.online_collecting AS "onlineCollecting", (extract(epoch FROM s.online_collecting_since) * 1000)::float AS "onlineSince",
    (SELECT json_object_agg(m.member_id, m.taken) FROM member_standing m WHERE m.event_id = s.event_id) AS members,
    (SELECT json_object_agg(a.id, json_build_array(a.capacity, a.taken, a.over)) FROM allotment a WHERE a.event_id = s.event_id) AS allotments
  FROM standing s WHERE s.event_id = ANY($1)`;
