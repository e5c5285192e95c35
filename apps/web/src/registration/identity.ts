import { newcomerSchema } from '#registration';

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
