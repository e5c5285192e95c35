import { type FieldError, fieldErrors } from '#language';
import { newcomerSchema, type Registration } from '#registration';
import { fieldOf } from '../door/own-form.js';

export const PERSON_FIELDS = ['firstName', 'lastName', 'email', 'organization', 'language'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** A person as typed; a missing field is empty. */
export type PersonInput = Record<PersonField, string>;

export const readPerson = (body: unknown): PersonInput =>
  Object.fromEntries(PERSON_FIELDS.map((name) => [name, fieldOf(body, name)])) as PersonInput;

/** A registered person as the form shows them. */
export const personInput = (registration: Registration): PersonInput => ({
  firstName: registration.firstName,
  lastName: registration.lastName,
  email: registration.email,
  organization: registration.organization ?? '',
  language: registration.language,
});

const personSchema = newcomerSchema.pick({
  firstName: true,
  lastName: true,
  email: true,
  organization: true,
  language: true,
});

/** The person meant, or what is wrong. */
export function checkPerson({ firstName, lastName, email, organization, language }: PersonInput) {
  const read = personSchema.safeParse({ firstName, lastName, email, organization, language });
  return read.success
    ? { value: read.data, errors: undefined }
    : { value: undefined, errors: fieldErrors(read.error) as FieldError[] };
}
