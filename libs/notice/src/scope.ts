import { type Event, type EventDate, type EventItem, extent, heldDates } from '#event';
import { HAPPENINGS, type Happening } from './words.js';

/** What of an event is meant: all of it, one of its dates, or one point of its programme, by id. */
export type Scope = 'event' | `date:${string}` | `item:${string}`;

/** What can still happen to an event. Nothing to a draft, to what is cancelled and to what is over. */
export function happeningsFor(event: Event, now: Temporal.Instant): Happening[] {
  if (event.kind === 'listing' || isOver(event, now)) return [];
  if (event.status === 'published') return [...HAPPENINGS];
  return event.status === 'postponed' ? ['programme', 'moved', 'cancelled'] : [];
}

/** What of the event it can happen to; the whole event comes first. */
export function scopesOf(event: Event, what: Happening, now: Temporal.Instant): Scope[] {
  if (!happeningsFor(event, now).includes(what)) return [];
  const held = heldDates(event);
  const series = held.length > 1 && event.status === 'published';
  const dates = series ? comingDates(event, now).map(({ id }): Scope => `date:${id}`) : [];
  if (what === 'moved') {
    const all = !series || held.every((date) => isAhead(date, now));
    return [...(all ? (['event'] as const) : []), ...dates];
  }
  if (what !== 'cancelled') return ['event'];
  const items = event.status === 'published' ? event.items.map(({ id }): Scope => `item:${id}`) : [];
  return ['event', ...dates, ...items];
}

/** The dates that have not ended, in order; of a postponed event too. */
export const comingDates = (event: Event, now: Temporal.Instant): EventDate[] =>
  heldDates(event).filter((date) => Temporal.Instant.compare(date.endsAt, now) > 0);

/** The date that a scope names. */
export const dateIn = (event: Event, scope: Scope): EventDate | undefined =>
  event.dates.find(({ id }) => scope === `date:${id}`);

/** The point of the programme that a scope names. */
export const itemIn = (event: Event, scope: Scope): EventItem | undefined =>
  event.items.find(({ id }) => scope === `item:${id}`);

const isAhead = (date: EventDate, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(date.startsAt, now) > 0;

// The day a postponed event would have been may have passed: it goes on when there is a new one.
function isOver(event: Event, now: Temporal.Instant): boolean {
  const end = extent(event)?.end.toInstant();
  return event.status !== 'postponed' && end !== undefined && Temporal.Instant.compare(end, now) <= 0;
}
