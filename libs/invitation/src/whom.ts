import { z } from 'zod';
import { addressSchema, cleanLine, line } from '#database';
import { LANGUAGES, type Language } from '#language';
import { readRows } from '#member';
import { PersonUnreadable } from './refusals.js';

/** A person who is invited by name and address. */
export const guestSchema = z.strictObject({
  firstName: z.string().overwrite(cleanLine).max(100).default(''),
  lastName: line(100),
  email: addressSchema,
  language: z.enum(LANGUAGES).default('de'),
});
export type Guest = z.output<typeof guestSchema>;

/** Whom the office invites; what is given adds up, and nobody is invited twice. */
export interface Whom {
  /** Each member's first reachable contact: coordinator before legal representative before the others. */
  members?: 'all' | readonly string[];
  /** Whoever holds these functions on the day of the event. */
  functions?: readonly string[];
  contacts?: readonly string[];
  people?: readonly Guest[];
}

/**
 * Reads a list of persons, pasted or as a CSV or XLSX file: first name, last name, address and, if given, language;
 * a first line without an address is a heading. Throws {@link PersonUnreadable} with the number of the first line
 * that makes no sense, FileUnreadable or TooManyLines.
 */
export async function readGuests(list: string | Buffer, language: Language): Promise<Guest[]> {
  if (typeof list === 'string' && cleanLine(list) === '') return [];
  const rows = await readRows(typeof list === 'string' ? Buffer.from(list) : list);
  return rows.flatMap(({ cells, line: number }, index) => {
    if (index === 0 && !cells.some((cell) => cell.includes('@'))) return [];
    const [firstName, lastName, email, wanted] = cells;
    const chosen = cleanLine(wanted ?? '').toLowerCase() || language;
    const guest = guestSchema.safeParse({ firstName, lastName, email, language: chosen });
    if (!guest.success) throw new PersonUnreadable(number);
    return [guest.data];
  });
}

/** Persons as a list that {@link readGuests} reads. */
export const guestLines = (guests: readonly Guest[]): string =>
  guests
    .map(({ firstName, lastName, email, language }) => [firstName, lastName, email, language].join('\t'))
    .join('\n');
