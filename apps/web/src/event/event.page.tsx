import { Alert, Document, langOf, Paragraphs, type Visit } from '../view/index.js';
import { AllDates } from './all-dates.js';
import { EventFacts } from './event-facts.js';
import type { EventView } from './event-view.js';
import { Items } from './items.js';
import { RegistrationCard } from './registration-card.js';
import { Speakers } from './speakers.js';
import { StatusBadge } from './status-badge.js';

/** Everything about one event, and the way to register. */
export function EventPage({ visit, event }: { visit: Visit; event: EventView }) {
  const { t } = visit;
  const { title, summary, description, status } = event;
  const lost = status === 'cancelled' || status === 'postponed';
  return (
    <Document visit={visit} title={title.text} crumbs={[{ text: t('site.programme'), href: '/' }]}>
      <div class="page-head">
        <p class="event-kind">
          {t(`kind.${event.kind}`)} <StatusBadge visit={visit} status={status} />
        </p>
        <h1 class="kern-heading-x-large" lang={langOf(title, visit)}>
          {title.text}
        </h1>
        {summary.text && (
          <p class="kern-body kern-body--large" lang={langOf(summary, visit)}>
            {summary.text}
          </p>
        )}
      </div>
      {lost && (
        <Alert tone={status === 'cancelled' ? 'danger' : 'warning'} title={t(`event.state.${status}`)} />
      )}
      <div class="event-layout">
        <section class="event-layout__facts" aria-label={t('event.facts')}>
          <EventFacts visit={visit} event={event} />
        </section>
        <RegistrationCard visit={visit} event={event} />
        <div class="event-layout__text stack">
          {description.text && (
            <section aria-labelledby="about">
              <h2 class="kern-heading-medium" id="about">
                {t('event.about')}
              </h2>
              <Paragraphs text={description} visit={visit} />
            </section>
          )}
          <AllDates visit={visit} event={event} />
          <Items visit={visit} items={event.items} />
          <Speakers visit={visit} speakers={event.speakers} />
        </div>
      </div>
    </Document>
  );
}
