import type { EntityManager } from 'typeorm';

/** What changed about an event without a word to those who come. */
export interface Untold {
  /** Ids of the coming dates whose time or place somebody knows only as it was. */
  dates: ReadonlySet<string>;
  /** How many people that is. */
  people: number;
}

/** Who was last sent an appointment before it became what it is now, because the office changed only the plan. */
export async function untoldOf(
  manager: EntityManager,
  eventId: string,
  now: Temporal.Instant,
): Promise<Untold> {
  const [{ dates, people }] = await manager.query(UNTOLD, [eventId, now.toString()]);
  return { dates: new Set<string>(dates ?? []), people };
}

// Every mail to somebody who comes brings the appointment, but for those about other answers or sessions; and a notice
// brings that of the dates it is about.
const UNTOLD = `
  WITH untold AS (
    SELECT d.id AS date, r.id AS person
    FROM event_date d
    JOIN registration r ON r.event_id = d.event_id AND r.created_at < d.raised_at
    WHERE d.event_id = $1 AND d.status = 'planned' AND d.ends_at > $2 AND r.status = 'confirmed' AND r.named
      AND NOT EXISTS (
        SELECT FROM message m
        WHERE m.subject_id = r.id AND m.created_at >= d.raised_at AND CASE
          WHEN m.kind = 'registration.changed' THEN m.facts ->> 'left' IS NOT NULL OR m.facts ->> 'chose' IS NOT NULL
          WHEN m.kind LIKE 'notice.%' THEN EXISTS (
            SELECT FROM notice n, jsonb_array_elements(n.detail -> 'dates') AS told
            WHERE n.id::text = m.facts ->> 'noticeId' AND told ->> 'id' = d.id::text)
          ELSE true
        END))
  SELECT array_agg(DISTINCT date) AS dates, count(DISTINCT person)::integer AS people FROM untold`;
