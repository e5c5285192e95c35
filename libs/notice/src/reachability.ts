import type { EntityManager } from 'typeorm';

/** Whom one can call about somebody: themselves, or who coordinates their member. */
export interface Phone {
  name: string;
  number: string;
}

/** The numbers that the office knows for these registrations, by id; the person's own come first. */
export async function phonesOf(
  manager: EntityManager,
  registrationIds: readonly string[],
  today: string,
): Promise<Map<string, Phone[]>> {
  const rows: { id: string; phones: Phone[] }[] = await manager.query(
    `WITH theirs AS (
       SELECT r.id, r.email_key, coalesce(r.member_id,
         (SELECT m.id FROM member m WHERE lower(m.name) = lower(r.organization) LIMIT 1),
         (SELECT s.member_id FROM organization_spelling s WHERE lower(s.spelling) = lower(r.organization) LIMIT 1)
       ) AS member_id
       FROM registration r WHERE r.id = ANY($1))
     SELECT t.id, jsonb_agg(jsonb_build_object('name', trim(c.first_name || ' ' || c.last_name), 'number', c.phone)
       ORDER BY (c.email_key = t.email_key) DESC NULLS LAST, c.last_name, c.id) AS phones
     FROM theirs t
     JOIN contact c ON c.phone IS NOT NULL AND (c.left_on IS NULL OR c.left_on >= $2::date)
       AND (c.email_key = t.email_key OR (c.member_id = t.member_id AND 'coordinator' = ANY(c.roles)))
     GROUP BY t.id`,
    [registrationIds, today],
  );
  return new Map(rows.map(({ id, phones }) => [id, phones]));
}

/** Those of these registrations whose latest mail was refused for good. */
export async function unreachable(
  manager: EntityManager,
  registrationIds: readonly string[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT r.id FROM unnest($1::uuid[]) AS r (id),
     LATERAL (SELECT m.status FROM message m WHERE m.subject_id = r.id ORDER BY m.id DESC LIMIT 1) AS latest
     WHERE latest.status = 'failed'`,
    [registrationIds],
  );
  return new Set(rows.map(({ id }) => id));
}
