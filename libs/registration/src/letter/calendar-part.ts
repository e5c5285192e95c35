import { type Event, heldDates } from '#event';
import { type CalendarEntry, calendarFile, cancellation, invitation } from '#icalendar';
import type { CalendarPart } from '#mail';
import { appointmentEntry } from './appointment-entry.js';
import type { LetterFacts } from './letter-facts.js';
import { endsPlace, type Notice } from './notice.js';
import { fromOf } from './topic.js';

/**
 * One date travels as an appointment that calendars process; a series as an ordinary file with all dates,
 * because Outlook processes only a mail's first entry (rule C12). A copy invites nobody: it brings the date as a file,
 * as often as it changes, and takes it back. A seat without a name is in nobody's calendar.
 */
export function calendarPart(notice: Notice, event: Event, facts: LetterFacts): CalendarPart | undefined {
  const leaving = endsPlace(notice);
  const entries = heldDates(event).map((date) =>
    appointmentEntry(event, date, { ...facts, isCopy: facts.copyOf !== undefined }),
  );
  const [entry] = entries;
  if (!entry || facts.unnamed || !touchesCalendar(notice, facts)) return undefined;
  const filename = `${event.slug}.ics`;
  if (entries.length === 1) {
    // Without a sequence of its own the mailbox keeps the appointment: a colleague still comes (rule C13).
    if (facts.sequence === undefined) return undefined;
    const own = { ...entry, sequence: facts.sequence };
    const people = { organizer: facts.sender, attendee: facts.copyOf ? undefined : facts.to };
    if (leaving) return { method: 'CANCEL', content: cancellation({ entry: own, ...people }), filename };
    // To what has been called off nobody is invited.
    if (entry.status === 'CANCELLED') return undefined;
    if (!people.attendee) return { method: 'PUBLISH', content: calendarFile([own]), filename };
    const appointment = { entry: own, organizer: people.organizer, attendee: people.attendee };
    return { method: 'REQUEST', content: invitation(appointment), filename };
  }
  const shown = leaving ? entries.map(cancelled) : entries;
  return { method: 'PUBLISH', content: calendarFile(shown), filename };
}

// Only who is confirmed has the dates in the calendar, and other answers change nothing in it.
function touchesCalendar(notice: Notice, facts: LetterFacts): boolean {
  const { status, from = status, attendance, left = attendance, chose = false } = facts;
  // The old address may be read by the same person in the same calendar as the new one, which has the appointment.
  if (notice === 'relocated' && facts.copyOf === undefined) return false;
  if (endsPlace(notice)) return fromOf(facts) === 'confirmed';
  return status === 'confirmed' && (notice !== 'changed' || chose || from !== status || left !== attendance);
}

const cancelled = (entry: CalendarEntry): CalendarEntry => ({
  ...entry,
  status: 'CANCELLED',
  sequence: entry.sequence + 1,
});
