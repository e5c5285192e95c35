import type { FormDraft } from '#form';
import { type FieldError, type Language, pick, type Translate } from '#language';
import { consentErrors } from './consent-form.js';

/** What is wrong with a form that was to be saved. */
export interface Mistakes {
  /** By the fields of the page. */
  fields: FieldError[];
  /** What is about no field of it, in a sentence. */
  refused?: string;
}

/** Sorts complaints about a whole draft; those about another question than the page's own are told by its name. */
export function mistakesOf(
  errors: readonly FieldError[],
  draft: FormDraft,
  { language, main, t }: { language: Language; main: Language; t: Translate },
  own?: string,
): Mistakes {
  const fields: FieldError[] = [];
  const others: string[] = [];
  for (const error of errors) {
    const ofConsent = consentErrors([error], draft);
    if (ofConsent.length > 0) {
      fields.push(...ofConsent);
      continue;
    }
    const [, place, field] = /^questions\.(\d+)\.(.+)$/.exec(error.field) ?? [];
    const question = place === undefined ? undefined : draft.questions[Number(place)];
    const reason = t(error.key, error.values);
    if (!question || field === undefined) others.push(reason);
    else if (question.id === own) fields.push({ ...error, field: onPage(field) });
    else others.push(t('form.stopped', { question: pick(question.label, language, main).text, reason }));
  }
  return { fields, refused: others[0] };
}

/** `options.2.label.de` is `options.2.de` on the page, whose two marks are one field. */
const onPage = (field: string): string => {
  if (field === 'required' || field === 'sensitive') return 'marks';
  if (field.startsWith('shownWhen')) return 'shownWhen';
  return field.replace(/^options\.(\d+)\.label\./, 'options.$1.');
};
