import type { Schedule } from '#jobs';

/** The one list of everything periodic. */
export const SCHEDULES: readonly Schedule[] = [
  // Wake-ups make mail go at once; this finds retries that have come due, and what a lost wake-up left behind.
  { name: 'mail.deliver', every: Temporal.Duration.from({ seconds: 10 }) },
  // Offers lapse and contingents open to the minute, near enough.
  { name: 'desk.look', every: Temporal.Duration.from({ seconds: 15 }) },
  { name: 'form.forget', every: Temporal.Duration.from({ hours: 1 }) },
  // A minimum is missed by days, not by seconds.
  { name: 'event.minimum', every: Temporal.Duration.from({ minutes: 1 }) },
  // Names are missing for days, not for minutes.
  { name: 'delegation.remind', every: Temporal.Duration.from({ minutes: 15 }) },
];
