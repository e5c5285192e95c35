import type { EntityManager } from 'typeorm';
import type { Contact } from '#member';

/** Who keeps a delegation now, as far as mails need it. */
export type Keeper = Pick<
  Contact,
  'id' | 'email' | 'firstName' | 'lastName' | 'language' | 'linkGeneration'
> & {
  email: string;
  memberName: string;
};

/** Whom mails about these delegations go to on that day, by delegation; who cannot be reached is left out. */
export async function keepersOf(
  manager: EntityManager,
  delegationIds: readonly string[],
  day: string,
): Promise<Map<string, Keeper>> {
  const rows: (Keeper & { delegationId: string })[] = await manager.query(KEEPERS, [delegationIds, day]);
  return new Map(rows.map(({ delegationId, ...keeper }) => [delegationId, keeper]));
}

// Whoever began the delegation; if they have left, a colleague with the same task, as `Coordinations.keeper` says.
const KEEPERS = `
  SELECT d.id AS "delegationId", k.*
  FROM delegation d JOIN member m ON m.id = d.member_id, LATERAL (
    SELECT c.id, c.email, c.first_name AS "firstName", c.last_name AS "lastName", c.language,
      c.link_generation AS "linkGeneration", m.name AS "memberName"
    FROM contact c
    WHERE c.email IS NOT NULL
      AND (c.id = d.coordinator_id OR (c.member_id = d.member_id AND 'coordinator' = ANY(c.roles)
        AND (c.left_on IS NULL OR c.left_on >= $2::date)))
    ORDER BY c.id = d.coordinator_id AND (c.left_on IS NULL OR c.left_on >= $2::date) DESC,
      c.id = d.coordinator_id, c.last_name COLLATE "und-x-icu", c.first_name COLLATE "und-x-icu", c.id
    LIMIT 1) k
  WHERE d.id = ANY($1::uuid[])`;
