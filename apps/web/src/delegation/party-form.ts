import { randomUUID } from 'node:crypto';
import { type DelegationParty, delegationPartySchema, MOST_SEATS_AT_ONCE } from '#delegation';
import { type FieldError, fieldErrors } from '#language';

export const COLLEAGUE_FIELDS = ['firstName', 'lastName', 'email'] as const;
export type ColleagueField = (typeof COLLEAGUE_FIELDS)[number];

/** One person as typed, not yet checked. */
export type ColleagueInput = Record<ColleagueField, string>;

/** The form of a delegation as typed, and what the button asked for. */
export interface PartyInput {
  /** Made with the form: sending it twice registers once. */
  submission: string;
  people: ColleagueInput[];
  unnamed: string;
  together: boolean;
  attendance: string;
  wish: 'register' | 'add' | 'remove';
}

/** The name of a person's field in the form: `people.0.firstName`. */
export const fieldName = (index: number, field: ColleagueField): string => `people.${index}.${field}`;

/** The form before anybody typed. */
export const freshParty = (): PartyInput => ({
  submission: randomUUID(),
  people: [noColleague()],
  unnamed: '0',
  together: false,
  attendance: '',
  wish: 'register',
});

/**
 * Reads the flat fields; nothing is checked here, so that everything typed comes back to the page. A person of whom
 * nothing was typed is nobody.
 */
export function readPartyForm(body: unknown): PartyInput {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const removed = given.remove === undefined ? undefined : Number(text('remove'));
  const people = indexes(given).flatMap((index) => {
    const person = Object.fromEntries(
      COLLEAGUE_FIELDS.map((field) => [field, text(fieldName(index, field))]),
    ) as ColleagueInput;
    return index === removed || isNobody(person) ? [] : [person];
  });
  const wish = given.add !== undefined ? 'add' : removed !== undefined ? 'remove' : 'register';
  return {
    submission: text('submission') || randomUUID(),
    people: wish === 'add' ? [...people, noColleague()] : people,
    unnamed: text('unnamed'),
    together: text('together') === 'together',
    attendance: text('attendance'),
    wish,
  };
}

/** The party meant, or what is wrong; `choosesAttendance` where there is more than one way. */
export function checkParty(
  { people, unnamed, together, attendance }: PartyInput,
  { choosesAttendance }: { choosesAttendance: boolean },
): { party: DelegationParty; errors?: undefined } | { party?: undefined; errors: FieldError[] } {
  const read = delegationPartySchema.safeParse({ people, unnamed, together, attendance });
  const errors = read.success ? [] : fieldErrors(read.error);
  if (choosesAttendance && !attendance) errors.push({ field: 'attendance', key: 'error.attendance.missing' });
  return read.success && errors.length === 0 ? { party: read.data } : { errors };
}

export const noColleague = (): ColleagueInput => ({ firstName: '', lastName: '', email: '' });

const isNobody = (person: ColleagueInput): boolean =>
  COLLEAGUE_FIELDS.every((field) => person[field].trim() === '');

const FIELD = new RegExp(`^people\\.(\\d{1,3})\\.(?:${COLLEAGUE_FIELDS.join('|')})$`);

// Some more than can be registered, so that whoever typed too many reads it and has nothing to type again.
function indexes(body: Readonly<Record<string, unknown>>): number[] {
  const found = Object.keys(body).flatMap((name) => FIELD.exec(name)?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((a, b) => a - b).slice(0, 2 * MOST_SEATS_AT_ONCE);
}
