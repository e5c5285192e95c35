import { z } from 'zod';
import { addressSchema, line, optional } from '#database';
import { LANGUAGES } from '#language';

/** Limits that people can run into; each has a message. */
export const MOST_PEOPLE_AT_ONCE = 20;

/** One person who asks for a place, as pages and programs send it. */
export const newcomerSchema = z.strictObject({
  email: addressSchema,
  firstName: line(100),
  lastName: line(100),
  organization: optional(line(200)),
  attendance: optional(z.enum(['onsite', 'online'])),
  language: optional(z.enum(LANGUAGES)),
});

/** Several people in one form; copies of all mails can go to a second address. */
export const partySchema = z.strictObject({
  people: z.array(newcomerSchema).min(1).max(MOST_PEOPLE_AT_ONCE),
  copyTo: optional(addressSchema),
});

export type NewcomerInput = z.infer<typeof newcomerSchema>;
export type PartyInput = z.infer<typeof partySchema>;
