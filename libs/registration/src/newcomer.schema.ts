import { z } from 'zod';
import { addressSchema, line, optional } from '#database';
import type { Attendance } from '#event';
import { LANGUAGES } from '#language';

/** Limits that people can run into; each has a message. */
export const MOST_PEOPLE_AT_ONCE = 20;

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
