import type { Attendance } from '#event';
import type { AnswerSheet, ConsentDecision } from '#form';
import type { Language } from '#language';
import type { OwnNotice } from '#notice';
import type { EventBrief } from '../event/event-brief.js';
import type { EventChoices } from './event-choices.js';
import type { IdentityInput } from './identity.js';
import type { SessionChoice } from './session-choices.js';
import type { RegistrationStatus } from './status.js';

/** What has just been done on one's own page, as its address says it. */
export const DEEDS = ['withdrawn', 'accepted', 'refused', 'confirmed', 'changed', 'corrected'] as const;
export type Deed = (typeof DEEDS)[number];

/** Everything the mail said about one registration, as it stands now (rule C14), and what can be done with it. */
export interface RegistrationView {
  /** The address of this page, `/registrations/<token>`. */
  href: string;
  /** Its dates carry joining links where this person may have them. */
  event: EventBrief;
  /** "N. N." as long as nobody is named. */
  name: string;
  /** False for a seat whose person is not known yet. */
  isNamed: boolean;
  email: string;
  organization?: string;
  /** Who registered this person; left out: the person. */
  registeredBy?: string;
  /** Name, address and organization apart, to be corrected. */
  identity: IdentityInput;
  /** Of the mails. */
  language: Language;
  attendance: Attendance;
  /** The ways of attending that there are. */
  ways: Attendance[];
  reference: string;
  status: RegistrationStatus;
  /** The place in the waiting list, from 1. */
  position?: number;
  /** Why who waits does, and how they come to a seat, in words. */
  waiting?: string;
  /** When an offer, a request, an address to be confirmed or an unnamed seat lapses. */
  until?: Temporal.ZonedDateTime;
  /** Where a lapsed registration stood before. */
  lapsedFrom?: RegistrationStatus;
  /** What the office said when it declined. */
  message?: string;
  sessions: ChosenSession[];
  choices: EventChoices;
  /** What was answered; left out where nothing was. */
  sheet?: AnswerSheet;
  consents: ConsentDecision[];
  /** What was sent to this person about changes of the event, the latest first. */
  notices: OwnNotice[];
  timeZone: string;
  /** Address of the file with the appointment, where there is one to have. */
  appointment?: string;
  /** Until when one can withdraw and change by oneself, where the event has a deadline for it. */
  changeableUntil?: Temporal.ZonedDateTime;
  /** That deadline has passed, so only the office can help. */
  isTooLate: boolean;
  canWithdraw: boolean;
  /** Name and address. */
  canChange: boolean;
  /** Whether there is anything to choose: way of attending, sessions, answers, consents. */
  canChoose: boolean;
  canSubstitute: boolean;
  /** Whether the event still takes registrations, for those who have left. */
  canReturn: boolean;
  /** Who withdraws is asked why, and need not say. */
  asksReason: boolean;
  /** What has just been done on this page. */
  done?: Deed;
  /** What was just refused, in a sentence. */
  refused?: string;
}

/** A session that this person has, or wishes for as long as there is no seat. */
export interface ChosenSession extends SessionChoice {
  held: boolean;
}
