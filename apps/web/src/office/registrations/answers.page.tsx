import type { RegistrationView } from '#registration';
import { QuestionFields, questionLabel } from '../../form/index.js';
import type { EventChoices } from '../../registration/event-choices.js';
import { Alert, Button, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { ActingInput } from './acting.js';
import { ActingEnd } from './acting-fields.js';
import type { TypedAnswers } from './answers-form.js';
import { FormShell } from './form-shell.js';
import { crumbsOf, hrefOf, nameOf } from './registration-view.js';

export interface AnswersPageView extends RegistrationView {
  /** With the questions that are shown. */
  choices: EventChoices;
  /** Whether anything is asked in confidence. */
  asksSensitive: boolean;
  given: TypedAnswers;
  input: ActingInput;
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: AnswersPageView;
}

/** What somebody answered, to be changed by the office. */
export function AnswersPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { choices, given, asksSensitive, errors, refused } = view;
  return (
    <FormShell
      visit={visit}
      title={t('desk.answers.title', { name: nameOf(view, t) })}
      crumbs={crumbsOf(visit, view, { withPerson: true })}
      errors={errors}
      labelOf={(name) => questionLabel(visit, choices.form, name, choices.main) ?? t('office.reason')}
      refused={refused}
    >
      {given.isOpened && <Alert tone="info" title={t('desk.sensitive.noted')} />}
      {asksSensitive && !given.isOpened && <Opening visit={visit} view={view} />}
      {choices.form.questions.length > 0 && <Questions visit={visit} view={view} />}
    </FormShell>
  );
}

/** First on the page, because what was typed below it would be lost. */
function Opening({ visit, view }: PartProps) {
  const { t } = visit;
  return (
    <OwnForm visit={visit} action={`${hrefOf(view)}/answers/sensitive`}>
      <p class="kern-body">{t('desk.answers.sensitive')}</p>
      <div class="actions">
        <Button text={t('desk.answers.sensitive.open')} turbo={false} />
      </div>
    </OwnForm>
  );
}

function Questions({ visit, view }: PartProps) {
  const { choices, given, input, errors } = view;
  const { form, main, full, own, ownWord, waits } = choices;
  return (
    <OwnForm
      visit={visit}
      action={`${hrefOf(view)}/answers`}
      hidden={given.isOpened ? { opened: '1' } : undefined}
    >
      <QuestionFields
        visit={visit}
        form={form}
        prefix="answers"
        typed={given.typed}
        errors={errors}
        main={main}
        full={full}
        own={own}
        ownWord={ownWord}
        waits={waits}
      />
      <ActingEnd visit={visit} input={input} errors={errors} back={hrefOf(view)} />
    </OwnForm>
  );
}
