import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import { countersOf } from './desk/desk-book.js';
import type { Registration } from './registration.entity.js';
import { Contingent, MemberStanding } from './rules/contingent.entity.js';
import { DeskRules } from './rules/desk-rules.entity.js';
import { releaseOf, rulesAt } from './rules/rules-at.js';
import { Counts } from './settle/counts.js';
import type { HeldBack } from './settle/place.js';
import { Standing } from './standing.entity.js';

export type { HeldBack } from './settle/place.js';

/** Why somebody waits, and when the contingents are released; without a date to count from that is not known. */
export type Held = HeldBack & { until?: Temporal.Instant };

/**
 * Those of the event's people who wait though seats are free, or in a line that does not move for them, by registration
 * id: as the desk would find it now. Empty where no contingents hold.
 */
export async function heldBackAt(
  manager: EntityManager,
  event: Event,
  waiting: readonly Pick<Registration, 'id' | 'attendance' | 'memberId' | 'groupId'>[],
  now: Temporal.Instant,
): Promise<Map<string, Held>> {
  const eventId = event.id;
  const rules = waiting.length > 0 ? await manager.findOneBy(DeskRules, { eventId }) : null;
  const at = rules && rulesAt(rules, event, now);
  const standing = at?.contingents && (await manager.findOneBy(Standing, { eventId }));
  if (!rules || !at || !standing) return new Map();
  const counts = new Counts({
    counters: countersOf(standing),
    rules: at,
    members: await membersOf(manager, rules),
    allotments: new Map(),
  });
  const sizes = await groupSizes(manager, waiting);
  const until = releaseOf(rules, event);
  return new Map(
    waiting.flatMap(({ id, attendance, memberId, groupId }): [string, Held][] => {
      const held = counts.heldBack(attendance, memberId ?? undefined, sizes.get(groupId ?? '') ?? 1);
      return held ? [[id, { ...held, until }]] : [];
    }),
  );
}

async function membersOf(manager: EntityManager, { eventId, memberCap }: DeskRules) {
  const contingents = await manager.findBy(Contingent, { eventId });
  const taken = await manager.findBy(MemberStanding, { eventId });
  const own = new Map(contingents.map(({ memberId, guaranteed, cap }) => [memberId, { guaranteed, cap }]));
  const seats = new Map(taken.map((one) => [one.memberId, one.taken]));
  const members = [...new Set([...own.keys(), ...seats.keys()])];
  return new Map(
    members.map((id) => [
      id,
      { ...(own.get(id) ?? { guaranteed: 0, cap: memberCap }), taken: seats.get(id) ?? 0 },
    ]),
  );
}

async function groupSizes(
  manager: EntityManager,
  waiting: readonly Pick<Registration, 'groupId'>[],
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
