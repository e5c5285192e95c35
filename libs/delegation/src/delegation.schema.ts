import { z } from 'zod';
import { addressSchema, line, optional } from '#database';
import { personKey } from '#registration';

/** How many seats a delegation can ask for in one go, with a name and without. */
export const MOST_SEATS_AT_ONCE = 50;

/** A person of a delegation; without an address of their own, the mails go to the coordinator. */
export const colleagueSchema = z.strictObject({
  firstName: line(100),
  lastName: line(100),
  email: optional(addressSchema),
});

/** The name of a person of a delegation, spelled otherwise. */
export const correctionSchema = colleagueSchema.pick({ firstName: true, lastName: true });

/** Several people and seats without a name, asked for in one go. */
export const delegationPartySchema = z
  .strictObject({
    people: z.array(colleagueSchema),
    /** Seats whose people are not known yet. */
    unnamed: z
      .string()
      .trim()
      .regex(/^\d{0,3}$/, 'error.delegation.number')
      .transform(Number),
    /** All of them or none; else as many as possible. */
    together: z.boolean(),
    /** One way of attending for all. */
    attendance: optional(z.enum(['onsite', 'online'])),
  })
  .superRefine(({ people, unnamed }, context) => {
    const seats = people.length + unnamed;
    if (seats === 0)
      context.addIssue({ code: 'custom', path: ['unnamed'], message: 'error.delegation.nobody' });
    if (seats > MOST_SEATS_AT_ONCE) {
      context.addIssue({ code: 'custom', path: ['unnamed'], message: 'error.delegation.tooMany' });
    }
    for (const index of repeated(people)) {
      context.addIssue({
        code: 'custom',
        path: ['people', index, 'lastName'],
        message: 'error.delegation.twice',
      });
    }
  });

export type NameCorrection = z.output<typeof correctionSchema>;
export type Colleague = z.output<typeof colleagueSchema>;
export type DelegationParty = z.output<typeof delegationPartySchema>;

/** Which of these persons stand in the list before. */
function repeated(people: readonly Colleague[]): number[] {
  const keys = people.map(({ email = '', ...name }) => JSON.stringify(personKey({ ...name, email })));
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}
