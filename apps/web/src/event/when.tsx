import { shortDay, span } from '#language';
import { ShownText, type Visit } from '../view/index.js';
import { type EventBrief, isDated } from './event-brief.js';

/** When an event is, complete with the zone: one date, the range of a series, or what is known of it. */
export function When({ visit, event }: { visit: Visit; event: EventBrief }) {
  const { t, language } = visit;
  const [first, last] = [event.dates[0], event.dates.at(-1)];
  if (!isDated(event) || !first || !last) {
    return event.announced ? <ShownText text={event.announced} visit={visit} /> : t('programme.undated');
  }
  if (first === last) return span(first.start, first.end, language);
  const [from, until] = [shortDay(first.start, language), shortDay(last.start, language)];
  return t('programme.dates', { count: event.dates.length, from, until });
}
