import type { Event } from './event.entity.js';
import { extent } from './times.js';

/** Whether one can register now, and when that began or ends. */
export interface RegistrationWindow {
  state: 'open' | 'upcoming' | 'closed' | 'none';
  opensAt?: Temporal.Instant;
  closesAt?: Temporal.Instant;
}

/**
 * The registration window of an event. Without a closing time of its own an online event closes at its start,
 * one with a room seven days before at 12:00. An assembly stays open to its end: no deadline keeps a member's
 * delegate out. Listings, drafts, undated, postponed and cancelled events have no window.
 */
export function registrationWindow(event: Event, now: Temporal.Instant): RegistrationWindow {
  const times = extent(event);
  if (event.kind === 'listing' || event.status !== 'published' || !times) return { state: 'none' };
  const opensAt = event.opensAt ?? undefined;
  const closesAt =
    event.kind === 'assembly' ? times.end.toInstant() : (event.closesAt ?? closingBefore(event, times.start));
  return { state: stateAt(now, opensAt, closesAt), opensAt, closesAt };
}

/** When registration closes where the office has said nothing; undefined for an event without a date. */
export function usualClosing(event: Event): Temporal.Instant | undefined {
  const times = extent(event);
  return times && closingBefore(event, times.start);
}

function closingBefore(event: Event, start: Temporal.ZonedDateTime): Temporal.Instant {
  if (event.format === 'online') return start.toInstant();
  return start.subtract({ days: 7 }).withPlainTime('12:00').toInstant();
}

function stateAt(now: Temporal.Instant, opensAt: Temporal.Instant | undefined, closesAt: Temporal.Instant) {
  if (Temporal.Instant.compare(now, closesAt) >= 0) return 'closed';
  if (opensAt && Temporal.Instant.compare(now, opensAt) < 0) return 'upcoming';
  return 'open';
}
