import { calendarEntry, type Event } from '#event';
import { type CalendarEntry, calendarFile, cancellation, invitation } from '#icalendar';
import type { Language } from '#language';
import type { CalendarPart } from '#mail';
import type { Sequences } from '#registration';
import type { Told } from './notice-letter.js';

interface Recipient {
  language: Language;
  publicUrl: string;
  to: { name: string; address: string };
  sender: { name: string; address: string };
}

/**
 * What a notice's mail does in the calendar: one date is changed or taken out there; several travel as an ordinary
 * file, because Outlook processes only a mail's first entry (rule C12).
 */
export function noticeCalendar(
  { what }: Pick<Told, 'what'>,
  event: Event,
  sequences: Sequences,
  { language, publicUrl, to, sender }: Recipient,
): CalendarPart | undefined {
  const isOff = what === 'postponed' || what === 'cancelled';
  const entries = event.dates
    .filter(({ id }) => id in sequences)
    .map((date): CalendarEntry => {
      const entry = calendarEntry(event, date, { language, publicUrl });
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
  const appointment = { entry, organizer: sender, attendee: to };
  if (isOff) return { method: 'CANCEL', content: cancellation(appointment), filename };
  // Called off since this was written: the mail that tells so takes the appointment out.
  if (entry.status === 'CANCELLED') return undefined;
  return { method: 'REQUEST', content: invitation(appointment), filename };
}
