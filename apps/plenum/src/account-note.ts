import type { INestApplicationContext } from '@nestjs/common';
import { AccountExists, AccountService, type Issued } from '#account';
import { associationOf, type Settings } from '#config';

/**
 * How to get into the office, as long as nobody can: the demo opens an account and tells its password, a real
 * installation says which command does. Undefined once there is an account.
 */
export async function accountNote(
  rooms: INestApplicationContext,
  settings: Settings,
): Promise<string | undefined> {
  const accounts = rooms.get(AccountService, { strict: false });
  const { email } = associationOf(settings);
  if (await accounts.exist()) return undefined;
  if (settings.mode === 'live' || !email)
    return 'nobody has an account yet: npx plenum account create <address>';
  try {
    return accountLine(await accounts.create({ email, name: 'Demo', role: 'administrator' }));
  } catch (error) {
    // Another process started at the same moment, and tells.
    if (error instanceof AccountExists) return undefined;
    throw error;
  }
}

/** How an account is told to the one who made it. */
export const accountLine = ({ account, password }: Issued): string =>
  `${account.email}, password ${password} (shown only now)`;
