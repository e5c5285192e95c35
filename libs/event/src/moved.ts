import type { Event } from './event.entity.js';
import type { DatePlan, EventPlan } from './event-plan.js';
import { heldDates, zoned } from './times.js';

/** When the first sitting begins and ends: wall clock in the event's zone, `YYYY-MM-DDTHH:mm`. */
export interface Sitting {
  starts: string;
  ends: string;
}

/** What of an event hangs on its time. */
export type MovedParts = Required<Pick<EventPlan, 'dates' | 'items'>> &
  Pick<EventPlan, 'opensAt' | 'closesAt'>;

/**
 * An event's dates, items and registration window as they would be with the first sitting at another time. All
 * keep their distance from its beginning by the wall clock: what begins at ten begins at ten on the other side of
 * a clock change too. Dates that were cancelled are left out.
 */
export function moved(event: Event, to: Sitting): MovedParts {
  const dates = heldDates(event);
  const from = dates[0]?.startsLocal ?? to.starts;
  const distance = wall(from).until(wall(to.starts), { largestUnit: 'day' });
  const local = shift(from, to.starts);
  const moment = (at: Temporal.Instant | null) => {
    if (!at) return undefined;
    const there = at.toZonedDateTimeISO(event.timeZone).toPlainDateTime().add(distance);
    return there.toZonedDateTime(event.timeZone).toInstant();
  };
  const [first, ...others] = dates.map(
    (date): DatePlan => ({
      starts: local(date.startsLocal),
      ends: local(date.endsLocal),
      place: date.place,
      meetingPoint: date.meetingPoint,
      joiningLink: date.joiningLink ?? undefined,
    }),
  );
  return {
    dates: [{ ...first, ...to }, ...others],
    items: event.items.map((item) => ({
      starts: item.startsLocal ? local(item.startsLocal) : undefined,
      ends: item.endsLocal ? local(item.endsLocal) : undefined,
      title: item.title,
      speakers: item.speakers,
    })),
    opensAt: moment(event.opensAt),
    closesAt: moment(event.closesAt),
  };
}

/** Takes other wall clock times along when one goes from here to there. */
export function shift(from: string, to: string): (local: string) => string {
  const distance = wall(from).until(wall(to), { largestUnit: 'day' });
  return (local) => wall(local).add(distance).toString({ smallestUnit: 'minute' });
}

/**
 * The same weekday and hours in the week after this one, as a first guess for a copy; where no date is known,
 * today in a week from ten to twelve.
 */
export function nextSitting(event: Event, now: Temporal.Instant): Sitting {
  const today = now.toZonedDateTimeISO(event.timeZone).toPlainDate();
  const [first] = heldDates(event);
  if (!first) {
    const day = today.add({ weeks: 1 });
    return { starts: `${day}T10:00`, ends: `${day}T12:00` };
  }
  const from = wall(first.startsLocal).toPlainDate();
  const day = today.add({ days: from.dayOfWeek - today.dayOfWeek + 7 });
  const days = from.until(day).days;
  const local = (text: string) => wall(text).add({ days }).toString({ smallestUnit: 'minute' });
  return { starts: local(first.startsLocal), ends: local(first.endsLocal) };
}

/** Whether the sitting ends after it begins, as clocks really run. */
export function runsForward({ starts, ends }: Sitting, timeZone: string): boolean {
  return Temporal.ZonedDateTime.compare(zoned(starts, timeZone), zoned(ends, timeZone)) < 0;
}

const wall = (local: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(local);
