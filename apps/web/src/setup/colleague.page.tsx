import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { OwnForm } from '../office/own-form.js';
import { Button, type FieldErrors } from '../view/index.js';
import { AccountFields } from './account-fields.js';
import type { AccountInput } from './account-form.js';
import { SETUP } from './setup-controller.js';
import { StepPage, TickOff } from './step-page.js';

export interface ColleagueView {
  /** How many accounts have all rights already. */
  administrators: number;
  input: AccountInput;
  errors?: FieldErrors;
  /** Why it did not work. */
  refused?: string;
}

/** The step that makes sure that one lost password locks nobody out. */
export function ColleaguePage({ visit, view }: { visit: OfficeVisit; view: ColleagueView }) {
  const { t } = visit;
  const { administrators, input, errors, refused } = view;
  return (
    <StepPage
      visit={visit}
      step="colleague"
      errors={errors}
      labelOf={(name) => t(name === 'email' ? 'setup.account.email' : 'setup.account.name')}
      refused={refused}
    >
      <p class="kern-body kern-body--large">{t('setup.colleague.text')}</p>
      <p class="kern-body">{t('setup.colleague.there', { count: administrators })}</p>
      <OwnForm visit={visit} action={`${SETUP}/colleague`}>
        <AccountFields visit={visit} input={input} errors={errors} />
        <div class="actions">
          <Button look="primary" text={t('setup.account.submit')} turbo={false} />
        </div>
      </OwnForm>
      {administrators < 2 && <TickOff visit={visit} step="colleague" text={t('setup.later')} />}
    </StepPage>
  );
}
