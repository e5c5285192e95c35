import { randomUUID } from 'node:crypto';
import { readTyped, type Typed } from '#form';

/** The fields of one person, by the names that services and the API use. */
export const PERSON_FIELDS = ['firstName', 'lastName', 'email', 'organization', 'attendance'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** What somebody chose as it was sent, not yet checked. */
export interface ChoicesInput {
  /** Ids of programme items. */
  sessions: string[];
  answers: Typed;
  /** Ids of the consents that were ticked. */
  consents: string[];
}

/** One person as typed, not yet checked; a missing field is empty. */
export type PersonInput = Record<PersonField, string> & ChoicesInput;

/** The form as typed, and what the button asked for. */
export interface RegistrationInput {
  /** Made with the form: sending it twice registers once. */
  submission: string;
  people: PersonInput[];
  copyTo: string;
  /** What was written into the field that people never see. */
  trap: string;
  wish: 'register' | 'add' | 'remove';
}

/** The name of a person's field in the form: `people.0.firstName`. */
export const fieldName = (index: number, field: PersonField): string => `people.${index}.${field}`;

/** The field that people never see; a program that fills in forms does not know better. */
export const TRAP = 'homepage';

/** A person not yet typed. */
export const nobody = (): PersonInput => ({
  firstName: '',
  lastName: '',
  email: '',
  organization: '',
  attendance: '',
  sessions: [],
  answers: {},
  consents: [],
});

/**
 * Reads the flat fields of the form. `add` appends a colleague of the last person, `remove` takes one out (never the last);
 * nothing is checked here, so that everything typed comes back to the page.
 */
export function readRegistrationForm(body: Readonly<Record<string, unknown>>): RegistrationInput {
  const text = (name: string): string => textOf(body[name]);
  const people = peopleIn(body).map((fields): PersonInput => {
    const lines = PERSON_FIELDS.map((field) => [field, textOf(fields[field])]);
    return { ...nobody(), ...Object.fromEntries(lines), ...readChoices(fields) };
  });
  const removed = body.remove === undefined ? undefined : Number(text('remove'));
  const remaining = people.filter((_, index) => index !== removed || people.length === 1);
  const wish = body.add !== undefined ? 'add' : removed !== undefined ? 'remove' : 'register';
  return {
    // Without one, two people who typed the same would share one answer.
    submission: text('submission') || randomUUID(),
    people:
      wish === 'add' || remaining.length === 0 ? [...remaining, colleagueOf(remaining.at(-1))] : remaining,
    copyTo: text('copyTo'),
    trap: text(TRAP),
    wish,
  };
}

/** Reads what one person chose. */
export function readChoices(fields: Readonly<Record<string, unknown>>): ChoicesInput {
  const several = (field: keyof ChoicesInput): string[] =>
    [fields[field] ?? []].flat().filter((value) => typeof value === 'string');
  return {
    sessions: several('sessions'),
    answers: readTyped(fields, 'answers'),
    consents: several('consents'),
  };
}

// What was typed once need not be typed again (WCAG 3.3.7).
const colleagueOf = (person: PersonInput | undefined): PersonInput => ({
  ...nobody(),
  organization: person?.organization ?? '',
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const FIELD = /^people\.(\d{1,3})\.(.+)$/;

/** The fields of each person in order, without whose they are; each field is looked at once, however many there are. */
function peopleIn(body: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const found = Object.entries(body).flatMap(([name, value]) => {
    const [, index, field = ''] = FIELD.exec(name) ?? [];
    return index === undefined ? [] : [{ index: Number(index), field, value }];
  });
  return [...Map.groupBy(found, ({ index }) => index)]
    .sort(([one], [other]) => one - other)
    .map(([, fields]) => Object.fromEntries(fields.map(({ field, value }) => [field, value])))
    .filter((fields) => PERSON_FIELDS.some((field) => field in fields));
}
