import { longDay, shortDay, weekdays } from '#language';
import type { EventBrief, Sitting } from '../event/event-brief.js';
import { isDated } from '../event/event-brief.js';
import { placeOf } from '../event/place.js';
import { StatusBadge } from '../event/status-badge.js';
import { hours, langOf, SeatBar, ShownText, type Visit } from '../view/index.js';
import { standingDate } from './months.js';

export interface EventEntryProps {
  visit: Visit;
  event: EventBrief;
  today: Temporal.PlainDate;
}

/** One event as a line of the programme; the whole line leads to its page. */
export function EventEntry({ visit, event, today }: EventEntryProps) {
  const place = placeOf(visit, event);
  const hosts = event.hosts.map(({ name }) => name).join(', ');
  const date = isDated(event) ? standingDate(event, today) : undefined;
  return (
    <article class={`entry${event.over || event.status === 'cancelled' ? ' entry--faded' : ''}`}>
      {date ? (
        <Day visit={visit} date={date} />
      ) : (
        <p class="entry__day entry__day--open" aria-hidden="true" />
      )}
      <div class="entry__text">
        <p class="entry__kind">
          {visit.t(`kind.${event.kind}`)} · {visit.t(`audience.${event.audience}`)}
        </p>
        <h3 class="entry__title">
          <a class="entry__link" href={event.href} lang={langOf(event.title, visit)}>
            {event.title.text}
          </a>
        </h3>
        <p class="entry__facts">
          <When visit={visit} event={event} date={date} />
          {place && <span>{place}</span>}
          {hosts && <span>{hosts}</span>}
        </p>
      </div>
      <Side visit={visit} event={event} />
    </article>
  );
}

function Day({ visit, date }: { visit: Visit; date: Sitting }) {
  const day = date.start.toPlainDate();
  return (
    <p class="entry__day">
      <time datetime={day.toString()}>
        <span class="entry__weekday" aria-hidden="true">
          {weekdays(visit.language)[day.dayOfWeek - 1]?.short.replace('.', '')}
        </span>
        <span class="entry__number" aria-hidden="true">
          {day.day}
        </span>
        <span class="kern-sr-only">{longDay(day, visit.language)}</span>
      </time>
    </p>
  );
}

/** The short form: the day and the month stand beside it. */
function When({ visit, event, date }: { visit: Visit; event: EventBrief; date?: Sitting }) {
  const { t, language } = visit;
  if (!date) {
    return event.announced ? (
      <span>
        <ShownText text={event.announced} visit={visit} />
      </span>
    ) : null;
  }
  const [first, last] = [event.dates[0], event.dates.at(-1)];
  if (first && last && first !== last) {
    const [from, until] = [shortDay(first.start, language), shortDay(last.start, language)];
    return <span>{t('programme.dates', { count: event.dates.length, from, until })}</span>;
  }
  if (date.start.toPlainDate().equals(date.end.toPlainDate())) {
    return <span class="entry__time">{hours(date.start, date.end, language)}</span>;
  }
  return <span>{`${shortDay(date.start, language)} – ${shortDay(date.end, language)}`}</span>;
}

function Side({ visit, event }: { visit: Visit; event: EventBrief }) {
  const { registering, over } = event;
  if (event.status !== 'published') {
    return (
      <div class="entry__side">
        <StatusBadge visit={visit} status={event.status} />
      </div>
    );
  }
  return (
    <div class="entry__side">
      {event.role && <p class="entry__note">{visit.t(`role.${event.role}`)}</p>}
      {!over && registering.state !== 'none' && event.audience !== 'invited' && (
        <>
          <p class="entry__note entry__note--strong">{registeringNote(visit, event)}</p>
          {registering.state !== 'closed' &&
            event.seats.map((seats) => (
              <SeatBar visit={visit} seats={seats} named={event.seats.length > 1} key={seats.attendance} />
            ))}
        </>
      )}
    </div>
  );
}

/** "Register by 07.01.2027", short enough for a line. */
function registeringNote({ t, language }: Visit, { registering, entry }: EventBrief): string {
  const { state, opensAt, closesAt } = registering;
  if (state === 'closed') return t(entry?.late ? 'programme.late' : 'programme.closed');
  if (state === 'upcoming') {
    return opensAt
      ? t('programme.opensOn', { day: shortDay(opensAt, language) })
      : t('event.state.upcoming.someday');
  }
  return closesAt ? t('programme.openUntil', { day: shortDay(closesAt, language) }) : t('programme.open');
}
