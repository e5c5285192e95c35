import { EventStrip } from '../event/event-strip.js';
import { Button, ButtonLink, Document, Form, type Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

/** Asks before an offered place is refused, and with it the place in the line; opening it changes nothing (rule M3). */
export function RefusePage({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t } = visit;
  const { event, name, href } = view;
  return (
    <Document
      visit={visit}
      title={`${t('registration.refuse')}${t('site.colon')} ${event.title.text}`}
      crumbs={[{ text: t('registration.title'), href }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('registration.refuse')}</h1>
          <EventStrip visit={visit} event={event} />
        </div>
        <p class="kern-body kern-body--large">{t('refuse.question', { name })}</p>
        <p class="kern-body">{t('refuse.consequence')}</p>
        <Form action={`${href}/refuse`}>
          <div class="actions">
            <Button look="primary" text={t('refuse.submit')} />
            <ButtonLink text={t('change.back')} href={href} />
          </div>
        </Form>
      </div>
    </Document>
  );
}
