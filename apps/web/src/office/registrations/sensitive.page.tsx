import type { AnswerSheet, Form } from '#form';
import type { RegistrationView } from '#registration';
import { AnswerList } from '../../form/index.js';
import { Alert, ButtonLink } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { FormShell } from './form-shell.js';
import { crumbsOf, hrefOf, nameOf } from './registration-view.js';

export interface SensitivePageView extends RegistrationView {
  form: Form;
  sheet?: AnswerSheet;
}

/** What somebody answered to sensitive questions; opened by a button only. */
export function SensitivePage({ visit, view }: { visit: OfficeVisit; view: SensitivePageView }) {
  const { t } = visit;
  const { form, sheet, event } = view;
  const title = t('desk.sensitive.title', { name: nameOf(view, t) });
  return (
    <FormShell visit={visit} title={title} crumbs={crumbsOf(visit, view, { withPerson: true })}>
      <Alert tone="info" title={t('desk.sensitive.noted')} />
      <AnswerList
        visit={visit}
        form={form}
        sheet={{ answers: {}, sensitive: sheet?.sensitive, sensitiveDeletedAt: sheet?.sensitiveDeletedAt }}
        main={event.mainLanguage}
        timeZone={event.timeZone}
      />
      <div class="actions">
        <ButtonLink text={t('office.back')} href={hrefOf(view)} />
      </div>
    </FormShell>
  );
}
