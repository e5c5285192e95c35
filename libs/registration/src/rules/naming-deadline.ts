import { type Event, extent } from '#event';

/** Offices read their mail until then. */
const EVENING = Temporal.PlainTime.from('18:00');

/**
 * Until when seats may stay without a name: so many days before the start, at six in the evening where the event is.
 * Undefined for an event without a date.
 */
export const namingDeadline = (
  event: Event,
  { namingDays }: { namingDays: number },
): Temporal.Instant | undefined =>
  extent(event)?.start.subtract({ days: namingDays }).withPlainTime(EVENING).toInstant();
