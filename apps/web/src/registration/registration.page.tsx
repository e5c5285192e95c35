import { AllDates } from '../event/all-dates.js';
import { EventFacts } from '../event/event-facts.js';
import { ButtonLink, Document, langOf, type Visit } from '../view/index.js';
import { hasEnded } from './ending.js';
import { Joining } from './joining.js';
import { OwnAnswers } from './own-answers.js';
import { OwnDetails } from './own-details.js';
import { OwnNotices } from './own-notices.js';
import { Standing } from './registration-standing.js';
import type { RegistrationView } from './registration-view.js';
import { SelfService } from './self-service.js';

/** One's own registration, behind the link in the mail: all that the mail said, as it is now. */
export function RegistrationPage({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t } = visit;
  const { event, appointment, status, attendance } = view;
  return (
    <Document
      visit={visit}
      title={`${t('registration.title')}${t('site.colon')} ${event.title.text}`}
      personal
    >
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
          <EventFacts visit={visit} event={event} attendance={hasEnded(status) ? undefined : attendance}>
            <Joining visit={visit} view={view} />
          </EventFacts>
          <div class="actions">
            {appointment && (
              <ButtonLink text={t('registration.ics')} icon="calendar-today" href={appointment} download />
            )}
            <ButtonLink text={t('outcome.toEvent')} look="tertiary" href={event.href} />
          </div>
        </section>
        <section class="event-layout__card" aria-labelledby="person">
          <h2 class="kern-heading-small" id="person">
            {t('register.person')}
          </h2>
          <OwnDetails visit={visit} view={view} />
        </section>
        <div class="event-layout__text stack">
          <OwnNotices visit={visit} view={view} />
          <OwnAnswers visit={visit} view={view} />
          <AllDates visit={visit} event={event} />
          <SelfService visit={visit} view={view} />
        </div>
      </div>
    </Document>
  );
}
