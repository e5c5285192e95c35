import { moment } from '#language';
import { Alert, Button, ButtonLink, Form, Refused, type Visit } from '../view/index.js';
import { Ending, hasEnded } from './ending.js';
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
  const deadline = deadlineOf(visit, view);
  const otherWay = otherWayOf(visit, view);
  const left = done === 'withdrawn' || done === 'refused';
  return (
    <div class="stack">
      <Refused text={refused} />
      <EventChange visit={visit} view={view} />
      {done && done !== 'withdrawn' && done !== 'refused' && (
        <Alert tone="success" title={t(`registration.done.${done}`)} />
      )}
      <Alert tone={left ? 'success' : statusTone[status]} title={headline(visit, view)}>
        {left && <p class="kern-body">{t('registration.withdrawn.text')}</p>}
        {view.waiting && <p class="kern-body">{view.waiting}</p>}
        {otherWay && <p class="kern-body">{otherWay}</p>}
        {status === 'waitlisted' && view.attendance === view.event.entry?.membersFirst && (
          <p class="kern-body">{t('line.fair')}</p>
        )}
        {status === 'requested' && <p class="kern-body">{t('outcome.requested.text')}</p>}
        {deadline && <p class="kern-body">{deadline}</p>}
        {status === 'offered' && <Offer visit={visit} view={view} />}
        {status === 'unverified' && (
          <Form action={`${view.href}/confirm`}>
            <div class="actions">
              <Button look="primary" text={t('confirm.submit')} />
            </div>
          </Form>
        )}
        {hasEnded(status) && <Ending visit={visit} view={view} />}
      </Alert>
    </div>
  );
}

/** Where one waits although there is a seat in the other way of attending, it is worth saying. */
function otherWayOf(
  { t }: Visit,
  { status, attendance, canChoose, event }: RegistrationView,
): string | undefined {
  if (status !== 'waitlisted' || !canChoose) return undefined;
  const other = event.seats.find((seats) => seats.attendance !== attendance);
  const isFree = other && (other.capacity === null || other.taken < other.capacity);
  // Seats that are divided among members may not be for this one.
  if (!isFree || (event.entry?.divided && other.attendance === 'onsite')) return undefined;
  return t('registration.otherWay', { attendance: other.attendance });
}

function headline({ t }: Visit, { status, position }: RegistrationView): string {
  if (status !== 'waitlisted') return t(`registration.${status}`);
  return position === undefined ? t('outcome.waitlisted') : t('registration.waitlisted', { position });
}

/** Until when something must be done, by whoever must do it. */
function deadlineOf(
  { t, language }: Visit,
  { status, until, isNamed }: RegistrationView,
): string | undefined {
  if (!until) return undefined;
  const values = { moment: moment(until, language) };
  if (status === 'offered' || status === 'unverified' || status === 'requested') {
    return t(`registration.${status}.until`, values);
  }
  return isNamed ? undefined : t('registration.unnamed.until', values);
}

function Offer({ visit: { t }, view: { href } }: PartProps) {
  return (
    <div class="actions">
      <Form action={`${href}/accept`}>
        <Button look="primary" text={t('registration.accept')} />
      </Form>
      <ButtonLink text={t('registration.refuse')} href={`${href}/refuse`} />
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
