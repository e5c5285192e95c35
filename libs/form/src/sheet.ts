import type { Answers } from './answers.js';
import type { Form } from './form.js';

/** One person's answers, as they are stored and counted. */
export interface Sheet {
  answers: Answers;
  /** Apart from the others, because they are seen by few and deleted early; null: none given. */
  sensitive: Answers | null;
  /** The limited options that this person has chosen. */
  claims: string[];
}

/** Parts checked answers into what everybody in the office may see and what not, and names what must be counted. */
export function sheetOf(form: Form, answers: Answers): Sheet {
  const sensitive: Answers = {};
  const open: Answers = {};
  const claims: string[] = [];
  for (const question of form.questions) {
    const answer = answers[question.id];
    if (answer === undefined) continue;
    (question.sensitive ? sensitive : open)[question.id] = answer;
    const chosen = question.options.filter(({ id, limit }) => limit !== null && [answer].flat().includes(id));
    claims.push(...chosen.map(({ id }) => id));
  }
  return { answers: open, sensitive: Object.keys(sensitive).length > 0 ? sensitive : null, claims };
}

/** One person's decision about one wording. */
export interface ConsentDecision {
  consentId: string;
  given: boolean;
}

/** A decision about every consent asked for; what was not ticked is not given. */
export const consentsOf = (form: Form, given: readonly string[]): ConsentDecision[] =>
  form.consents.map(({ id }) => ({ consentId: id, given: given.includes(id) }));
