import { type Rework, type Sitting, zoned } from '#event';
import type { FieldError } from '#language';
import { typedDay, typedHour } from './typed-time.js';

export const WINDOW_FIELDS = ['opens', 'opens.hour', 'closes', 'closes.hour'] as const;
type WindowInput = Readonly<Record<(typeof WINDOW_FIELDS)[number], string>>;

/** What the fields of the registration window say, or what is wrong with them. */
interface Window {
  wish: Pick<Rework, 'opensAt' | 'closesAt'>;
  errors: FieldError[];
}

interface WindowContext {
  timeZone: string;
  /** The fields before; what is still the same moves along with the event. */
  was: WindowInput;
  /** The event's only sitting, which registration cannot outlast. */
  sitting?: Sitting;
}

/** Reads the registration window; an empty field means what is usual. */
export function windowIn(input: WindowInput, { timeZone, was, sitting }: WindowContext): Window {
  const opensAt = momentIn(input.opens, input['opens.hour'], '00:00', timeZone);
  const closesAt = momentIn(input.closes, input['closes.hour'], '23:59', timeZone);
  const changed = (name: 'opens' | 'closes') =>
    input[name] !== was[name] || input[`${name}.hour`] !== was[`${name}.hour`];
  const end = sitting && zoned(sitting.ends, timeZone).toInstant();
  const errors: FieldError[] = [];
  if (opensAt === 'wrong') errors.push({ field: 'opens', key: 'planning.moment.wrong' });
  if (closesAt === 'wrong') errors.push({ field: 'closes', key: 'planning.moment.wrong' });
  else if (isAfter(opensAt, closesAt)) errors.push({ field: 'closes', key: 'planning.closes.before' });
  else if (changed('closes') && end && isAfter(closesAt, end)) {
    errors.push({ field: 'closes', key: 'planning.closes.after' });
  }
  return {
    wish: {
      opensAt: changed('opens') && opensAt !== 'wrong' ? opensAt : undefined,
      closesAt: changed('closes') && closesAt !== 'wrong' ? closesAt : undefined,
    },
    errors,
  };
}

/** A bound of the window as its two fields show it. */
export function typedBound<Name extends 'opens' | 'closes'>(
  name: Name,
  at: Temporal.Instant | null,
  timeZone: string,
) {
  const local = at?.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return {
    [name]: local?.toPlainDate().toString() ?? '',
    [`${name}.hour`]: local?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '',
  } as Record<Name | `${Name}.hour`, string>;
}

type Bound = Temporal.Instant | null | 'wrong';

function momentIn(day: string, hour: string, usualHour: string, timeZone: string): Bound {
  if (!day && !hour) return null;
  const [onDay, atHour] = [typedDay(day), hour ? typedHour(hour) : usualHour];
  return onDay && atHour ? zoned(`${onDay}T${atHour}`, timeZone).toInstant() : 'wrong';
}

const isAfter = (one: Bound, other: Bound): boolean =>
  one instanceof Temporal.Instant &&
  other instanceof Temporal.Instant &&
  Temporal.Instant.compare(one, other) >= 0;
