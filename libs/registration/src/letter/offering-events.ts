import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import { offersPlaces } from '../rules/rules-at.js';

/** Those of these events where a place that becomes free at this moment is offered to who waits, and not given at once. */
export async function offeringEvents(
  manager: EntityManager,
  events: readonly Event[],
  now: Temporal.Instant,
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows: { event_id: string; promotion: 'offer' }[] = await manager.query(
    "SELECT event_id, promotion FROM desk_rules WHERE event_id = ANY($1::uuid[]) AND promotion = 'offer'",
    [events.map(({ id }) => id)],
  );
  const rules = new Map(rows.map((row) => [row.event_id, row]));
  const offering = events.filter((event) => {
    const own = rules.get(event.id);
    return own !== undefined && offersPlaces(own, event, now);
  });
  return new Set(offering.map(({ id }) => id));
}
