import type { Attendance } from '#event';
import type { Language } from '#language';
import type { AnsweredPerson } from './submission.entity.js';
import type { RegistrationStatus } from './words.js';

/** A person as they come to the desk; texts are cleaned and checked. */
export interface Newcomer {
  email: string;
  firstName: string;
  lastName: string;
  organization?: string;
  /** Left out: the event's only way of attending, or its first. */
  attendance?: Attendance;
  language: Language;
  copyTo?: string;
}

/** Several people registered in one go: each gets what is there, one by one. */
export interface RegisterRequest {
  verb: 'register';
  eventId: string;
  people: readonly Newcomer[];
  actor: string;
  /** They come by an invitation, so it does not matter for whom the event is. */
  invited?: boolean;
  /** With a key the answer is kept, and given again to the same submission. */
  submission?: { id: string; client: string; key: string; fingerprint: string };
}

export interface WithdrawRequest {
  verb: 'withdraw';
  eventId: string;
  registrationId: string;
  actor: string;
  reason?: string;
  /** No mail: for a withdrawal that the person must not or need not hear of. */
  silent?: boolean;
}

export type DeskRequest = RegisterRequest | WithdrawRequest;

export interface Registered {
  people: AnsweredPerson[];
  submissionId?: string;
}

export interface Withdrawn {
  /** Where the registration stood before; undefined if it was over already. */
  from?: RegistrationStatus;
}

/** What the desk answers to each kind of request. */
export type DeskResult<R extends DeskRequest = DeskRequest> = R extends RegisterRequest
  ? Registered
  : R extends WithdrawRequest
    ? Withdrawn
    : never;
