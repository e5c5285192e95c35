import type { EntityManager } from 'typeorm';
import { NoRegistration } from '#registration';
import { CONCERNED } from './words.js';

/** Locks the event's scarce row: nobody gets a seat, or gives one back, between being counted and being told. */
export async function lockStanding(manager: EntityManager, eventId: string): Promise<void> {
  const [standing] = await manager.query('SELECT FROM standing WHERE event_id = $1 FOR UPDATE', [eventId]);
  if (!standing) throw new NoRegistration();
}

/**
 * Lets go what people had chosen of points that are off; it is in their histories. Needs the standing's lock.
 */
export async function releaseSessions(
  manager: EntityManager,
  eventId: string,
  itemIds: readonly string[],
  { actor, now }: { actor: string; now: Temporal.Instant },
): Promise<void> {
  if (itemIds.length === 0) return;
  await manager.query(
    `INSERT INTO registration_change (registration_id, at, from_status, to_status, actor, what, detail)
     SELECT r.id, $3, r.status, r.status, $4, 'changed',
       jsonb_build_object('sessions', jsonb_build_array(jsonb_agg(c.allotment_id), '[]'::jsonb))
     FROM claim c JOIN registration r ON r.id = c.registration_id
     WHERE r.event_id = $1 AND c.allotment_id = ANY($2) AND r.status = ANY($5)
     GROUP BY r.id`,
    [eventId, itemIds, now.toString(), actor, CONCERNED],
  );
  await manager.query(
    'DELETE FROM claim c USING allotment a WHERE a.id = c.allotment_id AND a.event_id = $1 AND a.id = ANY($2)',
    [eventId, itemIds],
  );
  await manager.query('DELETE FROM allotment WHERE event_id = $1 AND id = ANY($2)', [eventId, itemIds]);
  await raiseRulesVersion(manager, eventId);
}

/**
 * Whoever had a deadline for withdrawing decided before this happened: all may withdraw until the start again.
 * Needs the standing's lock.
 */
export async function reopenWithdrawal(manager: EntityManager, eventId: string): Promise<void> {
  const [, reopened]: [unknown, number] = await manager.query(
    'UPDATE desk_rules SET withdraw_until = NULL WHERE event_id = $1 AND withdraw_until IS NOT NULL',
    [eventId],
  );
  if (reopened > 0) await raiseRulesVersion(manager, eventId);
}

// Tells every desk, in whatever process, to read the event's rules again.
async function raiseRulesVersion(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query('UPDATE standing SET rules_version = rules_version + 1 WHERE event_id = $1', [eventId]);
}
