import type { Subject } from '#audit';
import type { Attendance } from '#event';
import type { ConsentDecision, Sheet } from '#form';
import type { Language, Texts } from '#language';
import type { PersonKey } from '../person.js';
import type { AnsweredPerson } from '../submission.entity.js';
import type { RegistrationStatus } from '../words.js';

/** Checked answers to the version of the event's form that was shown, and what the person agreed to. */
export interface GivenSheet extends Sheet {
  formVersion: number;
  consents?: readonly ConsentDecision[];
}

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
  /** Whose seat it is counted as, where that is known; else it is found by the organization or the address. */
  memberId?: string;
  /** Sessions chosen, by the programme items' ids. */
  sessions?: readonly string[];
  /** Answers to the event's form, checked. */
  sheet?: GivenSheet;
  /** Who registers this person, in words for the mail; left out: the person. */
  registeredBy?: string;
  delegationId?: string;
  /** A seat without a name yet: given back then if nobody was named. Its names are empty, its address the one who holds it. */
  unnamedUntil?: Temporal.Instant;
}

/**
 * A deed of the office, to be in the audit with what the desk decides, and only then. The statuses before and after,
 * and the reason, are added to it.
 */
export interface Audited {
  /** A noun and a verb, for example `registration.approve`. */
  action: string;
  /** What it was done to; left out: the registration. */
  subject?: Subject;
  before?: object;
  after?: object;
}

/** Several people registered in one go. */
export interface RegisterRequest {
  verb: 'register';
  eventId: string;
  people: readonly Newcomer[];
  actor: string;
  /** They come by an invitation, so it does not matter for whom the event is, and the address is confirmed. */
  invited?: boolean;
  /** By the office: no window, audience, approval or limit is in the way. */
  byOffice?: boolean;
  /** All of them or none: without seats for all they wait together. One way of attending and one member for all. */
  together?: boolean;
  /** No mail to the people. */
  silent?: boolean;
  /** Title of the event they come from, where the office moves them here. */
  movedFrom?: Texts;
  /** With a key the answer is kept, and given again to the same submission. */
  submission?: { id: string; client: string; key: string; fingerprint: string };
  /** Of everybody who is new on the list. */
  audited?: Audited;
}

interface Concerning {
  eventId: string;
  registrationId: string;
  /** `participant`, `desk`, `contact:<id>` or `account:<id>`. */
  actor: string;
  reason?: string;
  /** No mail: for what the person must not or need not hear of. */
  silent?: boolean;
  audited?: Audited;
}

/** Gives a place back; `declined` is the office's no to a request, with the reason as its message. */
export interface WithdrawRequest extends Concerning {
  verb: 'withdraw';
  to?: 'cancelled' | 'declined';
  /** Title of the event to which the office moves the person. */
  movedTo?: Texts;
}

/** To a seat or the line from wherever it stands: approves, restores; `over` to a seat at any rate. */
export interface AdmitRequest extends Concerning {
  verb: 'admit';
  over?: boolean;
}

/** Confirms the address; or takes the seat that was offered. */
export interface ConfirmRequest extends Concerning {
  verb: 'verify' | 'accept';
}

/** Another way of attending, other sessions, other answers. */
export interface ChangeRequest extends Concerning {
  verb: 'change';
  attendance?: Attendance;
  sessions?: readonly string[];
  sheet?: GivenSheet;
}

/** Another person on the same seat, the name of an unnamed one, or a corrected name or address. */
export interface SwapRequest extends Concerning {
  verb: 'swap';
  person: Pick<
    Newcomer,
    'email' | 'firstName' | 'lastName' | 'language' | 'organization' | 'memberId' | 'unnamedUntil'
  >;
  /** The same person under a corrected name or address: answers stay, nobody is told of leaving. */
  corrects?: boolean;
  /** Right after the form, by whoever sent it: the old address is a stranger's or nobody's, and is not written to. */
  mistyped?: boolean;
  registeredBy?: string;
  /** Only while it still is this person's place: whoever handed it on has it no more. */
  only?: PersonKey;
  /** Whoever has a place here already keeps the better one; left out, that is refused. */
  joins?: boolean;
}

/** Other numbers of seats; left out: as they are, null: no limit. */
export interface ResizeRequest {
  verb: 'resize';
  eventId: string;
  onsite?: number | null;
  online?: number | null;
}

/** Looks whether something is due: an offer lapsed, a contingent opened, an event is on again. */
export interface LookRequest {
  verb: 'look';
  eventId: string;
}

/** What concerns one registration. */
export type PlaceRequest = WithdrawRequest | AdmitRequest | ConfirmRequest | ChangeRequest | SwapRequest;

export type DeskRequest = RegisterRequest | PlaceRequest | ResizeRequest | LookRequest;

export interface Registered {
  people: AnsweredPerson[];
  submissionId?: string;
}

export interface Settled {
  /** Where the registration stood before; undefined if nothing was to be done. */
  from?: RegistrationStatus;
  /** Where it stands now; undefined where no registration was meant. */
  to?: RegistrationStatus;
}

/** What other numbers of seats did for those who wait; those of the same batch count along. */
export interface Resized extends Settled {
  /** How many have a seat by it. */
  promoted: number;
  /** How many have been offered one. */
  offered: number;
}

/** What the desk answers to each kind of request. */
export type DeskResult<R extends DeskRequest = DeskRequest> = R extends RegisterRequest
  ? Registered
  : R extends ResizeRequest
    ? Resized
    : Settled;
