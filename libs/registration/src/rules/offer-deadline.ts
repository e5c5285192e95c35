const OFFICE_OPENS = Temporal.PlainTime.from('08:00');
const OFFICE_CLOSES = Temporal.PlainTime.from('18:00');
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

function nextOfficeHour(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const time = at.toPlainTime();
  let day = at;
  if (Temporal.PlainTime.compare(time, OFFICE_CLOSES) > 0) day = opening(at.add({ days: 1 }));
  else if (Temporal.PlainTime.compare(time, OFFICE_OPENS) < 0) day = opening(at);
  while (!isWorkday(day)) day = opening(day.add({ days: 1 }));
  return day;
}

function lastOfficeHour(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const time = at.toPlainTime();
  let day = at;
  if (Temporal.PlainTime.compare(time, OFFICE_OPENS) < 0) day = closing(at.subtract({ days: 1 }));
  else if (Temporal.PlainTime.compare(time, OFFICE_CLOSES) > 0) day = closing(at);
  while (!isWorkday(day)) day = closing(day.subtract({ days: 1 }));
  return day;
}

const opening = (day: Temporal.ZonedDateTime) => day.withPlainTime(OFFICE_OPENS);

const closing = (day: Temporal.ZonedDateTime) => day.withPlainTime(OFFICE_CLOSES);

const isWorkday = (day: Temporal.ZonedDateTime): boolean => day.dayOfWeek <= 5;

const isAfter = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): boolean =>
  Temporal.ZonedDateTime.compare(one, other) > 0;
