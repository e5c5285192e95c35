import type { EntityManager } from 'typeorm';
import { type Event, extent } from '#event';
import type { NearerDeadlines } from '../nearer-deadlines.js';
import { nextClosing, OFFICE_CLOSES } from './office-hours.js';

/** So long there is at least to name people. */
const NOTICE = Temporal.Duration.from({ hours: 24 });

interface NamingRules {
  namingDays: number;
}

/**
 * Until when seats may stay without a name: so many days before the start, at six in the evening where the event is.
 * Undefined for an event without a date, and for one that does not take place.
 */
export function namingDeadline(event: Event, { namingDays }: NamingRules): Temporal.Instant | undefined {
  if (event.status === 'postponed' || event.status === 'cancelled') return undefined;
  return extent(event)?.start.subtract({ days: namingDays }).withPlainTime(OFFICE_CLOSES).toInstant();
}

/**
 * The same for a seat that is held from now on: never in the past, nor so near that nobody could name anybody, and
 * not in the night or on a weekend either, unless the event begins before.
 */
export function timeToName(
  event: Event,
  rules: NamingRules,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const deadline = namingDeadline(event, rules);
  const soonest = now.add(NOTICE);
  if (!deadline || Temporal.Instant.compare(deadline, soonest) >= 0) return deadline;
  const evening = nextClosing(soonest.toZonedDateTimeISO(event.timeZone)).toInstant();
  const start = extent(event)?.start.toInstant() ?? evening;
  return Temporal.Instant.compare(evening, start) <= 0 ? evening : later(soonest, start);
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;

/** An event with the rules for naming, as they were or are. */
interface Named {
  event: Event;
  rules: NamingRules;
}

/** What changed, when, and who tells whom it concerns. */
interface Moved {
  before: Named;
  after: Named;
  now: Temporal.Instant;
  nearer: NearerDeadlines;
}

/**
 * Has the seats without a name follow their event's deadline, never to less than a day from now; whose request is
 * still to be decided get theirs then. Needs the standing's lock.
 */
export async function moveNamingDeadlines(
  manager: EntityManager,
  { before, after, now, nearer }: Moved,
): Promise<void> {
  const due = namingDeadline(after.event, after.rules);
  if (namingDeadline(before.event, before.rules)?.epochMilliseconds === due?.epochMilliseconds) return;
  const eventId = after.event.id;
  const until = timeToName(after.event, after.rules, now)?.toString() ?? null;
  const moved: { id: string; nearer: boolean }[] = await manager.query(MOVE, [eventId, until]);
  // The desk may look too early, but not too late.
  await manager.query('UPDATE standing SET due_at = least(due_at, $2::timestamptz) WHERE event_id = $1', [
    eventId,
    until,
  ]);
  const ids = moved.filter((one) => one.nearer).map(({ id }) => id);
  if (ids.length > 0) await nearer.tell(ids, manager);
}

const MOVE = `
  WITH held AS (
    SELECT id, expires_at AS before FROM registration
    WHERE event_id = $1 AND NOT named AND status IN ('waitlisted', 'confirmed')),
  moved AS (UPDATE registration r SET expires_at = $2 FROM held h WHERE r.id = h.id)
  SELECT id, coalesce($2::timestamptz < before, $2::timestamptz IS NOT NULL) AS nearer FROM held`;
