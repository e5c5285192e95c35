import { clockTime, type Language } from '#language';

/** "10:00–12:00 Uhr": the time of day of something that begins and ends on one day. */
export function hours(
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
  language: Language,
): string {
  return `${start.toPlainTime().toString({ smallestUnit: 'minute' })}–${clockTime(end, language)}`;
}
