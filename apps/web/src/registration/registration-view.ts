import type { Attendance } from '#event';
import type { EventBrief } from '../event/event-brief.js';
import type { RegistrationStatus } from './status.js';

/** Everything the mail said about one registration, as it stands now (rule C14). */
export interface RegistrationView {
  /** The address of this page, `/registrations/<token>`. */
  href: string;
  /** Its dates carry joining links where this person may have them. */
  event: EventBrief;
  name: string;
  email: string;
  organization?: string;
  attendance: Attendance;
  reference: string;
  status: RegistrationStatus;
  /** The place in the waiting list, from 1. */
  position?: number;
  /** An offered seat is kept until then. */
  offeredUntil?: Temporal.ZonedDateTime;
  /** Address of the file with the appointment, where there is one to have. */
  appointment?: string;
  canWithdraw: boolean;
  /** Whether the event still takes registrations, for those who have left. */
  canReturn: boolean;
  /** What has just been done on this page. */
  done?: 'withdrawn' | 'accepted';
}
