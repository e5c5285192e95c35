import type { EntityManager } from 'typeorm';

/** A difference between what is counted and what is there; `what` names it, `rows` how often. */
export interface Difference {
  what: string;
  subject: string;
  counted: number;
  found: number;
}

/**
 * Recounts from the registrations all that is counted along: seats, lines, members' shares, sessions and limited
 * choices. An empty list means that all counters agree.
 */
export async function recountSeats(manager: EntityManager): Promise<Difference[]> {
  return [
    ...(await manager.query(STANDINGS)),
    ...(await manager.query(MEMBERS)),
    ...(await manager.query(ALLOTMENTS)),
  ];
}

/**
 * People who wait although a seat of theirs is free at an event still to come: the desk would have moved them up.
 * Where seats are kept for members, or for a group, a free one need not be theirs; such events are left out.
 */
export async function stuckInLine(manager: EntityManager): Promise<Difference[]> {
  return manager.query(`
    SELECT 'waiting although seats are free' AS what, e.slug AS subject, 0 AS counted, stuck.people AS found
    FROM standing s JOIN event e ON e.id = s.event_id LEFT JOIN desk_rules r ON r.event_id = s.event_id,
    LATERAL (SELECT CASE WHEN s.onsite_taken < coalesce(s.onsite_capacity, 'infinity'::float) THEN s.onsite_waiting ELSE 0 END
      + CASE WHEN s.online_taken < coalesce(s.online_capacity, 'infinity'::float) THEN s.online_waiting ELSE 0 END
      AS people) AS stuck
    WHERE e.status = 'published' AND stuck.people > 0
      AND EXISTS (SELECT FROM event_date d WHERE d.event_id = e.id AND d.status = 'planned' AND d.ends_at > now())
      AND coalesce(r.member_guaranteed, 0) = 0 AND r.member_cap IS NULL AND r.own_contingents IS NOT TRUE
      AND NOT EXISTS (SELECT FROM registration w
        WHERE w.event_id = e.id AND w.status = 'waitlisted' AND w.group_id IS NOT NULL)`);
}

/**
 * Registrations whose person was never written to: no message row tells of them. A seat without a name has nobody
 * to be told, and the office may register somebody without a mail.
 */
export async function neverTold(manager: EntityManager): Promise<Difference[]> {
  return manager.query(`
    SELECT 'registrations without a mail' AS what, e.slug AS subject, 0 AS counted, count(*)::integer AS found
    FROM registration r JOIN event e ON e.id = r.event_id
    WHERE r.named AND NOT EXISTS (SELECT FROM message m WHERE m.subject_id = r.id)
      AND NOT EXISTS (SELECT FROM registration_change c
        WHERE c.registration_id = r.id AND c.from_status IS NULL AND c.actor LIKE 'account:%')
    GROUP BY e.slug`);
}

/** Lines of history and sheets of answers that belong to no registration, and registrations for no event. */
export async function astray(manager: EntityManager): Promise<Difference[]> {
  return manager.query(`
    SELECT what, registration_id AS subject, 0 AS counted, count(*)::integer AS found
    FROM (SELECT 'history of nobody' AS what, registration_id FROM registration_change
      UNION ALL SELECT 'answers of nobody', registration_id FROM answer_sheet) AS kept
    WHERE NOT EXISTS (SELECT FROM registration r WHERE r.id = kept.registration_id)
    GROUP BY what, registration_id
    UNION ALL
    SELECT 'registrations for no event', r.event_id, 0, count(*)::integer FROM registration r
    WHERE NOT EXISTS (SELECT FROM standing s WHERE s.event_id = r.event_id)
    GROUP BY r.event_id ORDER BY what, subject`);
}

const STANDINGS = `
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
    ('waiting for a seat online', s.online_waiting, coalesce(f.online_waiting, 0)),
    ('seats above the capacity on site', s.onsite_over, greatest(0, s.onsite_taken - s.onsite_capacity)),
    ('seats above the capacity online', s.online_over, greatest(0, s.online_taken - s.online_capacity))
  ) AS c (what, counted, found)
  WHERE c.counted <> c.found ORDER BY subject, c.what`;

// Counted along only where the rules ask for it; of the room's seats where there is a room.
const MEMBERS = `
  WITH counting AS (
    SELECT r.event_id, CASE WHEN e.format = 'online' THEN 'online' ELSE 'onsite' END AS attendance
    FROM desk_rules r JOIN event e ON e.id = r.event_id
    WHERE r.line_order = 'fair' OR r.member_guaranteed > 0 OR r.member_cap IS NOT NULL OR r.own_contingents),
  found AS (
    SELECT r.event_id, r.member_id, count(*)::integer AS taken
    FROM counting c JOIN registration r ON r.event_id = c.event_id AND r.attendance = c.attendance
    WHERE r.holds_seat AND r.member_id IS NOT NULL GROUP BY r.event_id, r.member_id),
  counted AS (SELECT m.* FROM member_standing m JOIN counting c ON c.event_id = m.event_id)
  SELECT 'seats of ' || m.name AS what, e.slug AS subject,
    coalesce(k.taken, 0) AS counted, coalesce(f.taken, 0) AS found
  FROM counted k FULL JOIN found f ON f.event_id = k.event_id AND f.member_id = k.member_id
  JOIN event e ON e.id = coalesce(k.event_id, f.event_id) JOIN member m ON m.id = coalesce(k.member_id, f.member_id)
  WHERE coalesce(k.taken, 0) <> coalesce(f.taken, 0) ORDER BY subject, what`;

const ALLOTMENTS = `
  WITH found AS (
    SELECT c.allotment_id, count(*)::integer AS taken
    FROM claim c JOIN registration r ON r.id = c.registration_id
    WHERE c.held AND r.holds_seat GROUP BY c.allotment_id)
  SELECT c.what || a.kind || ' ' || a.id AS what, e.slug AS subject, c.counted, c.found
  FROM allotment a JOIN event e ON e.id = a.event_id LEFT JOIN found f ON f.allotment_id = a.id,
  LATERAL (VALUES
    ('places taken of ', a.taken, coalesce(f.taken, 0)),
    ('places above the capacity of ', a.over, greatest(0, a.taken - a.capacity))
  ) AS c (what, counted, found)
  WHERE c.counted <> c.found ORDER BY subject, what`;
