import { z } from 'zod';
import { type NewcomerInput, newcomerSchema } from '#registration';

/** Who registers; the same checks as on the pages. */
export const newcomerBody = newcomerSchema.meta({
  id: 'Newcomer',
  description:
    'One person. Control characters are removed and blanks at the ends too; an empty optional field counts as left out.',
  examples: [
    {
      email: 'e.lindqvist@city.example',
      firstName: 'Elin',
      lastName: 'Lindqvist',
      organization: 'City of Examplestad',
      attendance: 'onsite',
      language: 'en',
      sessions: ['0198c0de-0000-7000-8000-000000000001'],
      answers: { '0198c0de-0000-7000-8000-000000000002': 'Two people of our office come by bicycle.' },
      consents: { '0198c0de-0000-7000-8000-000000000003': false },
    },
  ],
  override: ({ jsonSchema }) => {
    for (const [field, description] of Object.entries(MEANINGS)) {
      Object.assign(jsonSchema.properties?.[field] ?? {}, { description });
    }
  },
});

// Said here and not in the schema itself, because the pages say it in their own words.
const MEANINGS = {
  email: 'Where the mails go, and the link to change or withdraw.',
  organization: 'For an event of members: the name of the member organization.',
  attendance: 'May be left out where only one way of attending is offered.',
  language: 'Of the mails. Left out: the language of the answer.',
  sessions: 'Ids of sessions of the event; two that overlap cannot be chosen.',
  answers:
    'By the ids of the event’s questions; what is required must be answered. Each in the shape that the kind of question asks for.',
  consents: 'true or false by the ids of the event’s consents; what is left out is not given.',
} satisfies Partial<Record<keyof NewcomerInput, string>>;

/** A key of the client's own choice; a random UUID is best. Any text that fits into a header will do. */
const idempotencyKey = z.string().trim().min(1).max(200);

export const registrationHeaders = z.object({
  'Idempotency-Key': idempotencyKey.optional().meta({
    description:
      'Makes it safe to send the same registration again after a lost answer: the first answer is given again, nothing changes and no mail is sent. Choose a new one, for example a random UUID, for each registration; with another body the same key is refused.',
    examples: ['5f0c3c9e-6a43-4b7e-9d0e-0f2f6b0f8a11'],
  }),
});

/** What a newcomer gets; everything else is in the mail. */
export const registeredSchema = z
  .object({
    status: z.enum(['confirmed', 'waitlisted', 'requested', 'unverified']).meta({
      description:
        'confirmed: has a seat. waitlisted: moves up when one becomes free. requested: the office decides. unverified: counts once the person has confirmed the address by the link in the mail.',
    }),
    position: z
      .int()
      .optional()
      .meta({
        description:
          'Place in the waiting list by arrival, from 1. Where the event lets members without a seat come first, they move up before it.',
        examples: [3],
      }),
  })
  .meta({
    id: 'Registered',
    examples: [{ status: 'confirmed' }, { status: 'waitlisted', position: 3 }, { status: 'requested' }],
  });

export type RegisteredBody = z.infer<typeof registeredSchema>;
