import type { EntityManager } from 'typeorm';

/**
 * A table for a `WITH`: in `going_first` are those who wait before all others at these events, whatever their number
 * in the line. Where the order is fair that is the first of every member without a seat, with their group.
 * `events` is a parameter, an array of event ids.
 */
export const GOING_FIRST = (events: string): string => `
  going_first AS MATERIALIZED (
    SELECT id, event_id, attendance, line FROM (
      SELECT w.id, w.event_id, w.attendance, w.line, coalesce(w.group_id, w.id) AS unit,
        first_value(coalesce(w.group_id, w.id)) OVER (PARTITION BY w.event_id, w.member_id ORDER BY w.line) AS head
      FROM desk_rules rules
      JOIN event ON event.id = rules.event_id
      JOIN registration w ON w.event_id = event.id
        AND w.attendance = CASE event.format WHEN 'online' THEN 'online' ELSE 'onsite' END
      WHERE rules.event_id = ANY (${events}::uuid[]) AND rules.line_order = 'fair'
        AND w.status = 'waitlisted' AND w.member_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM member_standing m
          WHERE m.event_id = w.event_id AND m.member_id = w.member_id AND m.taken > 0)) AS own
    WHERE unit = head)`;

/** The position in the line of one registration; undefined for one that does not wait. */
export const positionOf = async (manager: EntityManager, id: string): Promise<number | undefined> =>
  (await countPositions(manager, [id])).get(id);

/**
 * Positions in the line, counted now and in the event's order, of those of these registrations that wait; by
 * registration id.
 */
export async function countPositions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const events: { id: string }[] = await manager.query(
    "SELECT DISTINCT event_id AS id FROM registration WHERE id = ANY ($1) AND status = 'waitlisted'",
    [ids],
  );
  if (events.length === 0) return new Map();
  const rows: { id: string; position: number }[] = await manager.query(COUNT, [
    ids,
    events.map(({ id }) => id),
  ]);
  return new Map(rows.map((row) => [row.id, row.position]));
}

/** Those of these events where members without a seat move up before everybody else. */
export async function fairEvents(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows: { id: string }[] = await manager.query(
    "SELECT event_id AS id FROM desk_rules WHERE event_id = ANY ($1::uuid[]) AND line_order = 'fair'",
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

// Of all others each stands where the line has them, and behind those from further back who go first.
const COUNT = `
  WITH ${GOING_FIRST('$2')}
  SELECT r.id, (CASE WHEN r.id IN (SELECT id FROM going_first)
    THEN (SELECT count(*) FROM going_first g WHERE g.event_id = r.event_id AND g.line <= r.line)
    ELSE (SELECT count(*) FROM registration w
        WHERE w.event_id = r.event_id AND w.attendance = r.attendance AND w.status = 'waitlisted' AND w.line <= r.line)
      + (SELECT count(*) FROM going_first g
        WHERE g.event_id = r.event_id AND g.attendance = r.attendance AND g.line > r.line)
    END)::integer AS position
  FROM registration r WHERE r.id = ANY ($1) AND r.status = 'waitlisted'`;
