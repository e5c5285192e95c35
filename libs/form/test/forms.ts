import { randomUUID } from 'node:crypto';
import type { Form, Option, Question } from '../src/form.js';

/** A question in German; what is not named is left out of it. */
export const aQuestion = (changes: Partial<Question> = {}): Question => ({
  id: randomUUID(),
  kind: 'short',
  label: { de: 'Frage' },
  help: {},
  required: false,
  sensitive: false,
  options: [],
  shownWhen: null,
  least: null,
  most: null,
  ...changes,
});

/** An option in German, without a limit. */
export const anOption = (label: string, changes: Partial<Option> = {}): Option => ({
  id: randomUUID(),
  label: { de: label },
  limit: null,
  ...changes,
});

/** A form of these questions. */
export const aForm = (questions: Question[], changes: Partial<Form> = {}): Form => ({
  eventId: randomUUID(),
  version: 1,
  questions,
  retired: [],
  consents: [],
  retiredConsents: [],
  ...changes,
});
