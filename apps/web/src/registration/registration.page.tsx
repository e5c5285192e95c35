import { AllDates } from '../event/all-dates.js';
import { EventFacts } from '../event/event-facts.js';
import { ButtonLink, DescriptionList, Document, Fact, langOf, type Visit } from '../view/index.js';
import { Joining } from './joining.js';
import { Standing } from './registration-standing.js';
import type { RegistrationView } from './registration-view.js';
import { StatusWord } from './status-word.js';

/** One's own registration, behind the link in the mail: all that the mail said, as it is now. */
export function RegistrationPage({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t } = visit;
  const { event } = view;
  return (
    <Document visit={visit} title={`${t('registration.title')}: ${event.title.text}`} personal>
      <div class="page-head">
        <p class="event-kind">{t('registration.title')}</p>
        <h1 class="kern-heading-x-large" lang={langOf(event.title, visit)}>
          {event.title.text}
        </h1>
      </div>
      <Standing visit={visit} view={view} />
      <div class="event-layout">
        <section class="event-layout__facts" aria-labelledby="event">
          <h2 class="kern-heading-medium" id="event">
            {t('event.facts')}
          </h2>
          <EventFacts visit={visit} event={event}>
            <Joining visit={visit} view={view} />
          </EventFacts>
          <Actions visit={visit} view={view} />
        </section>
        <section class="event-layout__card" aria-labelledby="person">
          <h2 class="kern-heading-small" id="person">
            {t('register.person')}
          </h2>
          <Person visit={visit} view={view} />
        </section>
        <div class="event-layout__text stack">
          <AllDates visit={visit} event={event} />
          <Leaving visit={visit} view={view} />
        </div>
      </div>
    </Document>
  );
}

interface PartProps {
  visit: Visit;
  view: RegistrationView;
}

function Person({ visit, view }: PartProps) {
  const { t } = visit;
  const { name, email, organization, attendance, reference, status, position, event } = view;
  return (
    <DescriptionList stacked>
      <Fact term={t('registration.person')}>
        {name}
        {organization && (
          <>
            <br />
            {organization}
          </>
        )}
      </Fact>
      <Fact term={t('register.email')}>{email}</Fact>
      <Fact term={t('registration.status')}>
        <StatusWord visit={visit} status={status} position={position} />
      </Fact>
      {event.format === 'hybrid' && <Fact term={t('register.attendance')}>{t(`format.${attendance}`)}</Fact>}
      <Fact term={t('registration.reference')}>
        <strong class="reference">{reference}</strong>
        <br />
        {t('registration.reference.hint')}
      </Fact>
    </DescriptionList>
  );
}

function Actions({ visit, view }: PartProps) {
  const { t } = visit;
  const { event, appointment } = view;
  return (
    <div class="actions">
      {appointment && (
        <ButtonLink text={t('registration.ics')} icon="calendar-today" href={appointment} download />
      )}
      <ButtonLink text={t('outcome.toEvent')} look="tertiary" href={event.href} />
    </div>
  );
}

function Leaving({ visit, view }: PartProps) {
  const { t } = visit;
  if (!view.canWithdraw) return null;
  const waits = view.status === 'waitlisted';
  return (
    <section aria-labelledby="leaving">
      <h2 class="kern-heading-medium" id="leaving">
        {t('registration.cannotCome')}
      </h2>
      <p class="kern-body">{t(waits ? 'registration.cannotCome.waiting' : 'registration.cannotCome.text')}</p>
      <div class="actions">
        <ButtonLink text={t('withdraw.title')} href={`${view.href}/withdraw`} />
      </div>
    </section>
  );
}
