import type { EntityManager } from 'typeorm';
import type { ChosenSession } from './letter-facts.js';

/** The sessions that these registrations have chosen, held or wished for; by registration id. */
export async function chosenSessions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ChosenSession[]>> {
  if (ids.length === 0) return new Map();
  const rows: { registration_id: string; id: string; held: boolean }[] = await manager.query(
    `SELECT c.registration_id, c.allotment_id AS id, c.held
     FROM claim c JOIN allotment a ON a.id = c.allotment_id AND a.kind = 'session'
     WHERE c.registration_id = ANY($1::uuid[])`,
    [ids],
  );
  return Map.groupBy(rows, (row) => row.registration_id);
}
