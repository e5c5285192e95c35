import { z } from 'zod';
import { CONSENT_PURPOSES, QUESTION_KINDS } from '#form';

const id = (what: string) =>
  z.string().meta({ description: what, examples: ['0198c0de-0000-7000-8000-000000000001'] });

/** A point of the programme that people choose when they register. */
export const sessionSchema = z
  .object({
    id: id('Goes into sessions when somebody registers.'),
    title: z.string().meta({ examples: ['Walk through the old town'] }),
    startsAt: z
      .string()
      .optional()
      .meta({ format: 'date-time', description: 'Left out where the hour is open.' }),
    endsAt: z.string().optional().meta({ format: 'date-time' }),
    capacity: z
      .int()
      .nullable()
      .meta({ description: 'null: as many as there are seats.', examples: [20] }),
    free: z
      .int()
      .nullable()
      .meta({ description: 'null: no limit of its own.', examples: [3] }),
  })
  .meta({ id: 'Session' });

const option = z.object({
  id: id('The answer, or one of several.'),
  label: z.string().meta({ examples: ['Vegetarian'] }),
  capacity: z.int().optional().meta({ description: 'How many people can choose it; left out: any number.' }),
  free: z.int().optional(),
});

/** What the event asks of everybody who registers. */
export const questionSchema = z
  .object({
    id: id('The key in answers when somebody registers.'),
    kind: z.enum(QUESTION_KINDS).meta({
      description:
        'How it is answered: short and long with a text, single with the id of an option, multiple with a list of them, yesNo with true or false, number with a number, date with a day such as 2027-02-18.',
    }),
    label: z.string().meta({ examples: ['What would you like to eat?'] }),
    help: z.string().optional(),
    required: z.boolean().meta({ description: 'Only while it is asked; see shownWhen.' }),
    sensitive: z.boolean().meta({
      description: 'Voluntary, seen by few and deleted early: say so to whoever answers (GDPR, Art. 9).',
    }),
    options: z.array(option).optional(),
    shownWhen: z
      .object({ question: z.string(), is: z.union([z.string(), z.boolean()]) })
      .optional()
      .meta({ description: 'Asked only of those who answered another question so.' }),
    least: z.number().optional(),
    most: z.number().optional(),
  })
  .meta({ id: 'Question' });

/** Something to agree to, each by itself. */
export const consentSchema = z
  .object({
    id: id('The key in consents when somebody registers.'),
    purpose: z.enum(CONSENT_PURPOSES),
    text: z.string().meta({ description: 'To be shown word for word beside a box that is not ticked.' }),
  })
  .meta({ id: 'Consent' });

export type ShownSession = z.infer<typeof sessionSchema>;
export type ShownQuestion = z.infer<typeof questionSchema>;
export type ShownConsent = z.infer<typeof consentSchema>;
