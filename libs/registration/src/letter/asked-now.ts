import type { Event } from '#event';
import type { AnswerSheets, FormService } from '#form';
import { withdrawalOver } from '../admission.js';
import { isActive } from '../words.js';
import type { Notice, NoticeFacts } from './notice.js';

/** A mail about a registration, what it tells, and the event that it is for. */
interface Told {
  messageId: string;
  facts: NoticeFacts;
  event: Event;
}

/**
 * The ids of those of these mails that go to somebody whom another has registered, or put in their own place or in
 * that of a seat without a name, and who has not answered what the event needs answered: they never saw the form. Only
 * as long as they still can. The mail to whoever came before them may be written at the same time, of the same
 * registration.
 */
export async function askedNow(
  notice: Notice,
  told: readonly Told[],
  { forms, sheets, now }: { forms: FormService; sheets: AnswerSheets; now: Temporal.Instant },
): Promise<Set<string>> {
  const came = told.filter(
    ({ facts, event }) => comesByOthers(notice, facts) && canAnswer(facts, event, now),
  );
  const answered = await sheets.of(
    came.map(({ facts }) => facts.registrationId),
    { sensitive: false },
  );
  const open = came.filter(({ facts }) => !answered.has(facts.registrationId));
  // Many mails are about few events.
  const needing = new Set<string>();
  for (const id of new Set(open.map(({ event }) => event.id))) {
    const { questions } = await forms.of(id);
    if (questions.some(({ required }) => required)) needing.add(id);
  }
  return new Set(open.filter(({ event }) => needing.has(event.id)).map(({ messageId }) => messageId));
}

// Newcomers come from nowhere; who says yes to the address or to an offer comes from another status.
function comesByOthers(notice: Notice, { from, status, unnamed, registeredBy }: NoticeFacts): boolean {
  if (notice !== 'registered' || unnamed) return false;
  return from === undefined ? registeredBy !== undefined : from === status;
}

const canAnswer = ({ status }: NoticeFacts, event: Event, now: Temporal.Instant): boolean =>
  isActive(status) && event.status !== 'cancelled' && withdrawalOver(event, now) === undefined;
