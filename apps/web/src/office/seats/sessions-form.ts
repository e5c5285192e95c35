import type { Event } from '#event';
import type { FieldError } from '#language';
import type { Session, SessionsInput } from '#registration';
import { numberIn, readTicks, readTyped, type Typed, ticksOf } from './typed.js';

/** The name under which the items are ticked that people choose. */
export const SESSION = 'session';

export const seatsField = (itemId: string): string => `seats.${itemId}`;

/** The sessions as their form shows them. */
export const typedSessions = (sessions: readonly Session[]): Typed => ({
  [SESSION]: sessions.map(({ id }) => id).join(' '),
  ...Object.fromEntries(sessions.map(({ id, capacity }) => [seatsField(id), String(capacity ?? '')])),
});

export const readSessions = (body: unknown, { items }: Event): Typed => ({
  ...readTyped(
    body,
    items.map(({ id }) => seatsField(id)),
  ),
  [SESSION]: readTicks(body, SESSION),
});

/** What a form says, for the rules to check. */
export const sessionsIn = (typed: Typed): SessionsInput =>
  ticksOf(typed, SESSION).map((itemId) => ({ itemId, capacity: numberIn(typed[seatsField(itemId)]) }));

/** What is wrong, at the form's own fields. */
export function atSessionFields(typed: Typed, errors: readonly FieldError[]): FieldError[] {
  const ticked = ticksOf(typed, SESSION);
  return errors.map((error) => ({
    ...error,
    field: seatsField(ticked[Number.parseInt(error.field, 10)] ?? ''),
  }));
}
