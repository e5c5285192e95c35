import { LANGUAGES } from '#language';
import {
  Button,
  ButtonLink,
  Document,
  ErrorSummary,
  Field,
  type FieldErrors,
  Form,
  Radios,
  type Visit,
} from '../view/index.js';
import type { PersonField, PersonInput } from './person-form.js';

/** A person's form as it stands. */
export interface PersonView {
  /** The coordinator's own page. */
  home: string;
  action: string;
  isNew: boolean;
  /** Where one says that this person has left; missing for new people and oneself. */
  leaving?: string;
  input: PersonInput;
  errors: FieldErrors;
}

/** The form for one of the member's people. */
export function PersonPage({ visit, view }: { visit: Visit; view: PersonView }) {
  const { t } = visit;
  const { input, errors } = view;
  const title = t(view.isNew ? 'my.person.add' : 'my.person.change');
  const common = (name: PersonField) => ({
    visit,
    name,
    label: labelOf(visit, name),
    value: input[name],
    errors,
  });
  return (
    <Document
      visit={visit}
      title={Object.keys(errors).length > 0 ? t('site.errors.title', { title }) : title}
      crumbs={[{ text: t('my.title'), href: view.home }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, name as PersonField)} />
        <Form action={view.action}>
          <div class="field-row">
            <Field {...common('firstName')} optional />
            <Field {...common('lastName')} />
          </div>
          <Field {...common('email')} type="email" optional />
          <Field {...common('phone')} optional />
          <Radios
            name="language"
            legend={labelOf(visit, 'language')}
            value={input.language}
            choices={LANGUAGES.map((language) => ({ value: language, text: t(`language.${language}`) }))}
            errors={errors}
          />
          <div class="actions">
            <Button look="primary" text={t('my.person.save')} />
            {view.leaving && <ButtonLink text={t('my.person.leave')} href={view.leaving} />}
            <ButtonLink look="tertiary" text={t('my.back')} href={view.home} />
          </div>
        </Form>
      </div>
    </Document>
  );
}

const labelOf = ({ t }: Visit, name: PersonField): string =>
  name === 'email' ? t('my.email') : t(`my.person.${name}`);
