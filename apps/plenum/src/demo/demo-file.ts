import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#config';
import { EVENT_KINDS, EVENT_STATUSES, FORMATS, OUR_ROLES } from '#event';
import { CONSENT_PURPOSES, QUESTION_KINDS } from '#form';
import { LINE_ORDERS, PROMOTIONS } from '#registration';

/** The demo's programme as kept in `config/demo/programme.json`: the forum's years 2021 and 2022, and invented events ahead. */
export function readDemoFile(): DemoFile {
  return demoFile.parse(JSON.parse(readFileSync(join(projectRoot, 'config/demo/programme.json'), 'utf8')));
}

const texts = z.strictObject({ de: z.string(), en: z.string(), fr: z.string() });

const seats = z.strictObject({
  onsite: z.number().nullable().optional(),
  online: z.number().nullable().optional(),
});

const hours = { from: z.string(), to: z.string() };

/** A day of the past, or one counted in weeks from the week of the start; 1 is Monday. */
const date = z.union([
  z.strictObject({ day: z.string(), ...hours }),
  z.strictObject({ weeks: z.number(), weekday: z.number().min(1).max(7), ...hours }),
]);

/** A point of the programme; one with seats is a session that people choose. */
const item = z.strictObject({ title: texts, ...hours, seats: z.number().optional() });

const form = z.strictObject({
  questions: z.array(
    z.strictObject({
      kind: z.enum(QUESTION_KINDS),
      label: texts,
      help: texts.optional(),
      required: z.boolean().default(false),
      sensitive: z.boolean().default(false),
      options: z.array(z.strictObject({ label: texts, limit: z.number().optional() })).default([]),
      /** What people answer in turn; a number is the place of an option, null no answer. */
      said: z.array(z.union([z.number(), z.string(), z.boolean(), z.null()])),
    }),
  ),
  consents: z.array(z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), text: texts })).default([]),
  /** Who agrees in turn, to everything that is asked. */
  agreedInTurn: z.array(z.boolean()).default([false]),
});

const rules = z.strictObject({
  approval: z.boolean().optional(),
  promotion: z.enum(PROMOTIONS).optional(),
  lineOrder: z.enum(LINE_ORDERS).optional(),
  minimum: z.strictObject({ people: z.number(), weeksBefore: z.number() }).optional(),
  contingents: z
    .strictObject({ guaranteed: z.number(), cap: z.number(), weeksBefore: z.number() })
    .optional(),
});

const event = z.strictObject({
  slug: z.string(),
  kind: z.enum(EVENT_KINDS),
  status: z.enum(EVENT_STATUSES).default('published'),
  title: texts,
  summary: texts.optional(),
  description: texts.optional(),
  hosts: z.array(z.string()),
  audience: z.enum(['public', 'members', 'invited']).default('public'),
  format: z.enum(FORMATS).optional(),
  dates: z.array(date).default([]),
  place: texts.optional(),
  meetingPoint: texts.optional(),
  joiningLink: z.string().optional(),
  speakers: z.array(z.strictObject({ name: z.string(), function: texts })).optional(),
  items: z.array(z.union([item, texts])).optional(),
  /** The places of the sessions that people choose in turn, among the sessions. */
  sessionsInTurn: z.array(z.number()).default([]),
  form: form.optional(),
  rules: rules.optional(),
  ourRole: z.enum(OUR_ROLES).optional(),
  link: z.string().optional(),
  announced: z.strictObject({ from: z.string(), until: z.string() }).optional(),
  /** First and last month of a save-the-date, counted from this one. */
  announcedInMonths: z.tuple([z.number(), z.number()]).optional(),
  opensInWeeks: z.number().optional(),
  seats: seats.optional(),
  /** Who came, as the forum reported it. */
  attended: z.strictObject({ people: z.number(), organizations: z.number() }).optional(),
  /** How many invented people register. */
  people: z.number().optional(),
  /** Or one from each of these cities, in this order. */
  peopleFrom: z.array(z.string()).optional(),
  /** When they register, if not three weeks ago. */
  askedDaysAgo: z.number().optional(),
  /** What the office has decided of their requests, in the order they came; of who was admitted some have withdrawn today. */
  decided: z
    .strictObject({
      admitted: z.number(),
      declined: z.number(),
      reason: z.string(),
      withdrawn: z.number(),
    })
    .optional(),
  /** Who is registered by the coordinators of their members, and seats without a name. */
  delegations: z
    .array(z.strictObject({ member: z.string(), people: z.number(), unnamed: z.number() }))
    .default([]),
  /** All members are invited, and so many of them answer; the others keep silent. */
  replies: z.strictObject({ coming: z.number(), declined: z.number(), substitutes: z.number() }).optional(),
});

const demoFile = z.strictObject({
  members: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['city', 'district', 'organization']),
      from: z.string(),
      until: z.string().optional(),
    }),
  ),
  past: z.array(event),
  upcoming: z.array(event),
});

export type DemoFile = z.infer<typeof demoFile>;
export type DemoEvent = z.infer<typeof event>;
