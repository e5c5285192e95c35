import { clockTime, type Language } from '#language';
import { OFFICE_ZONE } from '../moment.js';

/** Silent people who had a letter within a day, and when the first of them can be reminded, on the office's clock. */
export type Later = { count: number; day: 'today' | 'tomorrow'; time: string };

/** The first whole minute at which a click would remind somebody; a day of quiet ends today or tomorrow. */
export function laterOf(
  { count, from }: { count: number; from: Temporal.Instant },
  language: Language,
  now: Temporal.Instant,
): Later {
  const at = from.round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toZonedDateTimeISO(OFFICE_ZONE);
  const today = now.toZonedDateTimeISO(OFFICE_ZONE).toPlainDate();
  return { count, day: at.toPlainDate().equals(today) ? 'today' : 'tomorrow', time: clockTime(at, language) };
}
