import { z } from 'zod';
import type { Attendance } from '#event';
import { type Answers, typedOf } from '#form';
import { type Choices, choicesSchemaFor, newcomerSchema } from '#registration';
import type { ChoicesInput } from './registration-form.js';
import type { RegistrationView } from './registration-view.js';

/** The fields that say who somebody is. */
export const IDENTITY_FIELDS = ['firstName', 'lastName', 'email', 'organization'] as const;
export type IdentityInput = Record<(typeof IDENTITY_FIELDS)[number], string>;

/** Who comes, as a person names oneself or a substitute; the same checks as when registering. */
export const identitySchema = newcomerSchema.pick({
  firstName: true,
  lastName: true,
  email: true,
  organization: true,
});

/** What one chose, changed: the same checks as when registering, only that what one has chosen stays possible. */
export const changeSchemaFor = (ways: readonly Attendance[], choices: Choices, before?: Answers) =>
  choicesSchemaFor(choices, before).extend({
    attendance: z.enum(ways as Attendance[], { error: 'error.registration.attendance' }),
  });

/** Who comes, as typed into these fields. */
export function readIdentity(body: Readonly<Record<string, unknown>>): IdentityInput {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  return {
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    organization: text('organization'),
  };
}

/** What was chosen so far, as the fields of a page show it. */
export function choicesBefore({ sessions, sheet, consents }: RegistrationView): ChoicesInput {
  return {
    sessions: sessions.map(({ id }) => id),
    answers: typedOf({ ...sheet?.answers, ...sheet?.sensitive }),
    consents: consents.filter(({ given }) => given).map(({ consentId }) => consentId),
  };
}
