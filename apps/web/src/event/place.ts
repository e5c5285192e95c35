import type { Visit } from '../view/index.js';
import type { EventBrief } from './event-brief.js';

/** Where an event is, in a few words: the place of its first date, "online", or both. */
export function placeOf({ t }: Visit, event: Pick<EventBrief, 'format' | 'dates'>): string | undefined {
  const place = event.dates.find((date) => date.place?.text)?.place?.text;
  if (event.format === 'online') return t('event.online');
  if (event.format === 'hybrid') return place ? `${place} · ${t('event.online')}` : t('format.hybrid');
  return place ?? (event.format && t(`format.${event.format}`));
}
