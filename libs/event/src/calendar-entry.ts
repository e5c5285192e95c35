import type { CalendarEntry } from '#icalendar';
import { type Language, pick, translator } from '#language';
import type { Event } from './event.entity.js';
import type { EventDate } from './event-date.entity.js';
import { timesOf } from './times.js';

/**
 * One date of an event as calendars show it. The UID comes from the date's id and never changes (RFC 5545,
 * 3.8.4.7); the sequence is the event's and the date's together, so that it rises with either.
 */
export function calendarEntry(
  event: Event,
  date: EventDate,
  { language, publicUrl }: { language: Language; publicUrl: string },
): CalendarEntry {
  const say = (texts: Parameters<typeof pick>[0]) => pick(texts, language, event.mainLanguage).text;
  const fate = fateOf(event, date);
  const title = say(event.title);
  const url = `${publicUrl}/events/${event.slug}`;
  return {
    uid: uidOf(date),
    sequence: event.sequence + date.sequence,
    ...timesOf(event, date),
    status: fate ? 'CANCELLED' : 'CONFIRMED',
    summary: fate ? `${translator(language)(fate)}: ${title}` : title,
    description: [say(event.summary), say(date.meetingPoint), url].filter(Boolean).join('\n\n'),
    location: say(date.place) || undefined,
    url,
    categories: [translator(language)(`kind.${event.kind}`)],
    created: event.createdAt,
    changed: Temporal.Instant.compare(event.changedAt, date.changedAt) > 0 ? event.changedAt : date.changedAt,
  };
}

/** The same for every mail, feed and file that speaks of this date, whatever the public address is. */
const uidOf = (date: Pick<EventDate, 'id'>): string => `${date.id}@plenum`;

// A postponed event's old date is off as much as a cancelled one's; only the word differs.
function fateOf(event: Event, date: EventDate): 'event.cancelled' | 'event.postponed' | undefined {
  if (event.status === 'postponed') return 'event.postponed';
  return event.status === 'cancelled' || date.status === 'cancelled' ? 'event.cancelled' : undefined;
}
