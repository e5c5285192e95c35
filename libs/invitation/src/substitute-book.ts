import { type EntityManager, In } from 'typeorm';
import { ACTIVE, type PersonKey } from '#registration';
import { Invitation } from './invitation.entity.js';

/**
 * Whoever stands in for these, whoever stands in for them and so on, but for `kept` and those behind it; locked from
 * the top down until the transaction ends. What the office took back is looked behind, but not answered.
 */
export async function lockSubstitutes(
  manager: EntityManager,
  principalId: string,
  kept?: string,
): Promise<Invitation[]> {
  const live: Invitation[] = [];
  for (let level = [principalId]; level.length > 0; ) {
    const found = await manager.find(Invitation, {
      where: { substituteFor: In(level) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const next = found.filter(({ id }) => id !== kept);
    live.push(...next.filter(({ revokedAt }) => !revokedAt));
    level = next.map(({ id }) => id);
  }
  return live;
}

/** A seat that an invitation led to. */
export interface Seat extends PersonKey {
  registrationId: string;
}

// The desk remembers what was submitted through an invitation, also where the reply broke off before it was recorded.
const SUBMITTED = `
  SELECT (person ->> 'registrationId')::uuid AS registration_id, i.id AS invitation_id
  FROM invitation i
  JOIN submission s ON s.event_id = i.event_id AND s.client = 'invitation' AND starts_with(s.key, i.id::text || ' ')
  CROSS JOIN jsonb_array_elements(s.answer -> 'people') AS person
  WHERE i.id = ANY($1) AND person ->> 'registrationId' IS NOT NULL`;

/** The seats that these invitations led to, taken or waited for. */
export function seatsOf(manager: EntityManager, invitations: readonly Invitation[]): Promise<Seat[]> {
  return manager.query(
    `SELECT r.id AS "registrationId", r.email_key AS email, r.name_key AS name
     FROM registration r
     WHERE r.status = ANY($2) AND (
       r.id IN (SELECT registration_id FROM invitation_registration WHERE invitation_id = ANY($1))
       OR r.id IN (SELECT registration_id FROM (${SUBMITTED}) AS submitted
         WHERE registration_id NOT IN (SELECT registration_id FROM invitation_registration)))
     ORDER BY r.id`,
    [invitations.map(({ id }) => id), ACTIVE],
  );
}

/** Notes which registrations an invitation led to; last of all, since the note locks them. */
export async function linkRegistrations(manager: EntityManager, { id }: Invitation): Promise<void> {
  await manager.query(
    `INSERT INTO invitation_registration (registration_id, invitation_id) ${SUBMITTED} ON CONFLICT DO NOTHING`,
    [[id]],
  );
}

/** Notes that these seats are another invitation's doing from now on; after the desk is done, as {@link linkRegistrations}. */
export async function moveSeats(
  manager: EntityManager,
  seats: readonly Seat[],
  { id }: Invitation,
): Promise<void> {
  await manager.query(
    `INSERT INTO invitation_registration (registration_id, invitation_id)
     SELECT registration_id, $2::uuid FROM unnest($1::uuid[]) AS registration_id
     ON CONFLICT (registration_id) DO UPDATE SET invitation_id = excluded.invitation_id`,
    [seats.map(({ registrationId }) => registrationId), id],
  );
}
