import { type Language, longDay, monthName, pick } from '#language';
import type { Event } from './event.entity.js';

/** How a save-the-date says when: the office's own words, else a month, a year or the range of days. */
export function announcedText(event: Event, language: Language): string {
  const own = pick(event.announcedAs, language, event.mainLanguage).text;
  if (own || !event.announcedFrom || !event.announcedUntil) return own;
  const from = Temporal.PlainDate.from(event.announcedFrom);
  const until = Temporal.PlainDate.from(event.announcedUntil);
  const wholeMonths = from.day === 1 && until.day === until.daysInMonth;
  if (wholeMonths && from.month === 1 && until.month === 12 && from.year === until.year)
    return String(from.year);
  if (!wholeMonths) return `${longDay(from, language)} – ${longDay(until, language)}`;
  const months = [from, until].map((day) => monthName(day.toPlainYearMonth(), language));
  return months[0] === months[1] ? String(months[0]) : months.join(' – ');
}
