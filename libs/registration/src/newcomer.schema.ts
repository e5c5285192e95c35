import { z } from 'zod';
import { cleanLine } from '#database';
import type { Attendance } from '#event';
import { LANGUAGES } from '#language';

/** Limits that people can run into; each has a message. */
export const MOST_PEOPLE_AT_ONCE = 20;

// What an address may not contain is what would need quoting; everything else, umlauts too, is the mail server's
// to judge. The length is that of RFC 5321, 4.5.3.1.
const ADDRESS = /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\].]+(\.[^\s@"<>(),;:\\[\].]+)+$/u;

export const addressSchema = z.string().overwrite(cleanLine).min(1).max(254).regex(ADDRESS);

const line = (most: number) => z.string().overwrite(cleanLine).min(1).max(most);

/** A text that may be left out; a form sends it empty. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && cleanLine(value) === '' ? undefined : value),
    schema.optional(),
  );

/** One person who asks for a place, as pages and programs send it. */
export const newcomerSchema = z.strictObject({
  firstName: line(100),
  lastName: line(100),
  email: addressSchema,
  organization: optional(line(200)),
  attendance: optional(z.enum(['onsite', 'online'])),
  language: optional(z.enum(LANGUAGES)),
});

/** Several people in one form; copies of all mails can go to a second address. */
export const partySchema = z.strictObject({
  people: z.array(newcomerSchema).min(1).max(MOST_PEOPLE_AT_ONCE),
  copyTo: optional(addressSchema),
});

/** The same for one event: with the choices that it asks for; `members` where it is for their people only. */
export function partySchemaFor(ways: readonly Attendance[], members?: readonly string[]) {
  const choices = {
    ...(members && { organization: z.enum(members as string[], { error: 'error.registration.members' }) }),
    ...(ways.length > 1 && {
      attendance: z.enum(ways as Attendance[], { error: 'error.registration.attendance' }),
    }),
  };
  const person = newcomerSchema.extend(choices) as unknown as typeof newcomerSchema;
  return partySchema.extend({ people: z.array(person).min(1).max(MOST_PEOPLE_AT_ONCE) });
}

export type NewcomerInput = z.infer<typeof newcomerSchema>;
export type PartyInput = z.infer<typeof partySchema>;
