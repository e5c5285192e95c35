import { longDay, monthName, weekdays } from '#language';
import { type EventBrief, freeSeats, type Sitting } from '../event/event-brief.js';
import { Document, Icon, langOf, type Visit } from '../view/index.js';
import { type GridDay, monthGrid, type OnDay } from './month-grid.js';
import { programmeHref } from './programme-address.js';
import { ProgrammeBar } from './programme-bar.js';
import type { MonthView } from './programme-view.js';
import { Subscribe } from './subscribe.js';

type Entry = Sitting & { event: EventBrief };

/** The programme as the calendar of a month; on a narrow screen it becomes a list of the days that have events. */
export function MonthPage({ visit, view }: { visit: Visit; view: MonthView }) {
  const { t, language } = visit;
  const { month, kind, kinds, today, feed } = view;
  const name = monthName(month, language);
  const entries = view.events.flatMap((event) => event.dates.map((date) => ({ ...date, event })));
  const weeks = monthGrid<Entry>(month, entries);
  const empty = weeks.flat().every((day) => day.sittings.length === 0);
  return (
    <Document visit={visit} title={t('calendar.title', { month: name })} section="month">
      <div class="page-head">
        <h1 class="kern-heading-x-large month-name">{name}</h1>
      </div>
      <ProgrammeBar
        visit={visit}
        kinds={kinds}
        kind={kind}
        month={month}
        thisMonth={today.toPlainYearMonth()}
      />
      <MonthNavigation visit={visit} view={view} />
      {empty && <p class="kern-body programme-empty">{t('calendar.empty')}</p>}
      <table class="month">
        <caption class="kern-sr-only">{t('calendar.caption', { month: name })}</caption>
        <thead>
          <tr>
            {weekdays(language).map(({ long, short }) => (
              <th scope="col" key={long}>
                <abbr title={long}>{short.replace('.', '')}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]?.date.toString()}>
              {days.map((day) => (
                <Square visit={visit} day={day} today={today} key={day.date.toString()} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Subscribe visit={visit} feed={feed} kind={kind} />
    </Document>
  );
}

function MonthNavigation({ visit, view }: { visit: Visit; view: MonthView }) {
  const { t, language } = visit;
  const { month, kind, today } = view;
  const [previous, next] = [month.subtract({ months: 1 }), month.add({ months: 1 })];
  const thisMonth = today.toPlainYearMonth();
  return (
    <nav class="month-nav" aria-label={t('calendar.months')}>
      <a
        class="month-nav__link"
        href={programmeHref({ kind, month: previous })}
        rel="prev"
        aria-label={t('calendar.previous', { month: monthName(previous, language) })}
      >
        <Icon name="chevron-left" />
        {monthName(previous, language)}
      </a>
      <a
        class="month-nav__link"
        href={programmeHref({ kind, month: next })}
        rel="next"
        aria-label={t('calendar.next', { month: monthName(next, language) })}
      >
        {monthName(next, language)}
        <Icon name="chevron-right" />
      </a>
      {!month.equals(thisMonth) && (
        <a class="month-nav__link month-nav__link--today" href={programmeHref({ kind, month: thisMonth })}>
          {t('calendar.today')}
        </a>
      )}
    </nav>
  );
}

function Square({ visit, day, today }: { visit: Visit; day: GridDay<Entry>; today: Temporal.PlainDate }) {
  const isToday = day.date.equals(today);
  const looks = ['month__day'];
  if (!day.inMonth) looks.push('month__day--outside');
  if (isToday) looks.push('month__day--today');
  if (day.sittings.length === 0) looks.push('month__day--empty');
  return (
    <td class={looks.join(' ')} aria-current={isToday ? 'date' : undefined}>
      <time class="month__date" datetime={day.date.toString()}>
        <span class="month__number" aria-hidden="true">
          {day.date.day}
        </span>
        <span class="month__long">{longDay(day.date, visit.language)}</span>
      </time>
      {isToday && <span class="month__today">{visit.t('calendar.today')}</span>}
      {day.sittings.length > 0 && (
        <ul class="month__entries">
          {day.sittings.map((sitting) => (
            <li key={sitting.event.href}>
              <MonthEntry visit={visit} sitting={sitting} />
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

function MonthEntry({ visit, sitting }: { visit: Visit; sitting: OnDay<Entry> }) {
  const { t } = visit;
  const { event, start, day, days } = sitting;
  const cancelled = event.status === 'cancelled' || sitting.cancelled;
  const free = cancelled ? undefined : freeSeats(event);
  const time =
    days > 1 ? t('calendar.day', { day, days }) : start.toPlainTime().toString({ smallestUnit: 'minute' });
  return (
    <a
      class={`month__entry month__entry--${event.kind}${cancelled ? ' month__entry--off' : ''}`}
      href={event.href}
    >
      <span class="month__time">{cancelled ? t('event.cancelled') : time}</span>
      <span lang={langOf(event.title, visit)}>{event.title.text}</span>
      {free !== undefined && <span class="month__free">{t('calendar.free', { free })}</span>}
    </a>
  );
}
