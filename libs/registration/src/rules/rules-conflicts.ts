import { type Event, extent } from '#event';
import type { FieldError } from '#language';
import { offered } from '../admission.js';
import type { Standing } from '../standing.entity.js';
import { saysOwn } from './contingents.js';
import type { DeskRules } from './desk-rules.entity.js';
import type { ContingentsInput } from './rules.schema.js';
import { contested, hasContingents } from './rules-at.js';

/** What rules are checked against. */
export interface RulesGround {
  event: Event;
  standing: Pick<Standing, 'onsiteCapacity' | 'onlineCapacity'>;
}

/** What of the rules contradicts itself, the event's dates or its seats; what was so `before` is not new. */
export function rulesConflicts(
  rules: DeskRules,
  { event, standing, before, now }: RulesGround & { before: DeskRules; now: Temporal.Instant },
): FieldError[] {
  const start = extent(event)?.start.toInstant();
  const most = totalCapacity(event, standing);
  const wrong: FieldError[] = [];
  const { withdrawUntil, series, mostInSeries, minimum, minimumUntil } = rules;
  if (start && withdrawUntil && Temporal.Instant.compare(withdrawUntil, start) > 0)
    wrong.push({ field: 'withdrawUntil', key: 'rules.withdrawUntil.late' });
  if (series !== null && mostInSeries === null)
    wrong.push({ field: 'mostInSeries', key: 'rules.series.half' });
  if (series === null && mostInSeries !== null) wrong.push({ field: 'series', key: 'rules.series.half' });
  if (minimum !== null && minimum > most)
    wrong.push({ field: 'minimum', key: 'rules.minimum.tooMany', values: { capacity: most } });
  if (minimum !== null && minimumUntil === null)
    wrong.push({ field: 'minimumUntil', key: 'rules.minimum.half' });
  if (minimum === null && minimumUntil !== null) wrong.push({ field: 'minimum', key: 'rules.minimum.half' });
  if (start && minimumUntil && Temporal.Instant.compare(minimumUntil, start) >= 0)
    wrong.push({ field: 'minimumUntil', key: 'rules.minimum.late' });
  else if (minimumUntil && !before.minimumUntil?.equals(minimumUntil) && isOver(minimumUntil, now))
    wrong.push({ field: 'minimumUntil', key: 'rules.minimum.past' });
  return wrong;
}

/**
 * What of the contingents contradicts itself, the event's start or its seats; `members` are the ids of all who
 * would get one.
 */
export function contingentConflicts(
  wish: ContingentsInput,
  members: readonly string[],
  { event, standing }: RulesGround,
): FieldError[] {
  const wrong: FieldError[] = [];
  const { memberGuaranteed, memberCap, until, overrides } = wish;
  if (isAbove(memberGuaranteed, memberCap)) wrong.push({ field: 'memberCap', key: 'rules.cap.small' });
  for (const [id, { guaranteed, cap }] of Object.entries(overrides)) {
    if (!members.includes(id))
      wrong.push({ field: `overrides.${id}.guaranteed`, key: 'rules.contingent.stranger' });
    if (isAbove(guaranteed, cap)) wrong.push({ field: `overrides.${id}.cap`, key: 'rules.cap.small' });
  }
  const sum = members.reduce((all, id) => all + (overrides[id]?.guaranteed ?? memberGuaranteed), 0);
  const capacity = capacityOf(standing, contested(event));
  // Nobody waits where there is no limit, so nothing can be kept for anybody either.
  if (capacity === null && hasContingents({ ...wish, ownContingents: saysOwn(wish) }))
    wrong.push({ field: 'memberGuaranteed', key: 'rules.contingents.unlimited' });
  if (capacity !== null && sum > capacity)
    wrong.push({ field: 'memberGuaranteed', key: 'rules.guaranteed.tooMany', values: { sum, capacity } });
  const start = extent(event)?.start.toInstant();
  if (start && until && Temporal.Instant.compare(until, start) >= 0)
    wrong.push({ field: 'until', key: 'rules.contingents.late' });
  return wrong;
}

/** What new numbers of seats contradict: what is promised to members until the release, and the minimum. */
export function seatConflicts(
  rules: DeskRules,
  { event, standing }: RulesGround,
  { guaranteed, released }: { guaranteed: number; released: boolean },
): FieldError[] {
  const wrong: FieldError[] = [];
  const way = contested(event);
  const capacity = capacityOf(standing, way);
  if (capacity === null && !released && hasContingents(rules))
    wrong.push({ field: way, key: 'rules.contingents.unlimited' });
  if (capacity !== null && guaranteed > capacity)
    wrong.push({ field: way, key: 'rules.seats.promised', values: { guaranteed } });
  if (rules.minimum !== null && rules.minimum > totalCapacity(event, standing))
    wrong.push({ field: way, key: 'rules.seats.minimum', values: { minimum: rules.minimum } });
  return wrong;
}

/** All seats of the ways of attending that the event offers; infinite where one has no limit. */
function totalCapacity(event: Event, standing: RulesGround['standing']): number {
  return offered(event).reduce(
    (all, way) => all + (capacityOf(standing, way) ?? Number.POSITIVE_INFINITY),
    0,
  );
}

const capacityOf = (standing: RulesGround['standing'], way: 'onsite' | 'online'): number | null =>
  way === 'onsite' ? standing.onsiteCapacity : standing.onlineCapacity;

const isOver = (at: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, now) <= 0;

const isAbove = (guaranteed: number, cap: number | null): boolean => cap !== null && guaranteed > cap;
