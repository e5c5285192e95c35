import { type EntityManager, In } from 'typeorm';
import type { Event } from '#event';
import { countersOf } from './desk/desk-book.js';
import { Registration } from './registration.entity.js';
import { Contingent, MemberStanding } from './rules/contingent.entity.js';
import { DeskRules } from './rules/desk-rules.entity.js';
import { releaseOf, rulesAt } from './rules/rules-at.js';
import { Counts } from './settle/counts.js';
import type { HeldBack } from './settle/place.js';
import { Standing } from './standing.entity.js';

/** Why somebody waits, and when the contingents are released; without a date to count from that is not known. */
export type Held = HeldBack & { until?: Temporal.Instant };

/**
 * Those of these registrations that wait though seats are free, or in a line that does not move for them before the
 * contingents are released; by registration id, as the desk would find it at this moment.
 */
export async function heldBack(
  manager: EntityManager,
  events: readonly Event[],
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Held>> {
  if (ids.length === 0) return new Map();
  const waiting = await manager.findBy(Registration, { id: In([...ids]), status: 'waitlisted' });
  const held = new Map<string, Held>();
  for (const [eventId, own] of Map.groupBy(waiting, (one) => one.eventId)) {
    const event = events.find(({ id }) => id === eventId);
    const desk = event && (await openedFor(manager, event, now));
    if (!desk) continue;
    const sizes = await groupSizes(manager, own);
    for (const { id, attendance, memberId, groupId } of own) {
      const size = sizes.get(groupId ?? '') ?? 1;
      const why = desk.counts.heldBack(attendance, memberId ?? undefined, size);
      if (why) held.set(id, { ...why, until: desk.release });
    }
  }
  return held;
}

/** What the desk would count; undefined where no contingents hold. */
async function openedFor(manager: EntityManager, event: Event, now: Temporal.Instant) {
  const eventId = event.id;
  const rules = await manager.findOneBy(DeskRules, { eventId });
  if (!rules) return undefined;
  const at = rulesAt(rules, event, now);
  if (!at.contingents) return undefined;
  const standing = await manager.findOneByOrFail(Standing, { eventId });
  const members = await membersOf(manager, rules);
  const counts = new Counts({ counters: countersOf(standing), rules: at, members, allotments: new Map() });
  return { counts, release: releaseOf(rules, event) };
}

async function membersOf(manager: EntityManager, { eventId, memberCap }: DeskRules) {
  const contingents = await manager.findBy(Contingent, { eventId });
  const standings = await manager.findBy(MemberStanding, { eventId });
  const own = new Map(contingents.map(({ memberId, guaranteed, cap }) => [memberId, { guaranteed, cap }]));
  const taken = new Map(standings.map((one) => [one.memberId, one.taken]));
  const all = new Set([...own.keys(), ...taken.keys()]);
  const usual = { guaranteed: 0, cap: memberCap };
  return new Map([...all].map((id) => [id, { ...(own.get(id) ?? usual), taken: taken.get(id) ?? 0 }]));
}

async function groupSizes(
  manager: EntityManager,
  waiting: readonly Registration[],
): Promise<Map<string, number>> {
  const groups = waiting.flatMap(({ groupId }) => groupId ?? []);
  if (groups.length === 0) return new Map();
  const rows: { id: string; size: number }[] = await manager.query(
    `SELECT group_id AS id, count(*)::integer AS size FROM registration
     WHERE group_id = ANY ($1::uuid[]) AND status = 'waitlisted' GROUP BY group_id`,
    [groups],
  );
  return new Map(rows.map(({ id, size }) => [id, size]));
}
