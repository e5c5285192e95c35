import type { Form, Question } from './form.js';

/** Text, number, the id of an option, several of them, yes or no, or a day as `YYYY-MM-DD`; by the question's kind. */
export type Answer = string | number | boolean | string[];

/** Answers by question; a question without an answer is missing. */
export type Answers = Record<string, Answer>;

/**
 * The questions to ask somebody who has answered so. A question hangs on an earlier one, and only while that one is
 * asked itself; so what was answered to a hidden question shows nothing.
 */
export function visible(form: Form, answers: Readonly<Record<string, unknown>>): Question[] {
  const asked = new Set<string>();
  return form.questions.filter((question) => {
    const shown = isShown(question, asked, answers);
    if (shown) asked.add(question.id);
    return shown;
  });
}

/** Whether a question is asked after those that were, and were answered so. */
export function isShown(
  { shownWhen }: Question,
  asked: ReadonlySet<string>,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  if (!shownWhen) return true;
  if (!asked.has(shownWhen.question)) return false;
  const answer = answers[shownWhen.question];
  return Array.isArray(answer) ? answer.includes(shownWhen.is) : answer === shownWhen.is;
}
