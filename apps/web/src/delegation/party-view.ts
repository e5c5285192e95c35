import type { Attendance } from '#event';
import type { EventBrief } from '../event/event-brief.js';
import type { FieldErrors } from '../view/index.js';
import type { PartyInput } from './party-form.js';

/** The form that registers a delegation, as it was opened or as it came back. */
export interface PartyView {
  event: EventBrief;
  action: string;
  /** What goes with the form unseen. */
  hidden?: Readonly<Record<string, string>>;
  memberName: string;
  /** Where mails go for who has no address. */
  coordinatorAddress: string;
  input: PartyInput;
  /** What can be chosen between; one entry where there is no choice. */
  attendances: Attendance[];
  /** Until when seats may stay without a name; missing where none can be held any more. */
  nameBy?: Temporal.ZonedDateTime;
  errors: FieldErrors;
  /** What was refused as a whole, in a sentence. */
  refused?: string;
  canAdd: boolean;
  /** The person whose first field gets the focus, because it has just been added. */
  focus?: number;
}
