import type { Schedule } from '#jobs';

/** The one list of everything periodic. */
export const SCHEDULES: readonly Schedule[] = [
  // Wake-ups make mail go at once; this finds retries that have come due, and what a lost wake-up left behind.
  { name: 'mail.deliver', every: Temporal.Duration.from({ seconds: 10 }) },
  // Offers lapse and contingents open to the minute, near enough.
  { name: 'desk.look', every: Temporal.Duration.from({ seconds: 15 }) },
];
