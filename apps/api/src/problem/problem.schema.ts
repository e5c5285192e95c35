import { z } from 'zod';

/** An error as programs read it (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({
      description:
        'Tells the cases apart: a reference that is the same on every installation, or about:blank where the status says it all.',
      examples: ['/api/docs#invalid-input'],
    }),
    title: z.string().meta({
      description: 'What kind of problem it is, for people.',
      examples: ['Please check your entries'],
    }),
    status: z.int().meta({ examples: [422] }),
    detail: z.string().meta({
      description: 'What happened, as a sentence for people, in the language of the answer.',
      examples: ['Please check your entries.'],
    }),
    errors: z
      .array(
        z.object({
          field: z.string().meta({ description: 'Path of the field, joined by dots.', examples: ['email'] }),
          detail: z.string().meta({
            examples: ['Please enter a complete e-mail address, for example name@city.org.'],
          }),
        }),
      )
      .optional()
      .meta({ description: 'Each field that is wrong, or whose choice is taken.' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });

export type ProblemBody = z.infer<typeof problemSchema>;
