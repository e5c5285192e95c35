import type { EntityManager } from 'typeorm';

/** Those of these events where a free place is offered to who waits, and not given at once. */
export async function offeringEvents(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows: { event_id: string }[] = await manager.query(
    "SELECT event_id FROM desk_rules WHERE event_id = ANY($1::uuid[]) AND promotion = 'offer'",
    [ids],
  );
  return new Set(rows.map((row) => row.event_id));
}
