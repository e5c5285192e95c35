import { clockTime, type Language, shortDay } from '#language';

/** The office's own clock, for what belongs to no event. */
export const OFFICE_ZONE = 'Europe/Berlin';

/** "04.01.2027, 10:00 Uhr": a moment in a table, on the office's clock or that of an event. */
export function inTable(at: Temporal.Instant, language: Language, zone = OFFICE_ZONE): string {
  const local = at.toZonedDateTimeISO(zone);
  return `${shortDay(local, language)}, ${clockTime(local, language)}`;
}
