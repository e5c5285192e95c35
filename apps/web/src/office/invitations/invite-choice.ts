import { guestLines, readGuests, type Whom } from '#invitation';
import type { Language } from '#language';
import { fileOf } from '../door/sent-file.js';

/** Whom one can invite, in the order of the page. */
export const CIRCLES = ['all', 'members', 'functions', 'contacts', 'people'] as const;
export type Circle = (typeof CIRCLES)[number];

/** What was chosen on the page. */
export interface InviteChoice {
  circle: Circle;
  /** Ids of members, functions or contacts. */
  ids: string[];
  /** The list of persons as typed. */
  people: string;
}

/** Reads the form; `id` are checked boxes, each with one id or several, `ids` what a form carried on unseen. */
export function readChoice(body: unknown): InviteChoice {
  const fields = (body ?? {}) as Record<string, unknown>;
  const texts = [fields.id, fields.ids].flat().filter((one): one is string => typeof one === 'string');
  return {
    circle: CIRCLES.find((circle) => circle === fields.circle) ?? 'all',
    ids: texts.flatMap((text) => text.split(/[\s,]+/)).filter((id) => UUID.test(id)),
    people: typeof fields.people === 'string' ? fields.people : '',
  };
}

/** Who is meant; throws PersonUnreadable. */
export async function whomOf({ circle, ids, people }: InviteChoice, language: Language): Promise<Whom> {
  if (circle === 'all') return { members: 'all' };
  if (circle === 'people') return { people: await readGuests(people, language) };
  return { [circle]: ids };
}

/** The choice with the persons of a file that was sent, instead of those typed; throws PersonUnreadable. */
export async function withFile(
  choice: InviteChoice,
  body: unknown,
  language: Language,
): Promise<InviteChoice> {
  const file = fileOf(body, 'file');
  return file ? { ...choice, people: guestLines(await readGuests(file.content, language)) } : choice;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
