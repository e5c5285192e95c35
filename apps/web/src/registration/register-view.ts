import type { Attendance } from '#event';
import type { EventBrief } from '../event/event-brief.js';
import type { FieldErrors } from '../view/index.js';
import type { EventChoices } from './event-choices.js';
import type { PersonInput } from './registration-form.js';

/** The registration form as it was opened, or as it came back. */
export interface RegisterView {
  event: EventBrief;
  submission: string;
  /** At least one. */
  people: PersonInput[];
  copyTo: string;
  /** What people may choose between; one entry where there is no choice. */
  attendances: Attendance[];
  /** What else each person is asked. */
  choices: EventChoices;
  /** Where the event is for members only: whose people may come. */
  members?: string[];
  /** Everywhere else: organizations to suggest. */
  organizations?: string[];
  /** Sentences by field name. */
  errors: FieldErrors;
  /** What was refused as a whole, in a sentence. */
  refused?: string;
  /** Whether one more person may be added. */
  canAdd: boolean;
  /** The person whose first field gets the focus, because it has just been added. */
  focus?: number;
}
