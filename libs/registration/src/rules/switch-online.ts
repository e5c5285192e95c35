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
 * Everybody keeps the seat or the place in the line, whatever the `capacity` online is to be; where it has no limit
 * and somebody waits, it is for the desk to lift it and move them up. Needs the standing's lock.
 */
export async function moveOnline(
  manager: EntityManager,
  eventId: string,
  { capacity, actor, now }: { capacity: number | null; actor: string; now: Temporal.Instant },
): Promise<string[]> {
  const [{ ids }] = await manager.query(REGISTRATIONS, [eventId, now.toString(), actor, ACTIVE]);
  await manager.query(STANDING, [eventId, capacity, now.toString()]);
  return ids;
}

const REGISTRATIONS = `
  WITH switched AS (
    UPDATE registration SET attendance = 'online', version = version + 1, changed_at = $2
    WHERE event_id = $1 AND attendance = 'onsite' RETURNING id, status),
  noted AS (
    INSERT INTO registration_change (registration_id, at, from_status, to_status, actor, what, detail)
    SELECT id, $2, status, status, $3, 'changed', '{"attendance": ["onsite", "online"]}'
    FROM switched WHERE status = ANY($4)
    RETURNING registration_id)
  SELECT coalesce(array_agg(registration_id), '{}') AS ids FROM noted`;

// Nobody waits where there is no limit: until the desk has moved them up the seats are as many as are taken. It has
// to look in any case, for there may be seats online for those who waited for the room.
const STANDING = `
  UPDATE standing s SET
    online_capacity = t.capacity, online_over = greatest(0, t.taken - t.capacity), onsite_over = 0,
    online_taken = t.taken, onsite_taken = 0, online_waiting = t.waiting, onsite_waiting = 0,
    online_collecting = coalesce(online_collecting, onsite_collecting), onsite_collecting = NULL,
    online_collecting_since = coalesce(online_collecting_since, onsite_collecting_since),
    onsite_collecting_since = NULL, due_at = $3
  FROM (SELECT taken, waiting, CASE WHEN waiting > 0 THEN coalesce($2::integer, taken) ELSE $2 END AS capacity
    FROM (SELECT onsite_taken + online_taken AS taken, onsite_waiting + online_waiting AS waiting
      FROM standing WHERE event_id = $1) AS sums) AS t
  WHERE s.event_id = $1`;
