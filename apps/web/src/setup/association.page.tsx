import { LANGUAGES, type MessageKey } from '#language';
import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { OwnForm } from '../office/own-form.js';
import { Button, Disclosure, Field, type FieldErrors, TextArea } from '../view/index.js';
import { type AssociationInput, TEXTS } from './association-form.js';
import { SETUP } from './setup-controller.js';
import { StepPage } from './step-page.js';

export interface AssociationView {
  input: AssociationInput;
  errors?: FieldErrors;
}

/** The step that says whose desk this is. */
export function AssociationPage({ visit, view }: { visit: OfficeVisit; view: AssociationView }) {
  const { t } = visit;
  const { input, errors } = view;
  const fieldProps = (name: string) => ({
    visit,
    name,
    label: t(labelOf(name)),
    value: input[name] ?? '',
    errors,
  });
  const ownTexts = TEXTS.filter((name) => name !== 'name').flatMap((name) =>
    LANGUAGES.map((language) => `${name}.${language}`),
  );
  return (
    <StepPage visit={visit} step="association" errors={errors} labelOf={(name) => t(labelOf(name))}>
      <p class="kern-body kern-body--large">{t('setup.association.text')}</p>
      <OwnForm visit={visit} action={`${SETUP}/association`}>
        <Field {...fieldProps('shortName')} hint={t('setup.association.shortName.hint')} />
        <Field {...fieldProps('name.de')} autocomplete="organization" />
        <Field {...fieldProps('name.en')} optional />
        <Field {...fieldProps('name.fr')} optional />
        <TextArea {...fieldProps('postal')} />
        <Field {...fieldProps('email')} type="email" />
        <Field {...fieldProps('phone')} optional />
        <Disclosure
          title={t('setup.association.texts')}
          open={ownTexts.some((name) => input[name] || errors?.[name])}
        >
          <div class="stack">
            <p class="kern-body">{t('setup.association.texts.text')}</p>
            {ownTexts.map((name) => (
              <TextArea {...fieldProps(name)} rows={8} optional key={name} />
            ))}
          </div>
        </Disclosure>
        <div class="actions">
          <Button look="primary" text={t('setup.save')} />
        </div>
      </OwnForm>
    </StepPage>
  );
}

const labelOf = (name: string): MessageKey => `setup.association.${name}` as MessageKey;
