import { CONSENT_PURPOSES } from '#form';
import { LANGUAGES } from '#language';
import { Button, type FieldErrors, TextArea } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { type ConsentField, type ConsentInput, consentField } from './consent-form.js';
import type { FormFile } from './form-desk.service.js';
import { formPath, versionOf } from './form-shell.js';

export interface ConsentsFormProps {
  visit: OfficeVisit;
  file: FormFile;
  input: ConsentInput;
  errors: FieldErrors;
}

/** What people are asked to agree to, in every language. */
export function ConsentsForm({ visit, file, input, errors }: ConsentsFormProps) {
  const { t } = visit;
  return (
    <OwnForm visit={visit} action={`${formPath(file)}/consents`} hidden={versionOf(file)}>
      <p class="kern-body">{t('form.consents.office')}</p>
      {CONSENT_PURPOSES.flatMap((purpose) =>
        LANGUAGES.map((language) => {
          const name = consentField(purpose, language);
          return (
            <TextArea
              visit={visit}
              name={name}
              label={consentLabel(visit, name)}
              value={input[name]}
              errors={errors}
              rows={2}
              optional
              key={name}
            />
          );
        }),
      )}
      <div class="actions">
        <Button text={t('form.consents.save')} />
      </div>
    </OwnForm>
  );
}

/** "Fotos auf Deutsch". */
export function consentLabel({ t }: OfficeVisit, name: ConsentField): string {
  const [, purpose, language = ''] = name.split('.');
  return t('form.consent.in', {
    purpose: t(`form.consent.${purpose as (typeof CONSENT_PURPOSES)[number]}`),
    language,
  });
}
