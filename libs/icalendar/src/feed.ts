import { calendarText } from './calendar.js';
import type { CalendarEntry } from './entry.js';

/** A calendar that clients subscribe to and fetch again and again. */
export interface Feed {
  /** Shown by clients as the name of the calendar. */
  name: string;
  entries: readonly CalendarEntry[];
  /** How often clients should ask for news; one hour if not given. In days and smaller units. */
  refreshEvery?: Temporal.Duration;
}

/** The text of a feed (METHOD:PUBLISH); nobody is an attendee, so no client offers to answer. */
export function feed({ name, entries, refreshEvery = hourly }: Feed): string {
  return calendarText({ method: 'PUBLISH', name, entries, refreshEvery });
}

/**
 * A file with several dates, to be put into the calendar that one already has. It has no calendar name, because
 * Outlook takes a name as the wish for a separate calendar of that name ([MS-OXCICAL], X-WR-CALNAME).
 */
export function calendarFile(entries: readonly CalendarEntry[]): string {
  return calendarText({ method: 'PUBLISH', entries });
}

const hourly = Temporal.Duration.from({ hours: 1 });
