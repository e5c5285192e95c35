import type { RegistrationView } from '#registration';
import { Button, ButtonLink, Field } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import { eventCrumb, nameOf } from './registration.page.js';

/** Asks before the office withdraws somebody. */
export function WithdrawPage({ visit, view }: { visit: OfficeVisit; view: RegistrationView }) {
  const { t } = visit;
  const { registration, event } = view;
  const name = nameOf(view);
  const href = `/office/registrations/${registration.id}`;
  const waits = registration.status === 'waitlisted';
  return (
    <OfficePage
      visit={visit}
      title={t('office.withdraw.title', { name })}
      room="events"
      crumbs={[{ text: t('office.events'), href: '/office' }, eventCrumb(visit, event), { text: name, href }]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('office.withdraw.title', { name })}</h1>
        </div>
        <p class="kern-body kern-body--large">
          {t(waits ? 'office.withdraw.waiting' : 'office.withdraw.seat', { name })}
        </p>
        <p class="kern-body">{t('office.withdraw.mail', { name, address: registration.email })}</p>
        <OwnForm visit={visit} action={`${href}/withdraw`}>
          <Field
            visit={visit}
            name="reason"
            label={t('office.reason')}
            hint={t('office.withdraw.reason.hint')}
            value=""
            optional
          />
          <div class="actions">
            <Button look="primary" text={t('office.withdraw.submit')} />
            <ButtonLink text={t('office.back')} href={href} />
          </div>
        </OwnForm>
      </div>
    </OfficePage>
  );
}
