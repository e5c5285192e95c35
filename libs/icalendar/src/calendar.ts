import ical, { ICalCalendarMethod, type ICalEventData } from 'ical-generator';
import { byStart, type CalendarEntry, vevent } from './entry.js';
import { textValue } from './text.js';
import { placeholder, timeZoneOf } from './zone.js';

/** What a whole calendar object says. */
interface Calendar {
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  entries: readonly CalendarEntry[];
  name?: string;
  refreshEvery?: Temporal.Duration;
  /** Who takes part, the same for every entry; only in mails. */
  people?: Pick<ICalEventData, 'organizer' | 'attendees'>;
}

/** Writes a calendar as iCalendar text (RFC 5545): CRLF, folded, the same facts always in the same bytes. */
export function calendarText({ method, entries, name, refreshEvery, people }: Calendar): string {
  const calendar = ical({
    prodId: { company: 'Plenum', product: 'Registration desk' },
    scale: 'GREGORIAN',
    method: ICalCalendarMethod[method],
    events: entries.toSorted(byStart).map((entry) => ({ ...vevent(entry), ...people })),
  });
  if (name) calendar.name(textValue(name));
  if (refreshEvery) calendar.ttl(refreshEvery.total('seconds'));
  return `${withTimeZones(calendar.toString(), entries)}\r\n`;
}

/**
 * ical-generator would print the time zones before the last calendar properties, which have to come first
 * (RFC 5545, 3.4), so it prints none and they go before the first entry. Text cannot look like that place:
 * its line breaks are escaped, and a folded line begins with a blank.
 */
function withTimeZones(text: string, entries: readonly CalendarEntry[]): string {
  const blocks = new Set(
    entries.map((entry) => timeZoneOf(entry)?.vtimezone).filter((block) => block !== undefined),
  );
  if (entries.length === 0) blocks.add(placeholder());
  const lines = [...blocks].sort().map((block) => `${block}\r\n`);
  return text.replace(/^(?:BEGIN:VEVENT|END:VCALENDAR)$/m, (first) => lines.join('') + first);
}
