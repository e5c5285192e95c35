import type { Texts } from '#language';
import type { Registration } from '../registration.entity.js';
import type { RegistrationStatus } from '../words.js';

/** What a registration's mail tells. */
export const NOTICES = [
  'registered',
  'again',
  'promoted',
  'offered',
  'lapsed',
  'withdrawn',
  'declined',
  'admitted',
  'corrected',
  'changed',
  'replaced',
  'relocated',
  'moved',
] as const;
export type Notice = (typeof NOTICES)[number];

/** Whether the person who is told has no place here any more. */
export const endsPlace = (notice: Notice): boolean =>
  notice === 'withdrawn' || notice === 'declined' || notice === 'lapsed' || leavesAddress(notice);

/** Whether the registration is written about to another address from here on. */
export const leavesAddress = (notice: Notice): boolean => notice === 'replaced' || notice === 'relocated';

/** One more seat of which the same mail tells. */
export interface OtherSeat {
  registrationId: string;
  reference: string;
  generation: number;
}

/** The facts a mail keeps from the moment it tells of; the event is read when the mail is written. */
export interface NoticeFacts {
  registrationId: string;
  reference: string;
  status: RegistrationStatus;
  attendance: Registration['attendance'];
  firstName: string;
  lastName: string;
  organization?: string;
  generation: number;
  position?: number;
  /** Sequence of the appointment that this mail puts into the calendar or takes out of it. */
  sequence?: number;
  /** The mail is a copy for the second address; the person's own address. */
  copyOf?: string;
  copyTo?: string;
  byOffice?: boolean;
  /** By the coordinator of the person's organization. */
  byContact?: boolean;
  /** Who withdrew had no seat to give back; only in mails written before `from` was kept. */
  wasWaiting?: boolean;
  /** Where it stood before, where that matters to what is told. */
  from?: RegistrationStatus;
  /** The way of attending that was left, where it is not the one now. */
  left?: Registration['attendance'];
  /** Other sessions are chosen than before. */
  chose?: boolean;
  /** A seat is held, whatever the status says. */
  held?: boolean;
  /** Waits with a group, for seats for all of it. */
  together?: boolean;
  /** Until when to answer, to confirm the address or to name somebody; an ISO instant. */
  expiresAt?: string;
  /** What the office wants to have said. */
  message?: string;
  /** Who registered the person, in words. */
  registeredBy?: string;
  /** A seat that has no name yet. */
  unnamed?: boolean;
  /** Further seats without a name, of the same delegation, to which the same has happened. */
  others?: readonly OtherSeat[];
  /** Ids of sessions that were chosen but taken when the seat came. */
  missed?: readonly string[];
  movedFrom?: Texts;
  movedTo?: Texts;
}
