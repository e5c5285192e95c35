import type { EntityManager } from 'typeorm';
import { type Event, extent } from '#event';

/** Offices read their mail until then. */
const EVENING = Temporal.PlainTime.from('18:00');

/** So long there is at least to name people when a deadline comes nearer. */
const NOTICE = Temporal.Duration.from({ hours: 24 });

/**
 * Until when seats may stay without a name: so many days before the start, at six in the evening where the event is.
 * Undefined for an event without a date, and for one that does not take place.
 */
export function namingDeadline(
  event: Event,
  { namingDays }: { namingDays: number },
): Temporal.Instant | undefined {
  if (event.status === 'postponed' || event.status === 'cancelled') return undefined;
  return extent(event)?.start.subtract({ days: namingDays }).withPlainTime(EVENING).toInstant();
}

/** The same for a seat that is held from now on: never in the past, nor so near that nobody could name anybody. */
export const timeToName = (
  event: Event,
  rules: { namingDays: number },
  now: Temporal.Instant,
): Temporal.Instant | undefined => notTooSoon(namingDeadline(event, rules), now);

function notTooSoon(deadline: Temporal.Instant | undefined, now: Temporal.Instant) {
  const soonest = now.add(NOTICE);
  return deadline && Temporal.Instant.compare(deadline, soonest) < 0 ? soonest : deadline;
}

/** Where an event's naming deadline was, and where it is now. */
interface Moved {
  before: Temporal.Instant | undefined;
  after: Temporal.Instant | undefined;
  now: Temporal.Instant;
}

/**
 * Has the seats without a name follow their event's deadline, never to less than a day from now; whose request is
 * still to be decided get theirs then. Needs the standing's lock.
 */
export async function moveNamingDeadlines(
  manager: EntityManager,
  eventId: string,
  { before, after, now }: Moved,
): Promise<void> {
  if (before?.epochMilliseconds === after?.epochMilliseconds) return;
  const until = notTooSoon(after, now);
  await manager.query(
    `UPDATE registration SET expires_at = $2
     WHERE event_id = $1 AND NOT named AND status IN ('waitlisted', 'confirmed')`,
    [eventId, until?.toString() ?? null],
  );
  // The desk may look too early, but not too late.
  await manager.query('UPDATE standing SET due_at = least(due_at, $2::timestamptz) WHERE event_id = $1', [
    eventId,
    until?.toString() ?? null,
  ]);
}
