import { moment } from '#language';
import { Alert, Button, Form, type Visit } from '../view/index.js';
import { Ending } from './ending.js';
import type { RegistrationView } from './registration-view.js';
import { statusTone } from './status.js';

interface PartProps {
  visit: Visit;
  view: RegistrationView;
}

/**
 * Where a registration stands, in a sentence; first what has become of the event, if it is not as it was. Of a
 * cancelled event nothing else is worth saying.
 */
export function Standing({ visit, view }: PartProps) {
  const { t } = visit;
  const { status, done, refused } = view;
  if (view.event.status === 'cancelled') return <EventChange visit={visit} view={view} />;
  const left = done === 'withdrawn' || done === 'refused';
  return (
    <div class="stack">
      {refused && <Alert tone="danger" title={refused} />}
      <EventChange visit={visit} view={view} />
      {(done === 'changed' || done === 'corrected') && (
        <Alert tone="success" title={t(`registration.done.${done}`)} />
      )}
      <Alert tone={left ? 'success' : statusTone[status]} title={headline(visit, view)}>
        {left && <p class="kern-body">{t('registration.withdrawn.text')}</p>}
        {status === 'waitlisted' && <p class="kern-body">{t('outcome.waitlisted.text')}</p>}
        {status === 'requested' && <p class="kern-body">{t('outcome.requested.text')}</p>}
        <Deadline visit={visit} view={view} />
        {status === 'offered' && <Offer visit={visit} view={view} />}
        {status === 'unverified' && (
          <Form action={`${view.href}/confirm`}>
            <div class="actions">
              <Button look="primary" text={t('confirm.submit')} />
            </div>
          </Form>
        )}
        <Ending visit={visit} view={view} />
      </Alert>
    </div>
  );
}

function headline({ t }: Visit, { status, position }: RegistrationView): string {
  if (status !== 'waitlisted') return t(`registration.${status}`);
  return position === undefined ? t('outcome.waitlisted') : t('registration.waitlisted', { position });
}

/** Until when something must be done, by whoever must do it. */
function Deadline({ visit, view: { status, until, name } }: PartProps) {
  const { t, language } = visit;
  if (!until) return null;
  const key =
    status === 'offered' || status === 'unverified' || status === 'requested'
      ? (`registration.${status}.until` as const)
      : name === 'N. N.'
        ? 'registration.unnamed.until'
        : undefined;
  return key ? <p class="kern-body">{t(key, { moment: moment(until, language) })}</p> : null;
}

function Offer({ visit: { t }, view: { href } }: PartProps) {
  return (
    <div class="actions">
      <Form action={`${href}/accept`}>
        <Button look="primary" text={t('registration.accept')} />
      </Form>
      <Form action={`${href}/refuse`}>
        <Button text={t('registration.refuse')} />
      </Form>
    </div>
  );
}

function EventChange({ visit, view }: PartProps) {
  const { status } = view.event;
  if (status !== 'cancelled' && status !== 'postponed') return null;
  return (
    <Alert
      tone={status === 'cancelled' ? 'danger' : 'warning'}
      title={visit.t(`registration.event.${status}`)}
    />
  );
}
