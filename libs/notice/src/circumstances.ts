import type { EntityManager } from 'typeorm';
import { type Untold, untoldOf } from './untold.js';

/** What decides about a wish beside the event. */
export interface Circumstances {
  now: Temporal.Instant;
  /** Dates whose time or place somebody knows only as it was. */
  untold: Untold['dates'];
  /** Points of the programme that people choose, by id. */
  sessions: ReadonlySet<string>;
}

export async function circumstancesOf(
  manager: EntityManager,
  eventId: string,
  now: Temporal.Instant,
): Promise<Circumstances> {
  const { dates: untold } = await untoldOf(manager, eventId, now);
  const rows: { id: string }[] = await manager.query(
    "SELECT id FROM allotment WHERE event_id = $1 AND kind = 'session'",
    [eventId],
  );
  return { now, untold, sessions: new Set(rows.map(({ id }) => id)) };
}
