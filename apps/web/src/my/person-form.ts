import type { z } from 'zod';
import { type FieldError, fieldErrors } from '#language';
import { type Contact, contactSchema } from '#member';

/** What a coordinator may say about a person; who has which role the office decides. */
const personSchema = contactSchema.omit({ roles: true });

export const PERSON_FIELDS = ['firstName', 'lastName', 'email', 'phone', 'language'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** The form as typed; a missing field is empty. */
export type PersonInput = Record<PersonField, string>;

/** A person as understood; an address or a phone number that is not given is removed. */
export type Person = Omit<z.output<typeof personSchema>, 'roles'>;

/** Reads the fields; nothing is checked here, so that everything typed comes back to the page. */
export function readPerson(body: unknown): PersonInput {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return Object.fromEntries(PERSON_FIELDS.map((field) => [field, text(given[field])])) as PersonInput;
}

/** A contact as the form shows it. */
export const personInput = ({ firstName, lastName, email, phone, language }: Contact): PersonInput => ({
  firstName,
  lastName,
  email: email ?? '',
  phone: phone ?? '',
  language,
});

/** The person meant, or what is wrong; who has a page of their own cannot do without an address. */
export function checkPerson(
  input: PersonInput,
  { isOwn }: { isOwn: boolean },
): { person: Person; errors?: undefined } | { person?: undefined; errors: FieldError[] } {
  const read = personSchema.safeParse(input);
  const errors = read.success ? [] : fieldErrors(read.error);
  if (isOwn && !input.email.trim()) errors.push({ field: 'email', key: 'field.required' });
  if (!read.success || errors.length > 0) return { errors };
  const { firstName, lastName, email, phone, language } = read.data;
  return { person: { firstName, lastName, email, phone, language } };
}
