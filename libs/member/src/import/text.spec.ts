import { describe, expect, it } from '@jest/globals';
import { textOf } from './text.js';

const TEXT = 'Mitglied;Anschrift\r\nDüsseldorf;Straße 1 – „Haus“\r\n';

// The three signs of the sample that Windows has where Latin-1 has none.
const windows1252 = (text: string): string =>
  text.replaceAll('–', '\x96').replaceAll('„', '\x84').replaceAll('“', '\x93');

describe('The text of a spreadsheet', () => {
  const utf16 = Buffer.from(TEXT, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 without one', utf16],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(windows1252(TEXT), 'latin1')],
  ])('is read from %s', (_, content) => {
    expect(textOf(content)).toBe(TEXT);
  });
});
