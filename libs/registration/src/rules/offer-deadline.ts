const OFFICE_OPENS = Temporal.PlainTime.from('08:00');
const OFFICE_CLOSES = Temporal.PlainTime.from('18:00');

/** In the last two days nobody can be asked and answer in time. */
const NO_OFFERS_IN_THE_LAST = Temporal.Duration.from({ hours: 48 });

/**
 * Until when an offer made now can be taken: two working days, and never into the night or the weekend; at the
 * latest 24 hours before the start. Undefined in the last 48 hours, when seats are given at once instead.
 */
export function offerDeadline(
  now: Temporal.ZonedDateTime,
  start: Temporal.ZonedDateTime | undefined,
): Temporal.Instant | undefined {
  if (start && Temporal.ZonedDateTime.compare(now.add(NO_OFFERS_IN_THE_LAST), start) >= 0) return undefined;
  const deadline = inOfficeHours(twoWorkingDaysLater(now));
  const latest = start?.subtract({ hours: 24 });
  const end = latest && Temporal.ZonedDateTime.compare(deadline, latest) > 0 ? latest : deadline;
  return end.toInstant();
}

// Counted from the next moment the office is open: who is asked on a Saturday has all of Monday and Tuesday.
function twoWorkingDaysLater(now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let day = inOfficeHours(now);
  for (let worked = 0; worked < 2; ) {
    day = day.add({ days: 1 });
    if (isWorkday(day)) worked += 1;
  }
  return day;
}

function inOfficeHours(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let day = at;
  if (Temporal.PlainTime.compare(at.toPlainTime(), OFFICE_CLOSES) > 0)
    day = at.add({ days: 1 }).withPlainTime(OFFICE_OPENS);
  else if (Temporal.PlainTime.compare(at.toPlainTime(), OFFICE_OPENS) < 0)
    day = at.withPlainTime(OFFICE_OPENS);
  while (!isWorkday(day)) day = day.add({ days: 1 }).withPlainTime(OFFICE_OPENS);
  return day;
}

const isWorkday = (day: Temporal.ZonedDateTime): boolean => day.dayOfWeek <= 5;
