import { moment } from '#language';
import { EventStrip } from '../event/event-strip.js';
import { Button, Document, Form, type Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

/** Asks who followed the link in the mail to confirm the address by a button; opening it changes nothing (rule M3). */
export function ConfirmPage({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t, language } = visit;
  const { event, name, email, href, until } = view;
  return (
    <Document
      visit={visit}
      title={`${t('confirm.title')}${t('site.colon')} ${event.title.text}`}
      crumbs={[{ text: t('registration.title'), href }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('confirm.title')}</h1>
          <EventStrip visit={visit} event={event} />
        </div>
        <p class="kern-body kern-body--large">{t('confirm.question', { name, email })}</p>
        {until && <p class="kern-body">{t('confirm.until', { moment: moment(until, language) })}</p>}
        <Form action={`${href}/confirm`}>
          <div class="actions">
            <Button look="primary" text={t('confirm.submit')} />
          </div>
        </Form>
      </div>
    </Document>
  );
}
