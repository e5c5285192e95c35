import type { EntityManager } from 'typeorm';
import type { Attendance } from '#event';
import type { SeatsView } from '../standing.service.js';
import type { JudgedListLine, Listed } from './judge.js';

/** Everybody of these names who ever registered for an event, in order of time; names as compared. */
export const listedAt = (
  manager: EntityManager,
  eventId: string,
  names: readonly string[],
): Promise<Listed[]> =>
  manager.query(
    `SELECT id, email, email_key AS "emailKey", name_key AS "nameKey", status
     FROM registration WHERE event_id = $1 AND name_key = ANY($2) AND named ORDER BY id`,
    [eventId, [...new Set(names)]],
  );

/** How many of the new people would wait, as the seats stand now; rules about members may make it more. */
export function howManyWait(
  lines: readonly JudgedListLine[],
  ways: readonly Attendance[],
  seats: SeatsView | undefined,
): number {
  const [first] = ways;
  const fresh = lines.filter(({ state }) => state === 'new');
  const waiting = ways.map((way) => {
    const size = fresh.filter(({ attendance = first }) => attendance === way).length;
    const own = seats?.[way];
    if (!own || own.capacity === null) return 0;
    return own.waiting > 0 ? size : Math.max(0, size - Math.max(0, own.capacity - own.taken));
  });
  return waiting.reduce((sum, number) => sum + number, 0);
}
