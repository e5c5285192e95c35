import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import type { Addressee } from './addressees.js';
import type { NoticeDetail } from './change.js';

/** The sequences that one mailbox's appointments get, by the date's id. */
export type Sequences = Readonly<Record<string, number>>;

/**
 * Raises the appointments that confirmed people have of these dates, and tells who carries the new ones: of the
 * colleagues who share a mailbox only the first (rule C13). By registration id.
 */
export async function raiseAppointments(
  manager: EntityManager,
  event: Event,
  { dates }: Pick<NoticeDetail, 'dates'>,
  addressees: readonly Addressee[],
): Promise<Map<string, Sequences>> {
  const carriers = new Map<string, string>();
  for (const { named, status, emailKey, registrationId } of addressees) {
    if (named && status === 'confirmed' && !carriers.has(emailKey)) carriers.set(emailKey, registrationId);
  }
  if (carriers.size === 0 || dates.length === 0) return new Map();
  const least = dates.map(
    ({ id }) => event.sequence + (event.dates.find((date) => date.id === id)?.sequence ?? 0),
  );
  const rows: { emailKey: string; sequences: Sequences }[] = await manager.query(
    `WITH raised AS (
       INSERT INTO appointment (email_key, date_id, sequence)
       SELECT key, d.id, d.least FROM unnest($1::text[]) AS key, unnest($2::uuid[], $3::integer[]) AS d (id, least)
       ON CONFLICT (email_key, date_id)
       DO UPDATE SET sequence = greatest(appointment.sequence + 1, excluded.sequence)
       RETURNING email_key, date_id, sequence)
     SELECT email_key AS "emailKey", jsonb_object_agg(date_id, sequence) AS sequences FROM raised GROUP BY email_key`,
    [[...carriers.keys()], dates.map(({ id }) => id), least],
  );
  return new Map(rows.map(({ emailKey, sequences }) => [carriers.get(emailKey) as string, sequences]));
}
