import { isWorkday, lastOfficeHour, nextOfficeHour } from './office-hours.js';

const WORKING_DAYS = 2;
/** Whoever is asked has so many working days to answer, or is not asked at all. */
const FEWEST_WORKING_DAYS = 1;

/** In the last two days nobody is asked any more. */
const NO_OFFERS_IN_THE_LAST = Temporal.Duration.from({ hours: 48 });
/** Whoever gets the seat after a refusal must be able to come. */
const LAPSES_BEFORE_START = Temporal.Duration.from({ hours: 24 });

/**
 * Until when an offer made now can be taken: two working days, at the latest 24 hours before the start, and never
 * in the night or on a weekend. Undefined where that leaves less than one working day, and in the last 48 hours:
 * then seats are given at once instead.
 */
export function offerDeadline(
  now: Temporal.ZonedDateTime,
  start: Temporal.ZonedDateTime | undefined,
): Temporal.Instant | undefined {
  const deadline = workingDaysAfter(now, WORKING_DAYS);
  if (!start) return deadline.toInstant();
  if (!isAfter(start, now.add(NO_OFFERS_IN_THE_LAST))) return undefined;
  const latest = lastOfficeHour(start.subtract(LAPSES_BEFORE_START));
  const end = isAfter(deadline, latest) ? latest : deadline;
  return isAfter(workingDaysAfter(now, FEWEST_WORKING_DAYS), end) ? undefined : end.toInstant();
}

// Counted from the next moment the office is open: who is asked on a Saturday has all of Monday and Tuesday.
function workingDaysAfter(now: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime {
  let day = nextOfficeHour(now);
  for (let worked = 0; worked < days; ) {
    day = day.add({ days: 1 });
    if (isWorkday(day)) worked += 1;
  }
  return day;
}

const isAfter = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): boolean =>
  Temporal.ZonedDateTime.compare(one, other) > 0;
