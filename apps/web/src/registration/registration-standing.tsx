import { moment } from '#language';
import { Alert, Button, Form, type Visit } from '../view/index.js';
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
  const { t, language } = visit;
  const { status, position, offeredUntil, done } = view;
  if (view.event.status === 'cancelled') return <EventChange visit={visit} view={view} />;
  const title =
    status === 'waitlisted' && position !== undefined
      ? t('registration.waitlisted', { position })
      : t(status === 'waitlisted' ? 'outcome.waitlisted' : `registration.${status}`);
  return (
    <div class="stack">
      <EventChange visit={visit} view={view} />
      <Alert tone={done === 'withdrawn' ? 'success' : statusTone[status]} title={title}>
        {done === 'withdrawn' && <p class="kern-body">{t('registration.withdrawn.text')}</p>}
        {status === 'waitlisted' && <p class="kern-body">{t('outcome.waitlisted.text')}</p>}
        {status === 'requested' && <p class="kern-body">{t('outcome.requested.text')}</p>}
        {status === 'offered' && offeredUntil && (
          <p class="kern-body">
            {t('registration.offered.until', { moment: moment(offeredUntil, language) })}
          </p>
        )}
        {status === 'offered' && (
          <Form action={`${view.href}/accept`}>
            <Button look="primary" text={t('registration.accept')} />
          </Form>
        )}
        {status === 'cancelled' && view.canReturn && (
          <p class="kern-body">
            {t('registration.again')}{' '}
            <a class="text-link" href={`${view.event.href}/register`}>
              {t('event.register')}
            </a>
          </p>
        )}
      </Alert>
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
