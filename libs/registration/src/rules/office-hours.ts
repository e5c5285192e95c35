/** Offices read their mail between these. */
const OFFICE_OPENS = Temporal.PlainTime.from('08:00');
export const OFFICE_CLOSES = Temporal.PlainTime.from('18:00');

/** The first moment from then on at which an office is open. */
export function nextOfficeHour(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const time = at.toPlainTime();
  let day = at;
  if (Temporal.PlainTime.compare(time, OFFICE_CLOSES) > 0) day = opening(at.add({ days: 1 }));
  else if (Temporal.PlainTime.compare(time, OFFICE_OPENS) < 0) day = opening(at);
  while (!isWorkday(day)) day = opening(day.add({ days: 1 }));
  return day;
}

/** The last moment until then at which one is. */
export function lastOfficeHour(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const time = at.toPlainTime();
  let day = at;
  if (Temporal.PlainTime.compare(time, OFFICE_OPENS) < 0) day = closing(at.subtract({ days: 1 }));
  else if (Temporal.PlainTime.compare(time, OFFICE_CLOSES) > 0) day = closing(at);
  while (!isWorkday(day)) day = closing(day.subtract({ days: 1 }));
  return day;
}

/** When the office closes that is open then, or next. */
export const nextClosing = (at: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  closing(nextOfficeHour(at));

const opening = (day: Temporal.ZonedDateTime) => day.withPlainTime(OFFICE_OPENS);

const closing = (day: Temporal.ZonedDateTime) => day.withPlainTime(OFFICE_CLOSES);

/** Holidays are not known. */
export const isWorkday = (day: Temporal.ZonedDateTime): boolean => day.dayOfWeek <= 5;
