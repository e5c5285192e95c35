import { z } from 'zod';
import { line } from '#database';
import { type FieldError, fieldErrors } from '#language';
import {
  type Contact,
  contactSchema,
  daySchema,
  type MemberFile,
  memberSchema,
  type NewContact,
} from '#member';
import { fieldOf } from '../door/own-form.js';

const MEMBER_FIELDS = ['name', 'kind', 'from', 'domains', 'postal', 'leitwegId'] as const;
export type MemberFormField = (typeof MEMBER_FIELDS)[number];

/** A member's form as typed; a missing field is empty. */
export type MemberFormInput = Record<MemberFormField, string>;

export const readMemberForm = (body: unknown): MemberFormInput =>
  Object.fromEntries(MEMBER_FIELDS.map((name) => [name, fieldOf(body, name)])) as MemberFormInput;

/** A member as its form shows it. */
export const memberInput = ({ member, domains }: MemberFile): MemberFormInput => ({
  name: member.name,
  kind: member.kind,
  from: '',
  domains: domains.join(', '),
  postal: member.postal ?? '',
  leitwegId: member.leitwegId ?? '',
});

const newMemberSchema = memberSchema.extend({ from: daySchema });

/** What was typed, understood; or what is wrong. */
export type Checked<T> = { value: T; errors?: undefined } | { value?: undefined; errors: FieldError[] };

export const checkNewMember = (input: MemberFormInput) => checked(newMemberSchema, input);

export const checkMember = ({ from: _, ...input }: MemberFormInput) => checked(memberSchema, input);

/** A day, as single forms send it. */
export const checkDay = (body: unknown) =>
  checked(z.object({ day: daySchema }), { day: fieldOf(body, 'day') });

const CONTACT_FIELDS = ['firstName', 'lastName', 'email', 'phone', 'language'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** A contact's form as typed. */
export type ContactInput = Record<ContactField, string> & { roles: string[] };

export function readContactForm(body: unknown): ContactInput {
  const texts = Object.fromEntries(CONTACT_FIELDS.map((name) => [name, fieldOf(body, name)]));
  const roles: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'roles') : [];
  return { ...(texts as Record<ContactField, string>), roles: [roles ?? []].flat().map(String) };
}

/** A contact as its form shows it. */
export const contactInput = (contact: Contact): ContactInput => ({
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  language: contact.language,
  roles: contact.roles,
});

/** Nobody yet. */
export const noContact = (): ContactInput => ({ ...readContactForm({}), language: 'de' });

/** The contact meant; an address or a phone number that is not given is removed. */
export function checkContact(input: ContactInput): Checked<Omit<NewContact, 'memberId'>> {
  const contact = checked(contactSchema, input);
  return contact.errors ? contact : { value: { email: undefined, phone: undefined, ...contact.value } };
}

const functionSchema = z.object({
  title: line(200),
  contactId: z.uuid().or(z.literal('')).refine(Boolean),
  from: daySchema,
});

/** Who shall hold which function from when. */
export const checkFunction = (body: unknown) =>
  checked(
    functionSchema,
    Object.fromEntries(['title', 'contactId', 'from'].map((name) => [name, fieldOf(body, name)])),
  );

function checked<T>(schema: z.ZodType<T>, given: unknown): Checked<T> {
  const read = schema.safeParse(given);
  if (read.success) return { value: read.data };
  // A list typed into one line is one field.
  return {
    errors: fieldErrors(read.error).map((error) => ({ ...error, field: error.field.split('.')[0]! })),
  };
}
