import { LANGUAGES } from '#language';
import { Field, type FieldErrors, Radios, Suggestions } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import type { PersonField, PersonInput } from './person-form.js';

export interface PersonFieldsProps {
  visit: OfficeVisit;
  input: PersonInput;
  errors: FieldErrors;
  /** Organizations that are known, to choose from while typing. */
  organizations: readonly string[];
}

const LIST = 'organizations';

/** Name, address, organization and language of a person. */
export function PersonFields({ visit, input, errors, organizations }: PersonFieldsProps) {
  const { t } = visit;
  const field = (name: PersonField) => ({
    visit,
    name,
    label: t(`report.${name}`),
    value: input[name],
    errors,
  });
  return (
    <>
      <Field {...field('firstName')} />
      <Field {...field('lastName')} />
      <Field {...field('email')} type="email" />
      <Field {...field('organization')} list={LIST} optional />
      <Suggestions id={LIST} values={organizations} />
      <Radios
        name="language"
        legend={t('report.language')}
        value={input.language}
        choices={LANGUAGES.map((language) => ({ value: language, text: t(`language.${language}`) }))}
        errors={errors}
      />
    </>
  );
}
