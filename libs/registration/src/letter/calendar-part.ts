import { calendarEntry, type Event, type EventDate, heldDates } from '#event';
import { type CalendarEntry, calendarFile, cancellation, invitation } from '#icalendar';
import { translator } from '#language';
import type { CalendarPart } from '#mail';
import type { LetterFacts } from './letter-facts.js';
import { endsPlace, type Notice } from './notice.js';
import { fromOf } from './topic.js';

/**
 * One date travels as an appointment that calendars process; a series as an ordinary file with all dates,
 * because Outlook processes only a mail's first entry (rule C12). A copy never claims to be an appointment, and a
 * seat without a name is in nobody's calendar.
 */
export function calendarPart(notice: Notice, event: Event, facts: LetterFacts): CalendarPart | undefined {
  const leaving = endsPlace(notice);
  const entries = heldDates(event).map((date) => entryOf(event, date, facts));
  const [entry] = entries;
  if (!entry || facts.unnamed || !touchesCalendar(notice, facts)) return undefined;
  const filename = `${event.slug}.ics`;
  if (entries.length === 1 && !facts.copyOf) {
    // Without a sequence of its own the mailbox keeps the appointment: a colleague still comes (rule C13).
    if (facts.sequence === undefined) return undefined;
    const appointment = {
      entry: { ...entry, sequence: facts.sequence },
      organizer: facts.sender,
      attendee: facts.to,
    };
    if (leaving) return { method: 'CANCEL', content: cancellation(appointment), filename };
    // To what has been called off nobody is invited.
    if (entry.status === 'CANCELLED') return undefined;
    return { method: 'REQUEST', content: invitation(appointment), filename };
  }
  if (leaving && entries.length === 1) return undefined;
  const shown = leaving ? entries.map(cancelled) : entries;
  return { method: 'PUBLISH', content: calendarFile(shown), filename };
}

// Only who is confirmed has the dates in the calendar, and other answers or sessions change nothing in it.
function touchesCalendar(notice: Notice, facts: LetterFacts): boolean {
  const { status, from = status, attendance, left = attendance } = facts;
  if (endsPlace(notice)) return fromOf(facts) === 'confirmed';
  return status === 'confirmed' && (notice !== 'changed' || from !== status || left !== attendance);
}

function entryOf(event: Event, date: EventDate, facts: LetterFacts): CalendarEntry {
  const entry = calendarEntry(event, date, facts);
  // Who comes to a hybrid event from a desk shall not be sent to the room.
  const remote = event.format === 'hybrid' && facts.attendance === 'online';
  return remote ? { ...entry, location: translator(facts.language)('format.online') } : entry;
}

const cancelled = (entry: CalendarEntry): CalendarEntry => ({
  ...entry,
  status: 'CANCELLED',
  sequence: entry.sequence + 1,
});
