import type { Event } from './event.entity.js';
import type { EventDate } from './event-date.entity.js';

/** A wall-clock text in an IANA zone as a moment; a time that a clock change skips moves forward. */
export function zoned(local: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
}

/** When a date begins and ends, in the event's zone. */
export function timesOf(event: Pick<Event, 'timeZone'>, date: Pick<EventDate, 'startsLocal' | 'endsLocal'>) {
  return { start: zoned(date.startsLocal, event.timeZone), end: zoned(date.endsLocal, event.timeZone) };
}

/** The dates that take place, in order. */
export function heldDates(event: Event): EventDate[] {
  return event.dates.filter((date) => date.status === 'planned').sort((a, b) => a.position - b.position);
}

/** When an event begins and ends. */
interface Extent {
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
}

// Reckoning in zones is slow, and the desk asks about the same event hundreds of times a second. An event that changes
// is read anew, with dates of its own.
const kept = new WeakMap<readonly EventDate[], Extent | null>();

/** First start and last end of all dates that take place; undefined for an event without a date. */
export function extent(event: Event): Extent | undefined {
  const known = kept.get(event.dates);
  if (known !== undefined) return known ?? undefined;
  const found = reckoned(event);
  // Only what was read as a whole is kept: a list that is still being made may grow.
  if (Object.isFrozen(event.dates)) kept.set(event.dates, found ?? null);
  return found;
}

function reckoned(event: Event): Extent | undefined {
  const times = heldDates(event).map((date) => timesOf(event, date));
  const [first] = times;
  if (!first) return undefined;
  return times.reduce(
    (all, one) => ({
      start: Temporal.ZonedDateTime.compare(one.start, all.start) < 0 ? one.start : all.start,
      end: Temporal.ZonedDateTime.compare(one.end, all.end) > 0 ? one.end : all.end,
    }),
    first,
  );
}
