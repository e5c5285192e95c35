import type { Attendance, Event } from '#event';
import { type FieldError, fieldErrors } from '#language';
import { type NewcomerInput, newcomerSchemaFor } from '#registration';
import { chosen, type EventChoices, toBeChecked } from '../../registration/event-choices.js';
import { type ChoicesInput, readChoices } from '../../registration/registration-form.js';
import { fieldOf } from '../door/own-form.js';
import { type ActingInput, freshActing, readActing, reasonErrors } from './acting.js';
import { type PersonInput, readPerson } from './person-form.js';

/** The form as typed. */
export type BehalfInput = PersonInput &
  ChoicesInput &
  ActingInput & {
    /** Made with the form: sending it twice registers once. */
    submission: string;
    attendance: string;
    /** Where every seat is taken: `wait` in the line, or a seat `over` the capacity. */
    full: string;
    /** The next one is to be registered at once. */
    another: boolean;
  };

/** The form as it is opened. */
export const nobodyYet = (event: Event, submission: string): BehalfInput => ({
  ...readBehalf({}),
  ...freshActing(),
  submission,
  language: event.mainLanguage,
  full: 'wait',
});

export function readBehalf(body: Readonly<Record<string, unknown>>): BehalfInput {
  return {
    ...readPerson(body),
    ...readChoices(body),
    ...readActing(body),
    submission: fieldOf(body, 'submission'),
    attendance: fieldOf(body, 'attendance'),
    full: fieldOf(body, 'full') === 'over' ? 'over' : 'wait',
    another: body.another !== undefined,
  };
}

/** The person meant, or what is wrong. */
export function checkBehalf(
  input: BehalfInput,
  ways: readonly Attendance[],
  choices: EventChoices,
): { person?: NewcomerInput; errors: FieldError[] } {
  const { firstName, lastName, email, organization, language } = input;
  const attendance = ways.find((way) => way === input.attendance) ?? (ways.length > 1 ? undefined : ways[0]);
  const { consents: _, ...given } = chosen(choices, input);
  const read = newcomerSchemaFor(toBeChecked(choices)).safeParse({
    ...{ firstName, lastName, email, organization, language, attendance },
    ...given,
  });
  const unchosen = input.attendance ? 'error.registration.attendance' : 'error.attendance.missing';
  const errors: FieldError[] = [
    ...(read.success ? [] : fieldErrors(read.error).map(withoutIndex)),
    ...(attendance ? [] : [{ field: 'attendance', key: unchosen } as const]),
    ...reasonErrors(input, input.full === 'over'),
  ];
  return errors.length === 0 && read.success ? { person: read.data, errors } : { errors };
}

// A list of checkboxes is one field.
const withoutIndex = (error: FieldError): FieldError =>
  error.field.startsWith('sessions') ? { ...error, field: 'sessions' } : error;
