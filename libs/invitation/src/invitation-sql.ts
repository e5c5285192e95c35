import { ACTIVE } from '#registration';

const uninvited = 'NOT EXISTS (SELECT FROM invitation_registration l WHERE l.registration_id = r.id)';

const active = `('${ACTIVE.join("', '")}')`;

/**
 * A condition on the invitation `c`: its contact is still there with an address, and its member, if it has one, is a
 * member on the day of the event, or `today` where the event has no date.
 */
const REACHABLE = (today: string): string => `
  (NOT EXISTS (
    SELECT FROM contact k WHERE k.id = c.contact_id AND (k.email IS NULL OR k.left_on < ${today}::date))
  AND (c.member_id IS NULL OR EXISTS (
    SELECT FROM membership s
    WHERE s.member_id = c.member_id AND coalesce(
      (SELECT left(min(d.starts_local), 10)::date FROM event_date d
        WHERE d.event_id = c.event_id AND d.status = 'planned'), ${today}::date)
      BETWEEN s.from_day AND coalesce(s.until_day, 'infinity'))))`;

/**
 * Tables for a `WITH` whose first is `chosen`, some rows of `invitation`: `people` are the active registrations
 * that each led to, or that the invited person made without it; `states` are the chosen ones with their
 * InvitationState and how many come and wait. `today` is the parameter with the office's day (`YYYY-MM-DD`).
 */
export const STATES = (today: string): string => `
  people AS (
    SELECT c.id AS invitation_id, r.id AS registration_id, r.status, r.first_name, r.last_name
    FROM chosen c
    JOIN invitation_registration l ON l.invitation_id = c.id
    JOIN registration r ON r.id = l.registration_id AND r.status IN ${active}
    UNION
    SELECT c.id, r.id, r.status, r.first_name, r.last_name
    FROM chosen c
    JOIN registration r ON r.event_id = c.event_id AND r.email_key = c.email_key AND r.name_key = c.name_key
      AND r.status IN ${active}),
  counted AS (
    SELECT invitation_id,
      count(*) FILTER (WHERE status <> 'waitlisted')::integer AS coming,
      count(*) FILTER (WHERE status = 'waitlisted')::integer AS waiting,
      jsonb_agg(first_name || ' ' || last_name ORDER BY last_name, first_name) AS names
    FROM people GROUP BY invitation_id),
  states AS (
    SELECT c.*, coalesce(n.coming, 0) AS coming, coalesce(n.waiting, 0) AS waiting,
      coalesce(n.names, '[]'::jsonb) AS names,
      CASE
        WHEN n.coming > 0 THEN 'coming'
        WHEN n.waiting > 0 THEN 'waiting'
        WHEN c.answer = 'coming' THEN 'withdrawn'
        WHEN c.answer IS NOT NULL THEN c.answer
        WHEN NOT ${REACHABLE(today)} THEN 'noContact'
        WHEN latest.status = 'failed' THEN 'undeliverable'
        ELSE 'silent'
      END AS state
    FROM chosen c
    LEFT JOIN counted n ON n.invitation_id = c.id
    LEFT JOIN LATERAL (
      SELECT m.status FROM message m WHERE m.subject_id = c.id ORDER BY m.id DESC LIMIT 1) latest ON true)`;

/**
 * Tables for a `WITH`: in `coming` is who comes of the members `$1` to the events `$2`, by invitation or without
 * one but as the member's: found to be so when they registered, or with its name, or a known spelling of it, as
 * organization.
 */
export const COMING = `
  member_spelling AS (
    SELECT id AS member_id, lower(name) AS name FROM member WHERE id = ANY($1)
    UNION
    SELECT member_id, lower(spelling) FROM organization_spelling WHERE member_id = ANY($1)),
  coming AS (
    SELECT i.member_id, i.event_id, r.id, r.status, r.first_name, r.last_name
    FROM invitation i
    JOIN invitation_registration l ON l.invitation_id = i.id
    JOIN registration r ON r.id = l.registration_id AND r.status IN ${active}
    WHERE i.member_id = ANY($1) AND i.event_id = ANY($2)
    UNION
    SELECT i.member_id, i.event_id, r.id, r.status, r.first_name, r.last_name
    FROM invitation i
    JOIN registration r ON r.event_id = i.event_id AND r.email_key = i.email_key AND r.name_key = i.name_key
      AND r.status IN ${active}
    WHERE i.member_id = ANY($1) AND i.event_id = ANY($2)
    UNION
    SELECT m.member_id, r.event_id, r.id, r.status, r.first_name, r.last_name
    FROM member_spelling m
    JOIN registration r ON lower(r.organization) = m.name AND r.event_id = ANY($2) AND r.status IN ${active}
    WHERE coalesce(r.member_id, m.member_id) = m.member_id AND ${uninvited}
    UNION
    SELECT r.member_id, r.event_id, r.id, r.status, r.first_name, r.last_name FROM registration r
    WHERE r.member_id = ANY($1) AND r.event_id = ANY($2) AND r.status IN ${active} AND ${uninvited})`;
