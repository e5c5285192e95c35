import type { Attendance } from '#event';
import type { Language } from '#language';
import type { RegistrationStatus } from '#registration';

/** One line of an attendee list. */
export interface Attendee {
  id: string;
  reference: string;
  status: RegistrationStatus;
  /** Place in the waiting list, from 1; only for those who wait. */
  position: number | null;
  attendance: Attendance;
  /** False: a seat whose person is not known yet; its names are empty. */
  named: boolean;
  lastName: string;
  firstName: string;
  email: string;
  /** As typed; else the member whose people were found to write from this address. */
  organization: string | null;
  language: Language;
  /** The second address that gets the mails too. */
  copyTo: string | null;
  /** When an offer, a request, an address to be confirmed or an unnamed seat lapses. */
  expiresAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  /** The member whose person this is has resigned by the event's last day. */
  memberHasLeft: boolean;
  /** Somebody else with a place here may be the same person. */
  maybeDouble: boolean;
}

/** What the office looks for in a list beside the status. */
export const ATTENDEE_MARKS = ['double', 'left'] as const;
export type AttendeeMark = (typeof ATTENDEE_MARKS)[number];

/** Which part of an event's list. */
export interface AttendeeFilter {
  /** Words that must all occur in name, address, organization or reference. */
  search?: string;
  status?: RegistrationStatus;
  mark?: AttendeeMark;
}
