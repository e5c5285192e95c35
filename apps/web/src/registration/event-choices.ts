import type { Event } from '#event';
import { type Form, fromForm } from '#form';
import { type Language, type MessageKey, pick } from '#language';
import { type Choices, type Session, seatsLeft, sessionsOf } from '#registration';
import type { ChoicesInput } from './registration-form.js';
import type { SessionChoice } from './session-choices.js';

/** What an event asks of each person beside name and address. */
export interface EventChoices {
  form: Form;
  /** The event's main language, in which every text of the form exists. */
  main: Language;
  sessions: SessionChoice[];
  /** Limited options of the form that nobody can have any more. */
  full: ReadonlySet<string>;
  /** Sessions and options that whoever chooses has already. */
  own?: ReadonlySet<string>;
  /** How that is said, where it is not said to the person. */
  ownWord?: MessageKey;
  /** Whoever chooses now gets a seat later, if at all, and taken sessions can be wished for. */
  waits: boolean;
}

interface ChoicesFacts {
  event: Event;
  form: Form;
  allotments: readonly { id: string; capacity: number | null; taken: number }[];
  language: Language;
  waits: boolean;
  own?: readonly string[];
}

/** An event's choices in the language of who chooses. */
export function toEventChoices({
  event,
  form,
  allotments,
  language,
  waits,
  own = [],
}: ChoicesFacts): EventChoices {
  return {
    form,
    main: event.mainLanguage,
    sessions: sessionsOf(event, allotments).map((session) => toSessionChoice(event, session, language)),
    full: new Set(allotments.filter((one) => seatsLeft(one) === 0).map(({ id }) => id)),
    own: new Set(own),
    waits,
  };
}

/** The same for the checks that pages share with programs. */
export const toBeChecked = ({ form, sessions }: EventChoices): Choices => ({
  form,
  sessions: sessions.map(({ title, ...session }) => ({ ...session, title: title.text })),
});

/** What somebody chose on a page, in the shape that programs send it. */
export const chosen = ({ form }: EventChoices, { sessions, answers, consents }: ChoicesInput) => ({
  sessions,
  answers: fromForm(form, answers),
  consents: Object.fromEntries(consents.map((id) => [id, true])),
});

const toSessionChoice = (event: Event, session: Session, language: Language): SessionChoice => ({
  id: session.id,
  title: pick(session.item.title, language, event.mainLanguage),
  start: session.start,
  end: session.end,
  capacity: session.capacity,
  left: seatsLeft(session),
});
