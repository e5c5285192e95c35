import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import type { Belonging } from '../desk/belonging.service.js';
import type { DeskRules } from './desk-rules.entity.js';
import { contested, countsMembers } from './rules-at.js';

/** What counting by member needs. */
interface Counting {
  event: Pick<Event, 'id' | 'format' | 'timeZone'>;
  rules: DeskRules;
  belonging: Belonging;
  now: Temporal.Instant;
}

/**
 * Counts anew how many of the contested seats each member's people hold, and keeps nothing where the rules do not
 * ask. Who registered before it mattered is counted as somebody's now. Needs the standing's lock.
 */
export async function recountMembers(
  manager: EntityManager,
  { event, rules, belonging, now }: Counting,
): Promise<void> {
  await manager.query('DELETE FROM member_standing WHERE event_id = $1', [event.id]);
  if (!countsMembers(rules)) return;
  const day = now.toZonedDateTimeISO(event.timeZone).toPlainDate().toString();
  await claimForMembers(manager, event.id, { rules, belonging, day });
  await manager.query(
    `INSERT INTO member_standing (event_id, member_id, taken)
     SELECT event_id, member_id, count(*) FROM registration
     WHERE event_id = $1 AND holds_seat AND attendance = $2 AND member_id IS NOT NULL
     GROUP BY event_id, member_id`,
    [event.id, contested(event)],
  );
}

async function claimForMembers(
  manager: EntityManager,
  eventId: string,
  { rules, belonging, day }: { rules: DeskRules; belonging: Belonging; day: string },
): Promise<void> {
  const people: { email: string; organization?: string }[] = await manager.query(
    `SELECT DISTINCT email, coalesce(organization, '') AS organization FROM registration
     WHERE event_id = $1 AND member_id IS NULL`,
    [eventId],
  );
  const memberOf = await belonging.of(people, rules.proof, { day, manager });
  const known = people.flatMap((person) => {
    const member_id = memberOf(person);
    return member_id ? [{ ...person, member_id }] : [];
  });
  if (known.length === 0) return;
  await manager.query(
    `UPDATE registration r SET member_id = k.member_id
     FROM json_populate_recordset(NULL::registration, $2::json) k
     WHERE r.event_id = $1 AND r.member_id IS NULL AND r.email = k.email
       AND coalesce(r.organization, '') = k.organization`,
    [eventId, JSON.stringify(known)],
  );
}
