import type { MessageKey } from '#language';
import { ButtonLink, SeatBar, type Visit } from '../view/index.js';
import type { WayIn } from './event-brief.js';
import type { EventView } from './event-view.js';
import { registrationState } from './registration-state.js';

const ENTRANCES: Record<WayIn, MessageKey> = {
  seat: 'event.register',
  waiting: 'event.register.waiting',
  request: 'register.request',
  late: 'register.late',
};

/** How full the event is, whether one can register, and the button that does. */
export function RegistrationCard({ visit, event }: { visit: Visit; event: EventView }) {
  const { t } = visit;
  const { sentences, entrance, late } = registrationState(visit, event);
  const hasSeats = event.status === 'published' && !event.over;
  return (
    <section class="event-layout__card" aria-labelledby="registration">
      <h2 class="kern-heading-small" id="registration">
        {t('event.registration')}
      </h2>
      {hasSeats &&
        event.seats.map((seats) => (
          <SeatBar visit={visit} seats={seats} named={event.seats.length > 1} key={seats.attendance} />
        ))}
      {sentences.map((sentence) => (
        <p class="kern-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {late && visit.site.email && (
        <p class="kern-body">
          {t('event.state.late')}{' '}
          <a class="text-link" href={`mailto:${visit.site.email}`}>
            {visit.site.email}
          </a>
        </p>
      )}
      <div class="actions">
        {entrance && (
          <ButtonLink look="primary" text={t(ENTRANCES[entrance])} href={`${event.href}/register`} />
        )}
        {event.kind === 'listing' && event.link && (
          <ButtonLink text={t('event.listing.link')} icon="open-in-new" href={event.link} />
        )}
        {event.status === 'published' && event.dates.length > 0 && (
          <ButtonLink
            look="tertiary"
            text={t('event.ics')}
            icon="calendar-today"
            href={`${event.href}.ics?lang=${visit.language}`}
            download
          />
        )}
      </div>
    </section>
  );
}
