import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { House } from './house.js';

/** A mail as its recipient gets it, and the calendar part in it, if any. */
export interface Received {
  to: string;
  subject: string;
  text: string;
  html: string;
  mail: ParsedMail;
  calendar?: { type: string; content: string };
}

/** Sends what is due and gives back all mails written so far, oldest first; the house must be a demo without SMTP_URL. */
export async function receivedMails(house: House): Promise<Received[]> {
  await house.deliverMail();
  const folder = join(house.settings.home, 'mail');
  const files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
  return Promise.all(files.sort().map((file) => received(readFileSync(join(folder, file)))));
}

/** The mails to one address. */
export const mailsTo = async (house: House, address: string): Promise<Received[]> =>
  (await receivedMails(house)).filter((mail) => mail.to === address);

/** The path of the secret link in a mail. */
export function managePath(mail: Received): string {
  const path = /\/registrations\/[A-Za-z0-9_-]{43}/.exec(mail.text)?.[0];
  if (!path) throw new Error(`No link in the mail "${mail.subject}"`);
  return path;
}

async function received(source: Buffer): Promise<Received> {
  const mail = await simpleParser(source);
  const part = mail.attachments.find((one) => one.contentType === 'text/calendar');
  const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
  return {
    to: to?.value[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    mail,
    calendar: part && { type: typeOf(source.toString(), part.contentType), content: part.content.toString() },
  };
}

// The parser keeps a part's type but not its parameters, and `method=` is one.
const typeOf = (source: string, fallback: string): string =>
  /content-type: (text\/calendar;[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/i.exec(source)?.[1]?.replace(/\s+/g, ' ') ??
  fallback;
