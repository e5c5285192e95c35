import type { EntityManager } from 'typeorm';

/** Positions in the line, counted now, of those of these registrations that wait; by registration id. */
export async function countPositions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; position: number }[] = await manager.query(
    `SELECT r.id, (
       SELECT count(*)::integer FROM registration w
       WHERE w.event_id = r.event_id AND w.attendance = r.attendance AND w.status = 'waitlisted' AND w.line <= r.line
     ) AS position
     FROM registration r WHERE r.id = ANY($1) AND r.status = 'waitlisted'`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.position]));
}
