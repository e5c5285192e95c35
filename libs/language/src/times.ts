import type { Language } from './languages.js';
import { LOCALES } from './locales.js';

/** "Donnerstag, 14. Januar 2027" — a day as people read it. */
export function longDay(at: Temporal.ZonedDateTime | Temporal.PlainDate, language: Language): string {
  return plainDay(at).toLocaleString(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** "14.01.2027" — a day in a table. */
export function shortDay(at: Temporal.ZonedDateTime | Temporal.PlainDate, language: Language): string {
  // In English, numbers alone would be read as the month first by half of the world.
  const month = language === 'en' ? 'short' : '2-digit';
  return plainDay(at).toLocaleString(LOCALES[language], { day: '2-digit', month, year: 'numeric' });
}

/** "Januar 2027". */
export function monthName(month: Temporal.PlainYearMonth, language: Language): string {
  return month.toPlainDate({ day: 1 }).toLocaleString(LOCALES[language], { month: 'long', year: 'numeric' });
}

/** The seven weekdays from Monday on, as a long and a short word. */
export function weekdays(language: Language): { long: string; short: string }[] {
  const monday = Temporal.PlainDate.from('2027-01-04');
  return Array.from({ length: 7 }, (_, day) => {
    const date = monday.add({ days: day });
    return {
      long: date.toLocaleString(LOCALES[language], { weekday: 'long' }),
      short: date.toLocaleString(LOCALES[language], { weekday: 'short' }),
    };
  });
}

/** "10:00" with the word people expect in German and French: "10:00 Uhr", "10:00", "10 h 00" stays "10:00". */
export function clockTime(at: Temporal.ZonedDateTime, language: Language): string {
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return language === 'de' ? `${time} Uhr` : time;
}

/** "14. Januar 2027, 10:00 Uhr (MEZ)" — a moment with its zone, as mails and deadlines say it. */
export function moment(at: Temporal.ZonedDateTime, language: Language): string {
  return `${longDay(at, language)}, ${clockTime(at, language)} (${zoneName(at, language)})`;
}

/** "Donnerstag, 14. Januar 2027, 10:00–12:00 Uhr (MEZ)"; over midnight both days are named. */
export function span(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime, language: Language): string {
  const zone = `(${zoneName(start, language)})`;
  if (start.toPlainDate().equals(end.toPlainDate())) {
    const from = start.toPlainTime().toString({ smallestUnit: 'minute' });
    return `${longDay(start, language)}, ${from}–${clockTime(end, language)} ${zone}`;
  }
  return `${longDay(start, language)}, ${clockTime(start, language)} – ${longDay(end, language)}, ${clockTime(end, language)} ${zone}`;
}

/** The zone's short name at that moment: "MEZ", "MESZ", "CET", "UTC+1". */
function zoneName(at: Temporal.ZonedDateTime, language: Language): string {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: at.timeZoneId,
    timeZoneName: 'short',
  }).formatToParts(at.epochMilliseconds);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? at.timeZoneId;
}

function plainDay(at: Temporal.ZonedDateTime | Temporal.PlainDate): Temporal.PlainDate {
  return at instanceof Temporal.PlainDate ? at : at.toPlainDate();
}
