import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEntry } from '../test/entry.js';
import { read } from '../test/reader.js';
import { mistakesIn } from '../test/strictly-valid.js';
import { calendarFile, feed, invitation } from './index.js';
import { oneLine, paragraphs } from './text.js';

const special = ['\\', '\\n', ';', ',', ':', '"', '^', "^'", '\r', '\n', '\r\n', '\r\n ', '\t', '  '];
const broken = ['\0', '\x07', '\x7f', '\x85', '\u2028', '\u2029', '\v', '\ufeff', '\ud83d', '\udc4d'];
const composed = ['👩‍🚒', '🏳️‍🌈', 'e\u0301', 'ä'];
const hostile = ['\r\nEND:VCALENDAR\r\n', '\nBEGIN:VEVENT\n', 'ATTENDEE:', '$&'];

/** What people paste, and what they would never: all of Unicode, mixed with everything that means something. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(...special, ...broken, ...composed, ...hostile),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** ical.js takes an `n` after a backslash in a name for a line break, and misses the end of a category after one. */
const withoutBackslash = nasty.map((text) => text.replaceAll('\\', ''));
const categories = fc.array(withoutBackslash, { maxLength: 3 });

describe('A text', () => {
  it('of any kind comes back as its cleaned self, in a calendar without a mistake', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, categories, (title, body, place, words) => {
        const entry = anEntry({
          uid: `date${title}`,
          summary: title,
          description: body,
          location: place,
          categories: words,
        });
        const text = feed({ name: title, entries: [entry] });
        const { entries, name } = read(text);

        expect(mistakesIn(text)).toEqual([]);
        expect(name ?? '').toBe(oneLine(title));
        expect(entries).toHaveLength(1);
        expect(entries[0]).toMatchObject({ uid: oneLine(`date${title}`), summary: oneLine(title) });
        expect(entries[0]?.description ?? '').toBe(paragraphs(body));
        expect(entries[0]?.location ?? '').toBe(paragraphs(place));
        expect(entries[0]?.categories).toEqual(words.map(oneLine).filter((category) => category !== ''));
      }),
      { numRuns: 300 },
    );
  });

  it('of any kind in a name or an address comes back from a mail', () => {
    fc.assert(
      fc.property(withoutBackslash, nasty, (name, local) => {
        const attendee = { name: `M ${name}`, address: `a${local}@city.invalid` };
        const organizer = { name: `Büro ${name}`, address: 'office@plenum.invalid' };
        const text = invitation({ entry: anEntry(), organizer, attendee });
        const [entry] = read(text).entries;

        expect(mistakesIn(text)).toEqual([]);
        expect(entry?.organizer?.name).toBe(oneLine(organizer.name));
        expect(entry?.attendee?.name).toBe(oneLine(attendee.name));
        expect(entry?.attendee?.address).toBe(oneLine(attendee.address));
      }),
      { numRuns: 200 },
    );
  });

  it('of any kind in a page address leaves a URI that means the same', () => {
    fc.assert(
      fc.property(nasty, (query) => {
        const url = `https://plenum.invalid/?q=${query.replaceAll('%', '')}`;
        const text = calendarFile([anEntry({ url })]);

        expect(mistakesIn(text)).toEqual([]);
        expect(decodeURIComponent(read(text).entries[0]?.url ?? '')).toBe(oneLine(url));
      }),
      { numRuns: 200 },
    );
  });

  it('of ten thousand characters is folded and whole', () => {
    const description = '„Größe“ 👍🏽; \\n, '.repeat(700).slice(0, 10_000);
    const text = calendarFile([anEntry({ description })]);

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries[0]?.description).toBe(description);
  });

  it('loses control characters and halves of characters, and nothing else', () => {
    expect(paragraphs('a\0b\x1b\x7fc\ud83dd\t👍 e\u0301 \\n;,')).toBe('abcd\t👍 e\u0301 \\n;,');
    expect(paragraphs('1\r\n2\r3\n4\u20285\u20296\x857\f8\v9')).toBe('1\n2\n3\n4\n5\n6\n7\n8\n9');
    expect(oneLine('  Save \r\n\r\n the\tdate \n')).toBe('Save the date');
  });
});
