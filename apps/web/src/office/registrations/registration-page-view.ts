import type { AnswerSheet, ConsentDecision } from '#form';
import type { MessageLine } from '#mail';
import type { RegistrationView } from '#registration';
import type { Attendee, Double, HistoryLine } from '#report';
import type { EventChoices } from '../../registration/event-choices.js';
import type { OfficeVisit } from '../door/office-visits.service.js';

/** What the page of a registration shows. */
export interface RegistrationPageView extends RegistrationView {
  /** The registration as its list shows it, with the marks. */
  marks?: Attendee;
  doubles: Double[];
  choices: EventChoices;
  sheet?: AnswerSheet;
  consents: ConsentDecision[];
  /** As typed. */
  note: string;
  /** How many signs a note may have, if it has more. */
  noteTooLong?: number;
  history: HistoryLine[];
  /** Who looked at the sensitive answers, the latest first; without a name once the account is gone. */
  looks: { at: Temporal.Instant; name?: string }[];
  messages: MessageLine[];
}

export interface PartProps {
  visit: OfficeVisit;
  view: RegistrationPageView;
}
