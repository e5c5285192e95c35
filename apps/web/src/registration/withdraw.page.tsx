import { EventStrip } from '../event/event-strip.js';
import { Button, ButtonLink, Document, Form, type Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

/** Asks before someone leaves; opening it changes nothing (rule M3), only its button does. */
export function WithdrawPage({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t } = visit;
  const { event, name, href, status } = view;
  const consequence = status === 'waitlisted' ? 'withdraw.consequence.waiting' : 'withdraw.consequence';
  return (
    <Document
      visit={visit}
      title={`${t('withdraw.title')}: ${event.title.text}`}
      crumbs={[{ text: t('registration.title'), href }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('withdraw.title')}</h1>
          <EventStrip visit={visit} event={event} />
        </div>
        <p class="kern-body kern-body--large">{t('withdraw.question', { name })}</p>
        <p class="kern-body">{t(consequence)}</p>
        <Form action={`${href}/withdraw`}>
          <div class="actions">
            <Button look="primary" text={t('withdraw.submit')} />
            <ButtonLink text={t('withdraw.back')} href={href} />
          </div>
        </Form>
      </div>
    </Document>
  );
}
