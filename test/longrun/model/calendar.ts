const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;

/** The same hour of the day so many days later (or earlier, where negative), or at that hour. */
export function days(from: number, by: number, at?: string): number {
  const day = local(from).add({ days: by });
  return (at ? day.withPlainTime(at) : day).epochMilliseconds;
}

/**
 * Until when an offer may be answered: the end of two working days counted from the moment the office is open
 * (Monday to Friday, 8 to 18 o'clock), at the latest the last moment it is open a day before the start; undefined in
 * the last two days, and where that is less than one working day.
 */
export function answerBy(now: number, start: number): number | undefined {
  if (now + 48 * HOUR >= start) return undefined;
  const end = Math.min(workingDays(now, 2), closing(start - 24 * HOUR));
  return workingDays(now, 1) > end ? undefined : end;
}

function workingDays(from: number, many: number): number {
  let day = opening(from);
  for (let left = many; left > 0; ) {
    day = days(day, 1);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}

/** When the office closes that is open then, or next. */
export const nextClosing = (at: number): number => days(opening(at), 0, '18:00');

// The moment itself while the office is open; else when it opens next.
function opening(at: number): number {
  const time = local(at).toPlainTime();
  if (isWeekend(at)) return opening(days(at, 1, '08:00'));
  if (isAfterHours(time)) return opening(days(at, 1, '08:00'));
  return Temporal.PlainTime.compare(time, '08:00') < 0 ? days(at, 0, '08:00') : at;
}

// The moment itself while the office is open; else when it last closed.
function closing(at: number): number {
  const time = local(at).toPlainTime();
  if (isWeekend(at) || Temporal.PlainTime.compare(time, '08:00') < 0) return closing(days(at, -1, '18:00'));
  return isAfterHours(time) ? days(at, 0, '18:00') : at;
}

const isAfterHours = (time: Temporal.PlainTime): boolean => Temporal.PlainTime.compare(time, '18:00') > 0;
const isWeekend = (at: number): boolean => local(at).dayOfWeek > 5;
const local = (at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
