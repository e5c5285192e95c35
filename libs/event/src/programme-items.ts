import { type EntityManager, In } from 'typeorm';
import type { Event } from './event.entity.js';
import { EventItem } from './event-item.entity.js';
import type { ItemPlan } from './event-plan.js';
import { itemRow } from './event-rows.js';

/** The points of an event that a new programme leaves out. */
export function leftOut(event: Event, programme: readonly ItemPlan[]): EventItem[] {
  const kept = new Set(programme.map(({ id }) => id));
  return event.items.filter(({ id }) => !kept.has(id));
}

/**
 * Writes an event's programme as it shall be. Points keep their ids, because choices hang on them; what was called
 * off meanwhile stays off. Needs the event's lock.
 */
export async function writeProgramme(
  manager: EntityManager,
  event: Event,
  programme: readonly ItemPlan[],
): Promise<void> {
  const known = new Set(event.items.map(({ id }) => id));
  const wished = programme.filter(({ id }) => !id || known.has(id));
  await makeWay(manager, event.id, wished.length);
  const gone = leftOut(event, programme).map(({ id }) => id);
  await manager.update(EventItem, { id: In(gone) }, { status: 'cancelled' });
  for (const [position, { id, ...item }] of wished.entries()) {
    const { id: fresh, speakers, ...row } = itemRow(event.id, item, position);
    if (!id) await manager.insert(EventItem, { id: fresh, speakers, ...row });
    else await manager.update(EventItem, id, { ...row, ...(item.speakers && { speakers }) });
  }
}

// Two points never share a position, not even while they change places.
async function makeWay(manager: EntityManager, eventId: string, size: number): Promise<void> {
  await manager.query(
    `WITH beyond AS (SELECT greatest($2, max(position) + 1) AS first FROM event_item WHERE event_id = $1)
     UPDATE event_item i SET position = b.first + n.place
     FROM beyond b, (SELECT id, row_number() OVER (ORDER BY position) AS place
       FROM event_item WHERE event_id = $1) n
     WHERE i.id = n.id`,
    [eventId, size],
  );
}
