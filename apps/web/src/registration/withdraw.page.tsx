import { EventStrip } from '../event/event-strip.js';
import {
  Button,
  ButtonLink,
  Document,
  ErrorSummary,
  type FieldErrors,
  Form,
  TextArea,
  type Visit,
} from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

export interface WithdrawPageProps {
  visit: Visit;
  view: RegistrationView;
  /** What was typed, where it came back. */
  reason?: string;
  errors?: FieldErrors;
}

/** Asks before someone leaves; opening it changes nothing (rule M3), only its button does. */
export function WithdrawPage({ visit, view, reason = '', errors = {} }: WithdrawPageProps) {
  const { t } = visit;
  const { event, name, href, status, asksReason } = view;
  const consequence =
    status === 'waitlisted'
      ? 'withdraw.consequence.waiting'
      : status === 'confirmed' || status === 'offered'
        ? 'withdraw.consequence'
        : 'withdraw.consequence.request';
  const hasSeat = status === 'confirmed' || status === 'offered';
  const back = hasSeat ? 'withdraw.back' : 'withdraw.back.other';
  return (
    <Document
      visit={visit}
      title={`${t('withdraw.title')}${t('site.colon')} ${event.title.text}`}
      crumbs={[{ text: t('registration.title'), href }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('withdraw.title')}</h1>
          <EventStrip visit={visit} event={event} />
        </div>
        <ErrorSummary visit={visit} errors={errors} labelOf={() => t('withdraw.reason')} />
        <p class="kern-body kern-body--large">{t('withdraw.question', { name })}</p>
        <p class="kern-body">{t(consequence)}</p>
        <Form action={`${href}/withdraw`}>
          {asksReason && (
            <TextArea
              visit={visit}
              name="reason"
              label={t('withdraw.reason')}
              hint={t('withdraw.reason.hint')}
              value={reason}
              errors={errors}
              optional
            />
          )}
          <div class="actions">
            <Button look="primary" text={t('withdraw.submit')} />
            <ButtonLink text={t(back)} href={href} />
          </div>
        </Form>
      </div>
    </Document>
  );
}
