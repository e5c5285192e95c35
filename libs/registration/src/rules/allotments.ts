import { type EntityManager, In } from 'typeorm';
import { insertAll } from '#database';
import { ACTIVE } from '../words.js';
import { Allotment } from './allotment.entity.js';
import { SessionChosen } from './refusals.js';
import type { SessionsInput } from './rules.schema.js';

/** A choice of the form and how many people can have it. */
export interface OptionLimit {
  id: string;
  limit: number;
}

/** The seats of each point of the programme that can be chosen, by its id. */
export async function sessionSeats(
  manager: EntityManager,
  eventId: string,
): Promise<Record<string, { capacity: number | null }>> {
  const rows = await manager.findBy(Allotment, { eventId, kind: 'session' });
  return Object.fromEntries(rows.map(({ id, capacity }) => [id, { capacity }]));
}

/**
 * Writes down which of the event's points of the programme can be chosen, and their seats. Nobody loses one to a
 * smaller room. Throws {@link SessionChosen} where one is left out that people have chosen. Needs the standing's
 * lock.
 */
export async function writeSessions(
  manager: EntityManager,
  eventId: string,
  items: readonly string[],
  sessions: SessionsInput,
): Promise<void> {
  const left = items.filter((id) => !sessions.some(({ itemId }) => itemId === id));
  const [{ people }] = await manager.query(
    `SELECT count(DISTINCT r.id)::integer AS people
     FROM claim c JOIN registration r ON r.id = c.registration_id
     WHERE c.allotment_id = ANY($1) AND r.status = ANY($2)`,
    [left, ACTIVE],
  );
  if (people > 0) throw new SessionChosen(people);
  await remove(manager, left);
  await upsert(
    manager,
    sessions.map(({ itemId, capacity }) => ({ id: itemId, event_id: eventId, kind: 'session', capacity })),
  );
}

/**
 * Keeps count of the form's limited choices. One that is limited from now on counts whoever chose it before, and
 * one that is not any more is forgotten; the answers stay. Needs the standing's lock.
 */
export async function writeOptions(
  manager: EntityManager,
  eventId: string,
  options: readonly OptionLimit[],
): Promise<void> {
  const known = (await manager.findBy(Allotment, { eventId, kind: 'option' })).map(({ id }) => id);
  const limited = options.map(({ id }) => id);
  await remove(
    manager,
    known.filter((id) => !limited.includes(id)),
  );
  await upsert(
    manager,
    options.map(({ id, limit }) => ({ id, event_id: eventId, kind: 'option', capacity: limit })),
  );
  await claimAnswered(
    manager,
    limited.filter((id) => !known.includes(id)),
  );
}

/** Forgets which people chose these points of the programme, and that they could. Needs the standing's lock. */
export async function forgetSessions(
  manager: EntityManager,
  eventId: string,
  itemIds: readonly string[],
): Promise<void> {
  const own = await manager.findBy(Allotment, { eventId, kind: 'session', id: In([...itemIds]) });
  await remove(
    manager,
    own.map(({ id }) => id),
  );
}

async function remove(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('DELETE FROM claim WHERE allotment_id = ANY($1)', [ids]);
  await manager.query('DELETE FROM allotment WHERE id = ANY($1)', [ids]);
}

async function upsert(
  manager: EntityManager,
  rows: readonly { id: string; event_id: string; kind: string; capacity: number | null }[],
): Promise<void> {
  await insertAll(
    manager,
    'allotment',
    rows.map((row) => ({ ...row, taken: 0, over: 0 })),
    `ON CONFLICT (id) DO UPDATE SET capacity = excluded.capacity,
       over = greatest(0, allotment.taken - excluded.capacity) WHERE allotment.event_id = excluded.event_id`,
  );
}

// An answer names an option, or several; options have ids that no free text could be.
async function claimAnswered(manager: EntityManager, options: readonly string[]): Promise<void> {
  if (options.length === 0) return;
  await manager.query(
    `WITH chosen AS (
       INSERT INTO claim (registration_id, allotment_id, held)
       SELECT DISTINCT r.id, a.id, r.holds_seat
       FROM allotment a
       JOIN registration r ON r.event_id = a.event_id AND r.status = ANY($2)
       JOIN answer_sheet s ON s.registration_id = r.id,
       LATERAL jsonb_each(s.answers || coalesce(s.sensitive, '{}')) AS given (question, answer)
       WHERE a.id = ANY($1) AND given.answer @> to_jsonb(a.id::text)
       RETURNING allotment_id, held),
     counted AS (SELECT allotment_id, count(*) AS taken FROM chosen WHERE held GROUP BY allotment_id)
     UPDATE allotment a SET taken = c.taken, over = greatest(0, c.taken - a.capacity)
     FROM counted c WHERE a.id = c.allotment_id`,
    [options, ACTIVE],
  );
}
