import { isDeepStrictEqual } from 'node:util';
import {
  type AnswerSheet,
  type Answers,
  answersSchema,
  type Form,
  fromForm,
  type Typed,
  visible,
} from '#form';
import { type FieldError, fieldErrors } from '#language';

/** Somebody's answers as typed, and whether those given in confidence are among them. */
export interface TypedAnswers {
  typed: Typed;
  isOpened: boolean;
}

/** The form as far as it is shown: what is answered in confidence only once it was opened. */
export function shownForm(form: Form, { isOpened }: Pick<TypedAnswers, 'isOpened'>): Form {
  if (isOpened) return form;
  const open = form.questions.filter(({ sensitive }) => !sensitive);
  const confidential = form.questions.filter(({ sensitive }) => sensitive);
  // Others may hang on them.
  return { ...form, questions: open, retired: [...form.retired, ...confidential] };
}

/**
 * The answers meant, and to which questions they are others than before; or what is wrong. The same checks as when the
 * person changes them, only that what the person never answered need not be answered for them.
 */
export function checkAnswers(
  form: Form,
  given: TypedAnswers,
  sheet: AnswerSheet | undefined,
):
  | { answers: Answers; changed: string[]; errors?: undefined }
  | { answers?: undefined; errors: FieldError[] } {
  const shown = shownForm(form, given);
  const typed = fromForm(shown, given.typed);
  const before: Answers = { ...sheet?.answers, ...sheet?.sensitive };
  const unseen = given.isOpened ? {} : sheet?.sensitive;
  const asked = new Set(visible(form, { ...unseen, ...typed }).map(({ id }) => id));
  const questions = shown.questions
    .filter(({ id }) => asked.has(id))
    .map((one) => ({ ...one, shownWhen: null, required: one.required && before[one.id] !== undefined }));
  const retired = [...shown.questions.filter(({ id }) => !asked.has(id)), ...shown.retired];
  const read = answersSchema({ ...form, questions, retired }, before).safeParse(typed);
  if (!read.success) {
    return { errors: fieldErrors(read.error).map((one) => ({ ...one, field: `answers.${one.field}` })) };
  }
  const answers = read.data;
  const changed = shown.questions.filter(({ id }) => !isDeepStrictEqual(answers[id], before[id]));
  return { answers, changed: changed.map(({ id }) => id) };
}
