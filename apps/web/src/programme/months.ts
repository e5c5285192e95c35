import { type EventBrief, isDated } from '../event/event-brief.js';

export type Period = 'upcoming' | 'past';

/** The events of one month. */
export interface Month {
  month: Temporal.PlainYearMonth;
  events: EventBrief[];
}

/**
 * The dated events by month: a series stands once, under its next date, or, among the past ones, under its
 * first. Upcoming events begin with the nearest, past ones with the latest.
 */
export function byMonth(events: readonly EventBrief[], today: Temporal.PlainDate, period: Period): Month[] {
  const direction = period === 'past' ? -1 : 1;
  const placed = events
    .filter(isDated)
    .map((event) => ({ event, at: standsAt(event, today) }))
    .sort((a, b) => direction * Temporal.PlainDateTime.compare(a.at, b.at));
  const months: Month[] = [];
  for (const { event, at } of placed) {
    const month = at.toPlainDate().toPlainYearMonth();
    const last = months.at(-1);
    if (last?.month.equals(month)) last.events.push(event);
    else months.push({ month, events: [event] });
  }
  return months;
}

/** The date an event stands under on that day: the next that is not over and not cancelled, else its first. */
export function standingDate(event: EventBrief, today: Temporal.PlainDate) {
  const next = event.dates.find(
    ({ end, cancelled }) => !cancelled && Temporal.PlainDate.compare(end.toPlainDate(), today) >= 0,
  );
  return next ?? event.dates[0];
}

function standsAt(event: EventBrief, today: Temporal.PlainDate): Temporal.PlainDateTime {
  const date = standingDate(event, today);
  if (!date) throw new TypeError(`${event.href} has no date`);
  return date.start.toPlainDateTime();
}
