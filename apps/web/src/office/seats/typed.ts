import { fieldOf } from '../door/own-form.js';
import { typedDay, typedHour } from '../planning/typed-time.js';

/** A form as typed, field by field; several ticks under one name are joined by blanks. */
export type Typed = Readonly<Record<string, string>>;

/** Reads these fields; nothing is checked here, so that everything typed comes back to the page. */
export const readTyped = (body: unknown, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, fieldOf(body, name)]));

/** What was ticked under a name, joined by blanks. */
export function readTicks(body: unknown, name: string): string {
  const ticked: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return [ticked].flat().filter(Boolean).join(' ');
}

export const ticksOf = (typed: Typed, name: string): string[] =>
  (typed[name] ?? '').split(' ').filter(Boolean);

/** A whole number, or null for an empty field; what is none stays so for the rules to refuse. */
export function numberIn(text = ''): number | null {
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** The fields in which a moment is typed: its day, and the hour beside it. */
export const hourOf = (name: string): string => `${name}.hour`;

/** A moment as its two fields show it. */
export function typedMoment(name: string, at: Temporal.Instant | null, timeZone: string): Typed {
  const local = at?.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return {
    [name]: local?.toPlainDate().toString() ?? '',
    [hourOf(name)]: local?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '',
  };
}

/** The moment typed in two fields, null where both are empty; what is none stays so for the rules to refuse. */
export function momentIn(typed: Typed, name: string, given: { timeZone: string; hour: string }) {
  const [day = '', hour = ''] = [typed[name], typed[hourOf(name)]];
  if (!day && !hour) return null;
  const [onDay, atHour] = [typedDay(day), hour ? typedHour(hour) : given.hour];
  if (!onDay || !atHour) return NO_MOMENT;
  return Temporal.PlainDateTime.from(`${onDay}T${atHour}`).toZonedDateTime(given.timeZone).toInstant();
}

// The rules say at which field it is no moment.
const NO_MOMENT = 'none' as unknown as Temporal.Instant;
