import { type Attendance, calendarEntry, type Event, type EventDate, itemsOn } from '#event';
import type { CalendarEntry } from '#icalendar';
import { type Language, pick, translator } from '#language';
import type { Chosen } from './chosen-in-mailbox.js';
import { sessionTime } from './session-time.js';

/** For whose calendar an entry is. */
export interface EntryReader {
  language: Language;
  publicUrl: string;
  attendance?: Attendance;
  /** The calendar is somebody else's than of those whom the entry is about. */
  isCopy?: boolean;
  /** What has been chosen by those whom the entry is about. */
  chosen?: readonly Chosen[];
}

/** One date as it is in the calendar of somebody who comes: where they attend, and what they have chosen that day. */
export function appointmentEntry(event: Event, date: EventDate, reader: EntryReader): CalendarEntry {
  const { language, attendance } = reader;
  const entry = calendarEntry(event, date, reader);
  const description = [entry.description, chosenText(event, date, reader)].filter(Boolean).join('\n\n');
  // Who comes to a hybrid event from a desk shall not be sent to the room.
  const remote = event.format === 'hybrid' && attendance === 'online';
  return { ...entry, description, ...(remote && { location: translator(language)('format.online') }) };
}

// In the order of the programme; where several share the calendar, each with the name.
function chosenText(event: Event, date: EventDate, reader: EntryReader): string {
  const { language, isCopy, chosen = [] } = reader;
  const say = translator(language);
  const isOwn = !isCopy && chosen.length === 1;
  const lines = chosen.flatMap(({ name, items }) =>
    itemsOn(event, date)
      .filter(({ id }) => items.includes(id))
      .map((item) => {
        const title = pick(item.title, language, event.mainLanguage).text;
        const what = [title, sessionTime(event, item, language)].filter(Boolean).join(', ');
        return say('letter.calendar.session', { label: isOwn ? say('letter.fact.session') : name, what });
      }),
  );
  return lines.join('\n');
}
