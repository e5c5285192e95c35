import type { EntityManager } from 'typeorm';
import { addressKey } from '#database';
import type { Message } from '#mail';

/** What somebody has chosen of an event's programme and holds a seat in. */
export interface Chosen {
  name: string;
  /** Ids of the programme items. */
  items: readonly string[];
}

/**
 * What appointments name, by the ids of the messages that bring them: of all who share the mailbox or have copies sent
 * there, because it has one appointment for all of them (rule C13).
 */
export async function chosenInMailboxes(
  manager: EntityManager,
  messages: readonly Pick<Message, 'id' | 'eventId' | 'toAddress'>[],
): Promise<Map<string, Chosen[]>> {
  const rows: { event_id: string; mailbox: string; name: string; items: string[] }[] = await manager.query(
    CHOSEN,
    [
      [...new Set(messages.flatMap(({ eventId }) => eventId ?? []))],
      [...new Set(messages.map(({ toAddress }) => addressKey(toAddress)))],
    ],
  );
  const found = Map.groupBy(rows, (row) => `${row.event_id} ${row.mailbox}`);
  return new Map(
    messages.map(({ id, eventId, toAddress }) => [
      id,
      (found.get(`${eventId} ${addressKey(toAddress)}`) ?? []).map(({ name, items }) => ({ name, items })),
    ]),
  );
}

// Nothing is looked for where nothing can be chosen.
const CHOSEN = `
  WITH choosable AS (SELECT DISTINCT event_id FROM allotment WHERE event_id = ANY($1::uuid[]) AND kind = 'session'),
  coming AS (
    SELECT r.id, r.event_id, r.email_key AS mailbox, r.first_name, r.last_name
    FROM choosable JOIN registration r USING (event_id)
    WHERE r.email_key = ANY($2) AND r.status = 'confirmed' AND r.named
    UNION
    SELECT r.id, r.event_id, lower(r.copy_to), r.first_name, r.last_name
    FROM choosable JOIN registration r USING (event_id)
    WHERE r.copy_to IS NOT NULL AND lower(r.copy_to) = ANY($2) AND r.status = 'confirmed' AND r.named)
  SELECT coming.event_id, mailbox, first_name || ' ' || last_name AS name, array_agg(c.allotment_id) AS items
  FROM coming
  JOIN claim c ON c.registration_id = coming.id AND c.held
  JOIN allotment a ON a.id = c.allotment_id AND a.kind = 'session'
  GROUP BY coming.id, coming.event_id, mailbox, first_name, last_name
  ORDER BY last_name, first_name, coming.id`;
