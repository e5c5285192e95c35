import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** A mail as its recipient gets it, and the calendar part in it, if any. */
export interface Received {
  to: string;
  subject: string;
  text: string;
  html: string;
  mail: ParsedMail;
  calendar?: { type: string; content: string };
}

/** The mails to one address in the demo's mail folder, oldest first; a missing folder holds none. */
export async function mailsInFolder(folder: string, address: string): Promise<Received[]> {
  const mails = await Promise.all(sourcesFor(folder, address).map(received));
  return mails.filter((mail) => mail.to === address);
}

// Parsing is slow, and most mails of a demo are for others.
const sourcesFor = (folder: string, address: string): Buffer[] =>
  filesIn(folder)
    .map((file) => readFileSync(join(folder, file)))
    .filter((source) => source.includes(address));

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.eml'))
      .sort();
  } catch {
    return [];
  }
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
