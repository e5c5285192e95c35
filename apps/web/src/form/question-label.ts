import type { Form } from '#form';
import { type Language, pick } from '#language';
import type { Visit } from '../view/index.js';

/** What a field of a form is called in an error summary; undefined for a field that is none of the form's. */
export function questionLabel(visit: Visit, form: Form, name: string, main: Language): string | undefined {
  if (/(^|\.)consents$/.test(name)) return visit.t('form.consents');
  const question = form.questions.find(({ id }) => name.endsWith(`.${id}`));
  return question && pick(question.label, visit.language, main).text;
}
