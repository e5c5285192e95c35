import { asksAnything, QUESTION_KINDS } from '#form';
import { ConsentFields, QuestionFields } from '../../form/index.js';
import { Button, Disclosure, type FieldErrors, Form, Select } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import type { ConsentField, ConsentInput } from './consent-form.js';
import { ConsentsForm, consentLabel } from './consents-form.js';
import type { FormFile } from './form-desk.service.js';
import { FormShell, formPath } from './form-shell.js';
import { QuestionList, RetiredList } from './question-list.js';

export interface FormView {
  file: FormFile;
  consents: ConsentInput;
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: FormView;
}

/** What an event asks: its questions, its consents, and what people will see of them. */
export function FormPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { file, consents, errors, refused } = view;
  return (
    <FormShell
      visit={visit}
      file={file}
      title={t('form.title')}
      errors={errors}
      refused={refused}
      labelOf={(name) => consentLabel(visit, name as ConsentField)}
    >
      <p class="kern-body">{t('form.text')}</p>
      <section aria-labelledby="questions">
        <h2 class="kern-heading-medium" id="questions">
          {t('form.questions')}
        </h2>
        <QuestionList visit={visit} file={file} />
        <RetiredList visit={visit} file={file} />
      </section>
      <Adding visit={visit} view={view} />
      <section aria-labelledby="consents">
        <h2 class="kern-heading-medium" id="consents">
          {t('form.consents')}
        </h2>
        <ConsentsForm visit={visit} file={file} input={consents} errors={errors} />
      </section>
      <Preview visit={visit} view={view} />
    </FormShell>
  );
}

function Adding({ visit, view: { file } }: PartProps) {
  const { t } = visit;
  return (
    <Form method="get" action={`${formPath(file)}/questions/new`} isRow>
      <Select
        visit={visit}
        name="kind"
        label={t('form.question.kind')}
        value=""
        choices={QUESTION_KINDS.map((kind) => ({ value: kind, text: t(`form.kind.${kind}`) }))}
        empty={t('site.choose')}
      />
      <Button icon="add" text={t('form.question.add')} />
    </Form>
  );
}

function Preview({ visit, view: { file } }: PartProps) {
  const { form, event } = file;
  const common = { visit, form, errors: {}, main: event.mainLanguage };
  if (!asksAnything(form)) return null;
  return (
    <Disclosure title={visit.t('form.preview')}>
      <fieldset class="form form-preview" aria-label={visit.t('form.preview')} disabled>
        <QuestionFields {...common} prefix="preview.answers" typed={{}} />
        <ConsentFields {...common} name="preview.consents" given={[]} />
      </fieldset>
    </Disclosure>
  );
}
