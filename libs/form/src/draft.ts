import type { Language, Texts } from '#language';
import type { Condition, ConsentPurpose, Form, Question, QuestionKind } from './form.js';
import { QuestionUnknown } from './refusals.js';

/** An option as the office writes it; without an id it is new. */
export interface OptionDraft {
  id?: string;
  label: Texts;
  limit: number | null;
}

/** A question as the office writes it; what another question hangs on needs an id of its own. */
export interface QuestionDraft {
  id: string;
  kind: QuestionKind;
  label: Texts;
  help: Texts;
  required: boolean;
  sensitive: boolean;
  options: OptionDraft[];
  shownWhen: Condition | null;
  least: number | null;
  most: number | null;
}

export interface ConsentDraft {
  purpose: ConsentPurpose;
  text: Texts;
}

/** A form as the office wants it: what is left out is retired. */
export interface FormDraft {
  /** The version that was changed; saving refuses if there is a newer one. */
  version: number | null;
  /** The language that every text must exist in. */
  mainLanguage?: Language;
  questions: QuestionDraft[];
  consents: ConsentDraft[];
}

/** A form as it stands, to be changed. */
export const draftOf = (form: Form, mainLanguage?: Language): FormDraft => ({
  version: form.version,
  mainLanguage,
  questions: form.questions.map(questionDraft),
  consents: form.consents.map(({ purpose, text }) => ({ purpose, text })),
});

/** A question to be changed: what is retired of its options is left out. */
export const questionDraft = (question: Question): QuestionDraft => ({
  ...question,
  options: question.options
    .filter(({ retired }) => !retired)
    .map(({ id, label, limit }) => ({ id, label, limit })),
});

/** The draft with this question in its place, or at the end if it is new. */
export function withQuestion(draft: FormDraft, question: QuestionDraft): FormDraft {
  const known = draft.questions.some(({ id }) => id === question.id);
  return {
    ...draft,
    questions: known
      ? draft.questions.map((one) => (one.id === question.id ? question : one))
      : [...draft.questions, question],
  };
}

/** The draft with a question one place further up or down; throws {@link QuestionUnknown}. */
export function withMoved(draft: FormDraft, id: string, by: -1 | 1): FormDraft {
  const questions = [...draft.questions];
  const from = questions.findIndex((question) => question.id === id);
  if (from < 0) throw new QuestionUnknown();
  const [question] = questions.splice(from, 1);
  questions.splice(Math.max(0, from + by), 0, question!);
  return { ...draft, questions };
}

/** The draft without a question: it will be retired; throws {@link QuestionUnknown}. */
export function withoutQuestion(draft: FormDraft, id: string): FormDraft {
  const questions = draft.questions.filter((question) => question.id !== id);
  if (questions.length === draft.questions.length) throw new QuestionUnknown();
  return { ...draft, questions };
}

/** The draft with these consents in place of what it had for the same purposes; an empty text asks no more. */
export const withConsents = (draft: FormDraft, consents: readonly ConsentDraft[]): FormDraft => ({
  ...draft,
  consents: [
    ...draft.consents.filter(({ purpose }) => !consents.some((one) => one.purpose === purpose)),
    ...consents.filter(({ text }) => Object.values(text).some(Boolean)),
  ],
});
