import { randomUUID } from 'node:crypto';
import { ProgrammeService } from '#event';
import { type ConsentDraft, type Form, FormService, type OptionDraft, type QuestionDraft } from '#form';
import { DeskRulesService } from '#registration';
import type { House } from './house.js';

/** Options of a question in German, some with a limit. */
export const optionsOf = (...labels: (string | [string, number])[]): OptionDraft[] =>
  labels.map((one) => {
    const [label, limit] = typeof one === 'string' ? [one, null] : one;
    return { id: randomUUID(), label: { de: label }, limit };
  });

/** Has an event ask these questions, short and in German unless said otherwise; answers the form with its ids. */
export function askQuestions(
  house: House,
  eventId: string,
  questions: Partial<QuestionDraft>[],
  consents: ConsentDraft[] = [],
): Promise<Form> {
  const drafts = questions.map((question, index) => ({ ...plain(index + 1), ...question }));
  const draft = { version: null, questions: drafts, consents };
  return house.get(FormService).save(eventId, draft, 'account:1');
}

/** Makes the points of an event's programme sessions with so many seats each; answers their ids. */
export async function offerSessions(
  house: House,
  eventId: string,
  capacities: (number | null)[],
): Promise<string[]> {
  const { items } = await house.get(ProgrammeService).byId(eventId);
  const sessions = capacities.map((capacity, index) => ({ itemId: items[index]!.id, capacity }));
  await house.get(DeskRulesService).saveSessions(eventId, sessions, 'account:1');
  return sessions.map(({ itemId }) => itemId);
}

const plain = (number: number): QuestionDraft => ({
  id: randomUUID(),
  kind: 'short',
  label: { de: `Frage ${number}` },
  help: {},
  required: false,
  sensitive: false,
  options: [],
  shownWhen: null,
  least: null,
  most: null,
});
