import type { Event, EventItem } from '#event';
import { type Language, moment, span } from '#language';
import { spansOf } from '../sessions.js';

/** When a point of the programme takes place, in words; undefined where the hour is open. */
export function sessionTime(
  event: Event,
  { id }: Pick<EventItem, 'id'>,
  language: Language,
): string | undefined {
  const [time] = spansOf(event, new Set([id]));
  if (!time?.start) return undefined;
  return time.end ? span(time.start, time.end, language) : moment(time.start, language);
}
