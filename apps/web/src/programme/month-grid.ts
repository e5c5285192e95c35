/** What a calendar needs of a sitting; both ends on the same clock. */
export interface Span {
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
}

/** A sitting on one of its days: the first of one, the second of three. */
export type OnDay<Sitting extends Span> = Sitting & { day: number; days: number };

/** A square of the grid. */
export interface GridDay<Sitting extends Span> {
  date: Temporal.PlainDate;
  /** False for the days of the neighbouring months that fill the first and the last week; they stay empty. */
  inMonth: boolean;
  sittings: OnDay<Sitting>[];
}

/** A month as weeks from Monday to Sunday, each sitting on every day that it touches, in order of time. */
export function monthGrid<Sitting extends Span>(
  month: Temporal.PlainYearMonth,
  sittings: readonly Sitting[],
): GridDay<Sitting>[][] {
  const ordered = sittings.toSorted((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start));
  const first = month.toPlainDate({ day: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks = Math.ceil((first.dayOfWeek - 1 + month.daysInMonth) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = monday.add({ weeks: week, days: day });
      const inMonth = date.toPlainYearMonth().equals(month);
      return { date, inMonth, sittings: inMonth ? ordered.flatMap((sitting) => onDay(sitting, date)) : [] };
    }),
  );
}

function onDay<Sitting extends Span>(sitting: Sitting, date: Temporal.PlainDate): OnDay<Sitting>[] {
  const first = sitting.start.toPlainDate();
  const last = lastDay(sitting);
  if (Temporal.PlainDate.compare(date, first) < 0 || Temporal.PlainDate.compare(date, last) > 0) return [];
  return [{ ...sitting, day: first.until(date).days + 1, days: first.until(last).days + 1 }];
}

// What ends at midnight does not touch the day that begins then.
function lastDay({ start, end }: Span): Temporal.PlainDate {
  const last = end.subtract({ nanoseconds: 1 }).toPlainDate();
  const first = start.toPlainDate();
  return Temporal.PlainDate.compare(last, first) < 0 ? first : last;
}
