import type { Attendance, Event } from '#event';
import { type CalendarEntry, calendarFile, cancellation, invitation } from '#icalendar';
import type { Language } from '#language';
import type { CalendarPart } from '#mail';
import { appointmentEntry, type Chosen, type Sequences } from '#registration';
import type { Told } from './notice-letter.js';

interface Recipient {
  language: Language;
  publicUrl: string;
  to: { name: string; address: string };
  /** How the recipient attends; missing for who gets copies about others. */
  attendance?: Attendance;
  /** What those have chosen whose appointments are in the mailbox. */
  chosen?: readonly Chosen[];
  sender: { name: string; address: string };
}

/**
 * What a notice's mail does in the calendar: one date is changed or taken out there; several travel as an ordinary
 * file, because Outlook processes only a mail's first entry (rule C12). Who gets copies is no attendee, and has a file
 * of what is changed.
 */
export function noticeCalendar(
  { what, detail }: Pick<Told, 'what' | 'detail'>,
  event: Event,
  sequences: Sequences,
  { language, publicUrl, to, attendance, chosen, sender }: Recipient,
): CalendarPart | undefined {
  const isOff = (what === 'postponed' || what === 'cancelled') && !detail.altered;
  const isCopy = attendance === undefined;
  const entries = event.dates
    .filter(({ id }) => id in sequences)
    .map((date): CalendarEntry => {
      const entry = appointmentEntry(event, date, { language, publicUrl, attendance, isCopy, chosen });
      return {
        ...entry,
        sequence: sequences[date.id] ?? entry.sequence,
        ...(isOff && { status: 'CANCELLED' }),
      };
    });
  const filename = `${event.slug}.ics`;
  const [entry, ...others] = entries;
  if (!entry) return undefined;
  if (others.length > 0) return { method: 'PUBLISH', content: calendarFile(entries), filename };
  const attendee = isCopy ? undefined : to;
  if (isOff)
    return { method: 'CANCEL', content: cancellation({ entry, organizer: sender, attendee }), filename };
  // Called off since this was written: the mail that tells so takes the appointment out.
  if (entry.status === 'CANCELLED') return undefined;
  if (!attendee) return { method: 'PUBLISH', content: calendarFile([entry]), filename };
  return { method: 'REQUEST', content: invitation({ entry, organizer: sender, attendee }), filename };
}
