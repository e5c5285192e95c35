import type { INestApplicationContext } from '@nestjs/common';
import { AccountExists, AccountService, type Issued } from '#account';
import { AssociationService } from '#association';
import type { Settings } from '#config';

/** Opens an account for the office of the demo and tells its password. Undefined once there is an account. */
export async function accountNote(
  rooms: INestApplicationContext,
  settings: Settings,
): Promise<string | undefined> {
  const accounts = rooms.get(AccountService, { strict: false });
  const { email } = rooms.get(AssociationService, { strict: false }).current();
  if (settings.mode === 'live' || !email || (await accounts.exist())) return undefined;
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
