import { questionLabel } from '../form/index.js';
import type { Visit } from '../view/index.js';
import type { EventChoices } from './event-choices.js';
import type { RegisterView } from './register-view.js';
import { PERSON_FIELDS } from './registration-form.js';

/** "Last name", or "Person 2, last name" where there are several people: a field's name in the error summary. */
export function labelOf(
  visit: Visit,
  { people, choices }: Pick<RegisterView, 'people' | 'choices'>,
  name: string,
): string {
  const { t } = visit;
  if (name === 'copyTo') return t('register.copyTo');
  const [, index, own = ''] = /^people\.(\d+)\.(.+)$/.exec(name) ?? [];
  const line = PERSON_FIELDS.find((field) => field === own);
  const field = line ? t(`register.${line}`) : choiceLabel(visit, choices, own);
  if (index !== undefined && field) {
    return people.length === 1 ? field : t('register.field', { number: Number(index) + 1, field });
  }
  return t('register.title');
}

/** What a person's choice is called; `name` may begin with whose it is. */
export function choiceLabel(visit: Visit, { form, main }: EventChoices, name: string): string | undefined {
  return /(^|\.)sessions$/.test(name) ? visit.t('register.sessions') : questionLabel(visit, form, name, main);
}
