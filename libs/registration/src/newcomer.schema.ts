import { z } from 'zod';
import { addressSchema, line, optional } from '#database';
import type { Attendance } from '#event';
import { type Answers, answersSchema, asksAnything, type Form } from '#form';
import { LANGUAGES } from '#language';
import { overlapIn, type Session } from './sessions.js';

/** Limits that people can run into; each has a message. */
export const MOST_PEOPLE_AT_ONCE = 20;
const MOST_SESSIONS = 50;

const sessions = z
  .array(z.uuid({ error: 'error.session.unknown' }), { error: 'error.session.unknown' })
  .max(MOST_SESSIONS, { error: 'error.session.unknown' });
const answers = z.record(z.string(), z.unknown(), { error: 'register.answers.wrong' });
const consents = z.record(z.string(), z.boolean({ error: 'register.consents.wrong' }), {
  error: 'register.consents.wrong',
});

/** One person who asks for a place, as pages and programs send it. */
export const newcomerSchema = z.strictObject({
  firstName: line(100),
  lastName: line(100),
  email: addressSchema,
  organization: optional(line(200)),
  attendance: optional(z.enum(['onsite', 'online'])),
  language: optional(z.enum(LANGUAGES)),
  /** Ids of programme items. */
  sessions: sessions.optional(),
  /** By question id. */
  answers: answers.optional(),
  /** Yes or no by consent id; what is left out is not given. */
  consents: consents.optional(),
});

/** Several people in one form; copies of all mails can go to a second address. */
export const partySchema = z.strictObject({
  people: z.array(newcomerSchema).min(1).max(MOST_PEOPLE_AT_ONCE),
  copyTo: optional(addressSchema),
});

/** What one event asks beside who comes. */
export interface Choices {
  form: Form;
  sessions: readonly ChoosableSession[];
}

/** A session with its title as whoever chooses reads it. */
export type ChoosableSession = Pick<Session, 'id' | 'start' | 'end'> & { title: string };

/**
 * A person's choices at one event, checked: sessions that can be attended together, answers, consents. `before`: what
 * was answered already, which stays possible where choices are changed.
 */
export function choicesSchemaFor({ form, sessions }: Choices, before?: Answers) {
  return z.strictObject({
    sessions: sessionsSchema(sessions).optional(),
    // Where nothing is asked nothing was answered.
    answers: asksAnything(form)
      ? answersSchema(form, before)
      : answersSchema(form).transform(() => undefined),
    consents: consentsSchema(form).optional(),
  });
}

/** A newcomer at one event, as {@link newcomerSchema} and with the choices of {@link choicesSchemaFor}. */
export const newcomerSchemaFor = (asked: Choices) =>
  newcomerSchema.extend(choicesSchemaFor(asked).shape) as unknown as typeof newcomerSchema;

/**
 * A party at one event: with the choices that it asks for; `members` where it is for their people only. Without
 * `asked` sessions, answers and consents are not looked at.
 */
export function partySchemaFor(ways: readonly Attendance[], members?: readonly string[], asked?: Choices) {
  const choices = {
    ...(members && { organization: z.enum(members as string[], { error: 'error.registration.members' }) }),
    ...(ways.length > 1 && { attendance: attendanceSchema(ways) }),
  };
  const newcomer = asked ? newcomerSchemaFor(asked) : newcomerSchema;
  const person = newcomer.extend(choices) as unknown as typeof newcomerSchema;
  return partySchema.extend({ people: z.array(person).min(1).max(MOST_PEOPLE_AT_ONCE) });
}

/** The way of attending, where there is one to choose. */
export const attendanceSchema = (ways: readonly Attendance[]) =>
  z.enum(ways as Attendance[], {
    error: ({ input }) =>
      (input ?? '') === '' ? 'error.attendance.missing' : 'error.registration.attendance',
  });

function sessionsSchema(offered: readonly ChoosableSession[]) {
  const known = new Set(offered.map(({ id }) => id));
  return sessions.transform((given, { issues }) => {
    const complain = (key: string, values?: Record<string, string>) => {
      issues.push({ code: 'custom', params: { key, values }, input: given });
    };
    if (!given.every((id) => known.has(id))) complain('error.session.unknown');
    const [one, other] = overlapIn(offered, given) ?? [];
    if (one && other) complain('register.sessions.overlap', { one: one.title, other: other.title });
    return [...new Set(given)];
  });
}

// A wording replaced meanwhile must be read again first.
function consentsSchema({ consents: asked }: Form) {
  const known = new Set(asked.map(({ id }) => id));
  return consents.refine((given) => Object.keys(given).every((id) => known.has(id)), {
    error: 'form.consent.changed',
  });
}

export type NewcomerInput = z.infer<typeof newcomerSchema>;
export type PartyInput = z.infer<typeof partySchema>;
