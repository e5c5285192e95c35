import { z } from 'zod';
import { AUDIENCES, EVENT_KINDS, EVENT_STATUSES, FORMATS, OUR_ROLES } from '#event';
import { LANGUAGES } from '#language';
import { consentSchema, questionSchema, sessionSchema } from './choices.schema.js';

const moment = (description: string, example = '2027-02-18T10:00:00+01:00') =>
  z.string().meta({ description, format: 'date-time', examples: [example] });

const seats = z
  .object({
    capacity: z
      .int()
      .nullable()
      .meta({ description: 'null: no limit.', examples: [40] }),
    free: z
      .int()
      .nullable()
      .meta({ description: 'null: no limit.', examples: [12] }),
  })
  .meta({ id: 'Seats' });

const registration = z
  .object({
    state: z.enum(['open', 'upcoming', 'late', 'closed', 'none']).meta({
      description:
        'late: registration has closed, but until the start one can still ask; registering then makes a request that the office decides. none: one cannot register here, for example for an event of somebody else.',
    }),
    opensAt: moment('When it opens or opened.', '2027-01-07T09:00:00+01:00').optional(),
    closesAt: moment('When it closes or closed.', '2027-02-11T12:00:00+01:00').optional(),
  })
  .meta({ id: 'RegistrationWindow' });

/** An event as it stands in a list. */
export const listedEventSchema = z
  .object({
    slug: z
      .string()
      .meta({ description: 'Its address; never changes.', examples: ['heat-in-the-city-2027'] }),
    kind: z.enum(EVENT_KINDS),
    status: z.enum(EVENT_STATUSES.filter((status) => status !== 'draft')),
    title: z.string().meta({ examples: ['Heat in the city'] }),
    startsAt: moment('Start of the first date that takes place; left out without a date.').optional(),
    endsAt: moment('End of the last date that takes place.', '2027-02-18T16:30:00+01:00').optional(),
    timeZone: z.string().meta({ description: 'IANA zone of all its times.', examples: ['Europe/Berlin'] }),
    format: z.enum(FORMATS).nullable().meta({ description: 'null: not decided yet.' }),
    registration,
    seats: z.object({
      onsite: seats.optional().meta({ description: 'Only if one can attend on site.' }),
      online: seats.optional().meta({ description: 'Only if one can attend online.' }),
      waiting: z.int().meta({ description: 'How many people wait for a seat.', examples: [0] }),
    }),
  })
  .meta({ id: 'ListedEvent' });

const speaker = z.object({
  name: z.string().meta({ examples: ['Miriam Ostrowski'] }),
  function: z
    .string()
    .optional()
    .meta({ examples: ['Climate officer'] }),
});

/** An event with everything that the public may know. */
export const eventSchema = listedEventSchema
  .extend({
    audience: z.enum(AUDIENCES).meta({ description: 'Who may register.' }),
    mainLanguage: z.enum(LANGUAGES).meta({
      description: 'The language that texts are in which do not exist in the one asked for.',
    }),
    summary: z.string(),
    description: z.string(),
    announced: z
      .object({ from: z.string().optional(), until: z.string().optional(), text: z.string() })
      .optional()
      .meta({ description: 'A save the date: first and last possible day, and how people say it.' }),
    dates: z.array(
      z.object({
        startsAt: moment('Start.'),
        endsAt: moment('End.', '2027-02-18T16:30:00+01:00'),
        status: z.enum(['planned', 'cancelled']),
        place: z
          .string()
          .optional()
          .meta({ examples: ['Town hall, room 114'] }),
        meetingPoint: z.string().optional(),
      }),
    ),
    items: z.array(
      z.object({
        startsAt: moment('Start; left out where the hour is open.').optional(),
        endsAt: moment('End.', '2027-02-18T11:00:00+01:00').optional(),
        title: z.string(),
        speakers: z.array(speaker),
      }),
    ),
    sessions: z.array(sessionSchema).meta({ description: 'Items with seats of their own, to be chosen.' }),
    questions: z
      .array(questionSchema)
      .meta({ description: 'Asked of everybody who registers, in this order.' }),
    consents: z.array(consentSchema).meta({ description: 'Asked of everybody, and never a condition.' }),
    hosts: z.array(z.object({ name: z.string(), link: z.string().optional() })),
    speakers: z.array(speaker),
    ourRole: z.enum(OUR_ROLES).optional().meta({ description: 'What we do at an event of somebody else.' }),
    link: z.string().optional().meta({ description: 'The page of its organizer, where one registers.' }),
    page: z.string().meta({
      description: 'Its page here.',
      examples: ['https://plenum.example/events/heat-in-the-city-2027'],
    }),
    calendar: z.string().meta({
      description: 'Its dates as iCalendar.',
      examples: ['https://plenum.example/events/heat-in-the-city-2027.ics'],
    }),
  })
  .meta({ id: 'Event' });

export const programmePageSchema = z
  .object({
    items: z.array(listedEventSchema),
    nextCursor: z.string().optional().meta({ description: 'Left out on the last page.' }),
  })
  .meta({ id: 'ProgrammePage' });

export type ListedEvent = z.infer<typeof listedEventSchema>;
export type ShownEvent = z.infer<typeof eventSchema>;
export type ProgrammePage = z.infer<typeof programmePageSchema>;
