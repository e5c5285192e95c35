import { moment } from '#language';
import { ButtonLink, type Visit } from '../view/index.js';
import { AskOffice } from './ending.js';
import type { RegistrationView } from './registration-view.js';

interface PartProps {
  visit: Visit;
  view: RegistrationView;
}

/** What somebody can do with the own registration, and until when. */
export function SelfService({ visit, view }: PartProps) {
  const { t, language } = visit;
  const { changeableUntil, canChange, canChoose, canSubstitute, event, status } = view;
  const waits = status === 'waitlisted';
  // Who is offered a seat accepts or refuses it, above; there is nothing yet to give back or to hand on.
  const isOffered = status === 'offered';
  const canWithdraw = view.canWithdraw && !isOffered;
  const isTooLate = view.isTooLate && !isOffered;
  return (
    <>
      {canChange && (
        <section aria-labelledby="changing">
          <h2 class="kern-heading-medium" id="changing">
            {t('registration.change')}
          </h2>
          <p class="kern-body">{t(changeText(view))}</p>
          <div class="actions">
            {canChoose && <ButtonLink text={t('change.title')} href={`${view.href}/change`} />}
            <ButtonLink text={t('change.identity')} href={`${view.href}/correct`} />
          </div>
        </section>
      )}
      {isTooLate && !event.over && <TooLate visit={visit} view={view} />}
      {canWithdraw && (
        <section aria-labelledby="leaving">
          <h2 class="kern-heading-medium" id="leaving">
            {t('registration.cannotCome')}
          </h2>
          <p class="kern-body">{t(leavingText(view))}</p>
          <div class="actions">
            {canSubstitute && (
              <ButtonLink
                text={t(waits ? 'substitute.title.waiting' : 'substitute.title')}
                href={`${view.href}/substitute`}
              />
            )}
            <ButtonLink text={t('withdraw.title')} href={`${view.href}/withdraw`} />
          </div>
        </section>
      )}
      {canWithdraw && changeableUntil && (
        <p class="kern-body">
          {t('registration.changeableUntil', { moment: moment(changeableUntil, language) })}
        </p>
      )}
    </>
  );
}

function TooLate({ visit, view: { href, changeableUntil, canSubstitute } }: PartProps) {
  const { t, language } = visit;
  return (
    <section aria-labelledby="leaving">
      <h2 class="kern-heading-medium" id="leaving">
        {t('registration.cannotCome')}
      </h2>
      <p class="kern-body">
        {changeableUntil
          ? t('registration.tooLate.since', { moment: moment(changeableUntil, language) })
          : t('registration.tooLate')}
      </p>
      {canSubstitute && (
        <div class="actions">
          <ButtonLink text={t('substitute.title')} href={`${href}/substitute`} />
        </div>
      )}
      <AskOffice visit={visit} />
    </section>
  );
}

function changeText({ status }: RegistrationView) {
  if (status === 'waitlisted') return 'registration.change.text.waiting';
  return status === 'offered' ? 'registration.change.text.offered' : 'registration.change.text';
}

function leavingText({ status, canSubstitute }: RegistrationView) {
  if (status === 'waitlisted') return 'registration.cannotCome.waiting';
  if (status === 'requested') return 'registration.cannotCome.request';
  return canSubstitute ? 'registration.cannotCome.substitute' : 'registration.cannotCome.text';
}
