import type { Event } from '#event';
import type { Form, Question } from '#form';
import type { Texts } from '#language';
import { type Allotment, seatsLeft, sessionsOf } from '#registration';
import type { ShownConsent, ShownQuestion, ShownSession } from './choices.schema.js';
import { stamp } from './stamp.js';

type Say = (texts: Texts) => string;
type Allotments = readonly Pick<Allotment, 'id' | 'capacity' | 'taken'>[];

/** The sessions that one can choose. */
export const shownSessions = (event: Event, allotments: Allotments, say: Say): ShownSession[] =>
  sessionsOf(event, allotments).map((session) => ({
    id: session.id,
    title: say(session.item.title),
    startsAt: session.start && stamp(session.start),
    endsAt: session.end && stamp(session.end),
    capacity: session.capacity,
    free: seatsLeft(session),
  }));

/** The questions as they are asked now. */
export const shownQuestions = (form: Form, allotments: Allotments, say: Say): ShownQuestion[] =>
  form.questions.map((question) => ({
    id: question.id,
    kind: question.kind,
    label: say(question.label),
    help: say(question.help) || undefined,
    required: question.required,
    sensitive: question.sensitive,
    options: shownOptions(question, allotments, say),
    shownWhen: question.shownWhen ?? undefined,
    least: question.least ?? undefined,
    most: question.most ?? undefined,
  }));

/** The consents as they are asked for now. */
export const shownConsents = (form: Form, say: Say): ShownConsent[] =>
  form.consents.map(({ id, purpose, text }) => ({ id, purpose, text: say(text) }));

function shownOptions(
  { kind, options }: Question,
  allotments: Allotments,
  say: Say,
): ShownQuestion['options'] {
  if (kind !== 'single' && kind !== 'multiple') return undefined;
  const seats = new Map(allotments.map((allotment) => [allotment.id, allotment]));
  return options
    .filter(({ retired }) => !retired)
    .map(({ id, label }) => {
      const own = seats.get(id);
      const free = own && seatsLeft(own);
      return { id, label: say(label), capacity: own?.capacity ?? undefined, free: free ?? undefined };
    });
}
