import { monthName } from '#language';
import { type EventBrief, isDated } from '../event/event-brief.js';
import { Document, Pagination, type Visit } from '../view/index.js';
import { EventEntry } from './event-entry.js';
import { byMonth } from './months.js';
import { programmeHref } from './programme-address.js';
import { ProgrammeBar } from './programme-bar.js';
import type { ProgrammeView } from './programme-view.js';
import { Subscribe } from './subscribe.js';

/** The programme as a list by month, and what has no date yet. */
export function ProgrammePage({ visit, view }: { visit: Visit; view: ProgrammeView }) {
  const { t, language, site } = visit;
  const { period, kind, kinds, today, events, pages } = view;
  const title = t(period === 'past' ? 'programme.title.past' : 'programme.title');
  const undated = events.filter((event) => !isDated(event));
  return (
    <Document visit={visit} title={title} section="programme">
      <div class="page-head">
        <h1 class="kern-heading-x-large">{title}</h1>
        <p class="kern-body kern-body--large">{t('programme.intro', { association: site.shortName })}</p>
      </div>
      <ProgrammeBar
        visit={visit}
        kinds={kinds}
        kind={kind}
        period={period}
        thisMonth={today.toPlainYearMonth()}
      />
      {events.length === 0 && <p class="kern-body programme-empty">{t('programme.empty')}</p>}
      {byMonth(events, today, period).map(({ month, events }) => (
        <Group
          visit={visit}
          title={monthName(month, language)}
          id={`m${month}`}
          events={events}
          today={today}
        />
      ))}
      {undated.length > 0 && (
        <Group visit={visit} title={t('programme.undated')} id="undated" events={undated} today={today} />
      )}
      {pages && (
        <Pagination visit={visit} {...pages} href={(page) => programmeHref({ kind, period, page })} />
      )}
      <Subscribe visit={visit} feed={view.feed} kind={kind} />
    </Document>
  );
}

interface GroupProps {
  visit: Visit;
  title: string;
  id: string;
  events: EventBrief[];
  today: Temporal.PlainDate;
}

function Group({ visit, title, id, events, today }: GroupProps) {
  return (
    <section class="programme-group" aria-labelledby={id}>
      <h2 class="kern-heading-medium programme-group__title" id={id}>
        {title}
      </h2>
      <ul class="entries">
        {events.map((event) => (
          <li key={event.href}>
            <EventEntry visit={visit} event={event} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}
