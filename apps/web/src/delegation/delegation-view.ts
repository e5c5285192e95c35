import type { DelegationSeat } from '#delegation';
import type { EventBrief } from '../event/event-brief.js';
import type { FieldErrors } from '../view/index.js';
import type { ColleagueInput } from './party-form.js';

/** What the names of the fields of a correction begin with: the form beside it has the same fields. */
export const CORRECTION = 'correct.';

/** A name as typed, not yet checked. */
export type NameInput = Pick<ColleagueInput, 'firstName' | 'lastName'>;

/** What was just done here, as the address of the page says it. */
export const DEEDS = ['registered', 'named', 'swapped', 'corrected', 'kept', 'withdrawn'] as const;
export type Deed = (typeof DEEDS)[number];

/** A seat with the way to change it, if anything can be changed. */
export interface SeatLine extends DelegationSeat {
  href?: string;
}

/** A delegation as the coordinator and the office see it. */
export interface DelegationPageView {
  event: EventBrief;
  memberName: string;
  coordinatorName: string;
  seats: SeatLine[];
  /** How many seats want a name, and until when. */
  unnamed: number;
  nameBy?: Temporal.ZonedDateTime;
  /** Why people of it wait, in words; left out where the places are simply taken. */
  heldBack?: string;
  done?: Deed;
  /** Where more people are registered; missing once nobody can be. */
  registerHref?: string;
}

/** One seat, and what can be done about it. */
export interface SeatPageView {
  event: EventBrief;
  seat: DelegationSeat;
  /** Forms are sent to `<href>/person`, `/correct`, `/keep` and `/withdraw`. */
  href: string;
  /** What goes with each form unseen. */
  hidden?: Readonly<Record<string, string>>;
  /** The page of the delegation. */
  back: string;
  /** The person who shall have the seat, as typed. */
  input: ColleagueInput;
  /** The name of who has it, as it is or as typed. */
  correction: NameInput;
  coordinatorAddress: string;
  /** Until when the place can be kept without a name; missing where it cannot. */
  nameBy?: Temporal.ZonedDateTime;
  errors: FieldErrors;
  refused?: string;
}
