import type { EntityManager } from 'typeorm';
import { type Event, heldDates } from '#event';

/**
 * Raises the appointment of each address for an event's one date, and tells the sequence that its mail must carry.
 * A series has none: its dates travel as a file (rule C12).
 */
export async function raiseAppointments(
  manager: EntityManager,
  event: Event,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const dates = heldDates(event);
  const [date] = dates;
  if (!date || dates.length > 1 || keys.length === 0) return new Map();
  const [rows] = await manager.query(RAISE, [keys, date.id, event.sequence + date.sequence]);
  return new Map(Object.entries(rows.sequences));
}

const RAISE = `
  WITH raised AS (
    INSERT INTO appointment (email_key, date_id, sequence)
    SELECT DISTINCT key, $2::uuid, $3::integer FROM unnest($1::text[]) AS key
    ON CONFLICT (email_key, date_id)
    DO UPDATE SET sequence = greatest(appointment.sequence + 1, excluded.sequence)
    RETURNING email_key, sequence)
  SELECT jsonb_object_agg(email_key, sequence) AS sequences FROM raised`;
