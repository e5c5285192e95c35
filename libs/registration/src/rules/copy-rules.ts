import type { EntityManager } from 'typeorm';

/**
 * Gives an event the rules, contingents and sessions of another. Deadlines hang on the other's date and are left to
 * their defaults; a minimum has none, so it is left out. Sessions follow the programme items in their order.
 */
export async function copyRules(manager: EntityManager, from: string, to: string): Promise<void> {
  for (const statement of [RULES, CONTINGENTS, SESSIONS]) await manager.query(statement, [from, to]);
}

const KEPT = [
  'promotion',
  'line_order',
  'approval',
  'late_requests',
  'request_holds_seat',
  'request_days',
  'verify_minutes',
  'verify_holds_seat',
  'asks_reason',
  'proof',
  'member_guaranteed',
  'member_cap',
  'own_contingents',
  'collect_hours',
  'naming_days',
  'most_per_address',
  'series',
  'most_in_series',
].join(', ');

const RULES = `INSERT INTO desk_rules (event_id, ${KEPT}) SELECT $2, ${KEPT} FROM desk_rules WHERE event_id = $1`;

const CONTINGENTS = `INSERT INTO contingent (event_id, member_id, guaranteed, cap)
  SELECT $2, member_id, guaranteed, cap FROM contingent WHERE event_id = $1`;

// What was called off is not copied, so the points that are kept are counted anew.
const SESSIONS = `
  WITH kept AS (SELECT id, row_number() OVER (ORDER BY position) AS place
      FROM event_item WHERE event_id = $1 AND status = 'planned'),
    copied AS (SELECT id, row_number() OVER (ORDER BY position) AS place FROM event_item WHERE event_id = $2)
  INSERT INTO allotment (id, event_id, kind, capacity)
  SELECT copied.id, $2, 'session', a.capacity FROM allotment a
  JOIN kept ON kept.id = a.id AND a.event_id = $1 AND a.kind = 'session'
  JOIN copied ON copied.place = kept.place`;
