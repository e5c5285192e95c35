import { join } from 'node:path';
import { mailsInFolder, type Received } from '../setup/mail-folder.js';
import type { House } from './house.js';

export type { Received } from '../setup/mail-folder.js';

/** Sends what is due and gives back the mails to one address; the house must be a demo without SMTP_URL. */
export async function mailsTo(house: House, address: string): Promise<Received[]> {
  await house.deliverMail();
  return mailsInFolder(join(house.settings.home, 'mail'), address);
}

/** The path of the secret link in a mail. */
export function managePath(mail: Received): string {
  const path = /\/registrations\/[A-Za-z0-9_-]{43}/.exec(mail.text)?.[0];
  if (!path) throw new Error(`No link in the mail "${mail.subject}"`);
  return path;
}
