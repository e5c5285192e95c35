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
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  const people = indexes(body).map((index): PersonInput => {
    const fields = PERSON_FIELDS.map((field) => [field, text(fieldName(index, field))]);
    return { ...nobody(), ...Object.fromEntries(fields), ...readChoices(body, `people.${index}.`) };
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

/** Reads what one person chose from the fields whose names begin so. */
export function readChoices(body: Readonly<Record<string, unknown>>, prefix = ''): ChoicesInput {
  const several = (field: keyof ChoicesInput): string[] =>
    [body[`${prefix}${field}`] ?? []].flat().filter((value) => typeof value === 'string');
  return {
    sessions: several('sessions'),
    answers: readTyped(body, `${prefix}answers`),
    consents: several('consents'),
  };
}

// What was typed once need not be typed again (WCAG 3.3.7).
const colleagueOf = (person: PersonInput | undefined): PersonInput => ({
  ...nobody(),
  organization: person?.organization ?? '',
});

const FIELD = new RegExp(`^people\\.(\\d{1,3})\\.(?:${PERSON_FIELDS.join('|')})$`);

function indexes(body: Readonly<Record<string, unknown>>): number[] {
  const found = Object.keys(body).flatMap((name) => FIELD.exec(name)?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((a, b) => a - b);
}
