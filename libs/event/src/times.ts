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

/** First start and last end of all dates that take place; undefined for an event without a date. */
export function extent(
  event: Event,
): { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime } | undefined {
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
