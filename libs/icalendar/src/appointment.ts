import {
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalOrganizer,
} from 'ical-generator';
import { calendarText } from './calendar.js';
import type { CalendarEntry } from './entry.js';
import { mailto, oneLine } from './text.js';

/** Somebody with a mail address. Without a name the address stands in for it. */
export interface Mailbox {
  name: string;
  address: string;
}

/** One date in one person's calendar, as it is mailed. */
export interface Appointment {
  entry: CalendarEntry;
  /** The sender of the mail: clients distrust an appointment that comes from somebody else. */
  organizer: Mailbox;
  /** The recipient of the mail. Not the organizer's own address: Exchange drops what seems to come from oneself. */
  attendee: Mailbox;
}

/**
 * Puts an appointment into the recipient's calendar, or changes it there if the sequence is higher
 * (METHOD:REQUEST). The attendee has accepted already and is not asked to answer, because the registration is the
 * answer: it holds through every change until the person withdraws. Throws a RangeError if the entry is cancelled.
 */
export function invitation({ entry, organizer, attendee }: Appointment): string {
  if (entry.status === 'CANCELLED')
    throw new RangeError('A cancelled date needs a cancellation, not an invitation');
  const people = {
    organizer: organizerOf(organizer),
    attendees: [{ ...attendeeOf(attendee), status: ICalAttendeeStatus.ACCEPTED }],
  };
  return calendarText({ method: 'REQUEST', entries: [entry], people });
}

/**
 * Takes an appointment out of the recipient's calendar (METHOD:CANCEL). Its sequence has to be higher than that of
 * the last invitation; the status of the entry does not matter, since the date may go on without this person.
 *
 * Without an attendee it takes back what was published as a file. RFC 5546, 3.2.1 names CANCEL for that, and it is what
 * programs act upon: Outlook and Thunderbird find the entry by its UID and offer to remove it, whereas of a published
 * file with STATUS:CANCELLED Outlook reads no more than that the time is free.
 */
export function cancellation({
  entry,
  organizer,
  attendee,
}: Omit<Appointment, 'attendee'> & Partial<Pick<Appointment, 'attendee'>>): string {
  const people = { organizer: organizerOf(organizer), attendees: attendee ? [attendeeOf(attendee)] : [] };
  return calendarText({ method: 'CANCEL', entries: [{ ...entry, status: 'CANCELLED' }], people });
}

function organizerOf(mailbox: Mailbox): ICalOrganizer {
  return { name: nameOf(mailbox), email: mailto(mailbox.address) };
}

function attendeeOf(mailbox: Mailbox): ICalAttendeeData {
  return {
    name: nameOf(mailbox),
    email: mailto(mailbox.address),
    role: ICalAttendeeRole.REQ,
    rsvp: false,
  };
}

function nameOf({ name, address }: Mailbox): string {
  return oneLine(name) || oneLine(address);
}
