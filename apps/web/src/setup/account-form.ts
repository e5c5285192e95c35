import { z } from 'zod';
import { passwordSchema } from '#account';
import { addressSchema, line, optional } from '#database';

const person = { name: line(100), email: addressSchema };

/** Who gets an account with a password that Plenum makes up. */
export const colleagueSchema = z.object(person);

/** The first administrator; without a password Plenum makes one up. */
export const administratorSchema = z
  .object({ ...person, password: optional(passwordSchema), repeat: optional(z.string().trim()) })
  .refine(({ password, repeat }) => password === repeat, {
    path: ['repeat'],
    params: { key: 'setup.account.repeat.differs' },
  })
  .transform(({ repeat: _repeat, ...account }) => account);

/** The form as typed, without the passwords: those are never sent back to a page. */
export interface AccountInput {
  name: string;
  email: string;
}
