import { span } from '#language';
import { Badge, ShownText, type Visit } from '../view/index.js';
import type { EventBrief } from './event-brief.js';

/** Every date of a series; nothing for an event with one date. */
export function AllDates({ visit, event }: { visit: Visit; event: EventBrief }) {
  const { dates, kind } = event;
  if (dates.length < 2) return null;
  const { t } = visit;
  const differ = new Set(dates.map((date) => date.place?.text)).size > 1;
  return (
    <section aria-labelledby="dates">
      <h2 class="kern-heading-medium" id="dates" tabindex={-1}>
        {t('event.dates')}
      </h2>
      {kind !== 'listing' && <p class="kern-body">{t('event.dates.hint')}</p>}
      <ol class="dates">
        {dates.map((date) => (
          <li class={date.cancelled ? 'dates__off' : undefined} key={date.start.toString()}>
            <time datetime={date.start.toString({ timeZoneName: 'never' })}>
              {span(date.start, date.end, visit.language)}
            </time>
            {date.cancelled && <Badge tone="danger">{t('event.date.cancelled')}</Badge>}
            {differ && date.place && (
              <span class="dates__place">
                <ShownText text={date.place} visit={visit} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
