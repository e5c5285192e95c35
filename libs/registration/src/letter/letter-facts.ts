import type { Language } from '#language';
import type { Held } from '../held-back.js';
import type { Chosen } from './chosen-in-mailbox.js';
import type { NoticeFacts } from './notice.js';

/** All that a letter needs beside the event: what the mail kept, and what is read when it is written. */
export interface LetterFacts extends NoticeFacts {
  language: Language;
  to: { name: string; address: string };
  sender: { name: string; address: string };
  publicUrl: string;
  /** Opens the registration's page. */
  token: string;
  /** What opens the pages of the other seats that the letter tells of, by registration id. */
  tokens?: ReadonlyMap<string, string>;
  /** Sessions chosen, by the programme items' ids; those not held are wishes. */
  sessions?: readonly ChosenSession[];
  /** What those have chosen who share the mailbox, or have copies sent there; the appointment names it. */
  chosen?: readonly Chosen[];
  /** A place that becomes free now is offered to who waits, who must answer; near the start it is given at once. */
  byOffer?: boolean;
  /** Registration is open, and not only to who is invited. */
  canReturn?: boolean;
  /** Was registered or put in a place by another, and has answered none of the questions that the event needs answered. */
  isAsked?: boolean;
  /** Why the person waits, where it is not that all places are taken. */
  heldBack?: Held;
  /** At this event members without a seat move up before everybody else. */
  isFair?: boolean;
}

export interface ChosenSession {
  id: string;
  held: boolean;
}
