import { z } from 'zod';
import { type Checked, checkAnswer } from './answer-check.js';
import { type Answers, isShown } from './answers.js';
import type { Form, Question } from './form.js';

/**
 * Reads one person's answers by question. Answers to hidden and to retired questions are dropped; every complaint
 * has the question's id as its path. `before`: what this person has answered already, when it is changed.
 */
export function answersSchema(form: Form, before?: Answers) {
  const known = new Set([...form.questions, ...form.retired].map(({ id }) => id));
  return z
    .record(z.string(), z.unknown())
    .default({})
    .transform((given, { issues }): Answers => {
      const read = readAnswers(form, given, before);
      issues.push(...unknownIn(known, given), ...read.issues);
      return read.answers;
    });
}

function readAnswers(form: Form, given: Readonly<Record<string, unknown>>, before?: Answers) {
  const answers: Answers = {};
  const asked = new Set<string>();
  const issues: z.core.$ZodRawIssue[] = [];
  for (const question of form.questions) {
    if (!isShown(question, asked, answers)) continue;
    asked.add(question.id);
    const checked = checkAnswer(question, given[question.id], before);
    if ('answer' in checked) answers[question.id] = checked.answer;
    else issues.push(...complaint(question, checked));
  }
  return { answers, issues };
}

function complaint(
  { id, required }: Question,
  checked: Exclude<Checked, { answer: unknown }>,
): z.core.$ZodRawIssue[] {
  const where = { path: [id], input: undefined };
  if ('tooLong' in checked) {
    return [{ ...where, code: 'too_big', origin: 'string', maximum: checked.tooLong }];
  }
  if ('wrong' in checked) {
    return [{ ...where, code: 'custom', params: { key: checked.wrong, values: checked.values } }];
  }
  return required ? [{ ...where, code: 'custom', message: 'form.answer.required' }] : [];
}

// A question retired a moment ago is dropped; one that never was is a mistake of the program that sends it.
function unknownIn(
  known: ReadonlySet<string>,
  given: Readonly<Record<string, unknown>>,
): z.core.$ZodRawIssue[] {
  const keys = Object.keys(given).filter((id) => !known.has(id));
  return keys.length > 0 ? [{ code: 'unrecognized_keys', keys, input: given }] : [];
}
