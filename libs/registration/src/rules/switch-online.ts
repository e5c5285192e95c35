import type { EntityManager } from 'typeorm';
import { type Event, heldDates, type Revision } from '#event';
import { ACTIVE } from '../words.js';

/** The revision that makes the whole event an online one: no place any more, and a link where one is given. */
export const onlineInstead =
  (joiningLink: string | undefined) =>
  (event: Event): Revision => ({
    event: { format: 'online' },
    dates: Object.fromEntries(
      heldDates(event).map((date) => [
        date.position,
        { place: {}, meetingPoint: {}, ...(joiningLink !== undefined && { joiningLink }) },
      ]),
    ),
  });

/**
 * Turns every on-site registration of an event into an online one, and answers the ids of those that are active.
 * Everybody keeps the seat or the place in the line; the seats online become as many as that takes. Needs the
 * standing's lock.
 */
export async function moveOnline(
  manager: EntityManager,
  eventId: string,
  { actor, now }: { actor: string; now: Temporal.Instant },
): Promise<string[]> {
  const [{ ids }] = await manager.query(
    `WITH switched AS (
       UPDATE registration SET attendance = 'online', version = version + 1, changed_at = $2
       WHERE event_id = $1 AND attendance = 'onsite' RETURNING id, status),
     noted AS (
       INSERT INTO registration_change (registration_id, at, from_status, to_status, actor, what, detail)
       SELECT id, $2, status, status, $3, 'changed', '{"attendance": ["onsite", "online"]}'
       FROM switched WHERE status = ANY($4)
       RETURNING registration_id)
     SELECT coalesce(array_agg(registration_id), '{}') AS ids FROM noted`,
    [eventId, now.toString(), actor, ACTIVE],
  );
  await manager.query(
    `UPDATE standing SET
       online_taken = online_taken + onsite_taken, onsite_taken = 0,
       online_waiting = online_waiting + onsite_waiting, onsite_waiting = 0,
       online_over = greatest(0, online_taken + onsite_taken - online_capacity), onsite_over = 0,
       online_collecting = coalesce(online_collecting, onsite_collecting), onsite_collecting = NULL,
       online_collecting_since = coalesce(online_collecting_since, onsite_collecting_since),
       onsite_collecting_since = NULL
     WHERE event_id = $1`,
    [eventId],
  );
  return ids;
}
