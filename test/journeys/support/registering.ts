import type { TakenMail } from '../../../libs/mail/test/mail-server.js';
import type { Page, Visitor } from './visitor.js';

/** Who registers, as typed. */
export interface Typed {
  firstName: string;
  lastName: string;
  email: string;
  organization?: string;
  attendance?: string;
}

/** Opens the form and sends it for these people; ends on the outcome page. */
export async function registerOnPage(
  visitor: Visitor,
  slug: string,
  people: Typed[],
  others: Record<string, string> = {},
): Promise<Page> {
  const form = await visitor.open(`/events/${slug}/register`);
  return visitor.submit(form, { ...fieldsOf(people), ...others });
}

/** People as the form names them. */
export const fieldsOf = (people: Typed[]): Record<string, string> =>
  Object.fromEntries(
    people.flatMap((person, index) =>
      Object.entries(person).map(([field, value]) => [`people.${index}.${field}`, value]),
    ),
  );

/** Registers as a program does; `status` is that of HTTP. */
export async function registerByApi(
  url: string,
  slug: string,
  person: object,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(`${url}/api/v1/events/${slug}/registrations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(person),
  });
  return { status: answer.status, body: await answer.json() };
}

/** The path of the secret link in a mail. */
export function linkIn(mail: TakenMail | undefined): string {
  const path = /\/registrations\/[\w-]{43}/.exec(mail?.parsed.text ?? '')?.[0];
  if (!path) throw new Error(`No link in the mail "${mail?.parsed.subject}"`);
  return path;
}

/** The appointment in a mail: its method and how it stands in the calendar. */
export function appointmentIn(mail: TakenMail | undefined) {
  const part = mail?.parsed.attachments.find((one) => one.contentType === 'text/calendar');
  const line = (name: string) =>
    new RegExp(`^${name}[:;](.*)$`, 'm').exec(`${part?.content ?? ''}`)?.[1]?.trim();
  return part && { method: line('METHOD'), uid: line('UID'), sequence: Number(line('SEQUENCE')) };
}
