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
  lastName: string;
  firstName: string;
  email: string;
  organization: string | null;
  language: Language;
  /** The second address that gets the mails too. */
  copyTo: string | null;
  createdAt: Temporal.Instant;
}

/** Which part of an event's list. */
export interface AttendeeFilter {
  /** Words that must all occur in name, address, organization or reference. */
  search?: string;
  status?: RegistrationStatus;
}
