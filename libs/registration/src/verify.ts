import type { EntityManager } from 'typeorm';

/** A difference between what is counted and what is there; `what` names it, `rows` how often. */
export interface Difference {
  what: string;
  subject: string;
  counted: number;
  found: number;
}

/** Recounts the seats of every event from the registrations. An empty list means that all counters agree. */
export async function recountSeats(manager: EntityManager): Promise<Difference[]> {
  return manager.query(`
    WITH found AS (
      SELECT event_id,
        count(*) FILTER (WHERE holds_seat AND attendance = 'onsite')::integer AS onsite_taken,
        count(*) FILTER (WHERE holds_seat AND attendance = 'online')::integer AS online_taken,
        count(*) FILTER (WHERE status = 'waitlisted' AND attendance = 'onsite')::integer AS onsite_waiting,
        count(*) FILTER (WHERE status = 'waitlisted' AND attendance = 'online')::integer AS online_waiting
      FROM registration GROUP BY event_id)
    SELECT c.what, e.slug AS subject, c.counted, c.found
    FROM standing s JOIN event e ON e.id = s.event_id LEFT JOIN found f ON f.event_id = s.event_id,
    LATERAL (VALUES
      ('seats taken on site', s.onsite_taken, coalesce(f.onsite_taken, 0)),
      ('seats taken online', s.online_taken, coalesce(f.online_taken, 0)),
      ('waiting for a seat on site', s.onsite_waiting, coalesce(f.onsite_waiting, 0)),
      ('waiting for a seat online', s.online_waiting, coalesce(f.online_waiting, 0))
    ) AS c (what, counted, found)
    WHERE c.counted <> c.found ORDER BY subject, c.what`);
}

/** People who wait although a seat of theirs is free at an event still to come: the desk would have moved them up. */
export async function stuckInLine(manager: EntityManager): Promise<Difference[]> {
  return manager.query(`
    SELECT 'waiting although seats are free' AS what, e.slug AS subject, 0 AS counted,
      (CASE WHEN s.onsite_taken < s.onsite_capacity THEN s.onsite_waiting ELSE 0 END
       + CASE WHEN s.online_taken < s.online_capacity THEN s.online_waiting ELSE 0 END) AS found
    FROM standing s JOIN event e ON e.id = s.event_id
    WHERE e.status = 'published' AND EXISTS (SELECT FROM event_date d WHERE d.event_id = e.id AND d.ends_at > now())
      AND ((s.onsite_taken < s.onsite_capacity AND s.onsite_waiting > 0)
        OR (s.online_taken < s.online_capacity AND s.online_waiting > 0))`);
}

/** Registrations whose person was never written to: no message row tells of them. */
export async function neverTold(manager: EntityManager): Promise<Difference[]> {
  return manager.query(`
    SELECT 'registrations without a mail' AS what, e.slug AS subject, 0 AS counted, count(*)::integer AS found
    FROM registration r JOIN event e ON e.id = r.event_id
    WHERE NOT EXISTS (SELECT FROM message m WHERE m.subject_id = r.id)
    GROUP BY e.slug`);
}
