import { describe, expect, it } from '@jest/globals';
import { PersonUnreadable } from './refusals.js';
import { guestLines, readGuests } from './whom.js';

const KORA = { firstName: 'Kora', lastName: 'Weber', email: 'kora@stadt.test', language: 'de' };

describe('A list of persons', () => {
  it.each([
    ['Kora;Weber;kora@stadt.test'],
    ['Kora,Weber,kora@stadt.test'],
    ['Kora\tWeber\tkora@stadt.test\r\n\r\n'],
    ['\uFEFFVorname;Nachname;E-Mail\n"Kora";Weber;kora@stadt.test;DE'],
  ])('is read from %j', async (text) => {
    expect(await readGuests(text, 'de')).toEqual([KORA]);
  });

  it('says each person’s language, else that of the page', async () => {
    const guests = await readGuests('Kora;Weber;kora@stadt.test;fr\nOle;Lund;ole@by.test', 'en');
    expect(guests.map(({ language }) => language)).toEqual(['fr', 'en']);
  });

  it.each([
    ['Kora;Weber;kora@stadt.test\n\nOle;Lund;ole', 3],
    ['Kora;Weber;kora@stadt.test;xx', 1],
    ['kora@stadt.test', 1],
  ])('is refused with the number of the line that makes no sense: %j', async (text, line) => {
    await expect(readGuests(text, 'de')).rejects.toMatchObject({
      constructor: PersonUnreadable,
      values: { line },
    });
  });

  it('is read again as it was', async () => {
    const guests = [{ ...KORA, lastName: 'Weber; "Amt" ', language: 'de' as const }];
    const again = await readGuests(guestLines(guests), 'en');
    expect(again).toEqual([{ ...KORA, lastName: 'Weber; "Amt"' }]);
  });

  it('may be empty, and then means nobody', async () => {
    expect(await readGuests(' \n', 'de')).toEqual([]);
  });
});
