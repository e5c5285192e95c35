import { describe, expect, it } from '@jest/globals';
import { anEntry } from '../test/entry.js';
import { mistakesIn } from '../test/strictly-valid.js';
import { feed, invitation } from './index.js';

const someone = { name: 'Geschäftsstelle', address: 'office@plenum.invalid' };
const aFeed = feed({ name: 'Programm', entries: [anEntry()] });
const anInvitation = invitation({ entry: anEntry(), organizer: someone, attendee: someone });

/** Without these, a checker that finds nothing anywhere would go unnoticed. */
describe('The checker finds', () => {
  it.each<[string, string, string | RegExp, string]>([
    ['a line break without CR', aFeed, 'VERSION:2.0\r\n', 'VERSION:2.0\n'],
    ['a text without its last line break', aFeed, /\r\n$/, ''],
    ['a line that is too long', aFeed, 'SUMMARY:', `SUMMARY:${'ä'.repeat(34)}`],
    ['a line without a name', aFeed, 'SUMMARY:', ''],
    ['a control character', aFeed, 'SUMMARY:', 'SUMMARY:\x07'],
    ['a comma that is not escaped', aFeed, 'SUMMARY:', 'SUMMARY:eins, zwei'],
    ['a missing stamp', aFeed, /DTSTAMP:.*\r\n/, ''],
    ['a stamp that is not in UTC', aFeed, /(DTSTAMP:.*)Z/, '$1'],
    ['a floating time', aFeed, 'DTSTART;TZID=Europe/Berlin:', 'DTSTART:'],
    ['a zone that is not told', aFeed, /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, ''],
    ['a zone that is told twice', aFeed, /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, '$&$&'],
    ['a calendar property after a component', aFeed, /(NAME:.*\r\n)([\s\S]*END:VTIMEZONE\r\n)/, '$2$1'],
    ['two methods', aFeed, /METHOD:.*\r\n/, '$&$&'],
    ['an entry that does not end', aFeed, 'END:VEVENT\r\n', ''],
    ['an attendee in a feed', aFeed, 'END:VEVENT', 'ATTENDEE:mailto:a@b.invalid\r\nEND:VEVENT'],
    ['a mail without an organizer', anInvitation, /ORGANIZER.*\r\n(?: .*\r\n)*/, ''],
    ['a mail with two attendees', anInvitation, /ATTENDEE.*\r\n(?: .*\r\n)*/, '$&$&'],
    ['an invitation to what is cancelled', anInvitation, 'STATUS:CONFIRMED', 'STATUS:CANCELLED'],
  ])('%s', (_, sound, part, instead) => {
    const damaged = sound.replace(part, instead);

    expect(damaged).not.toBe(sound);
    expect(mistakesIn(sound)).toEqual([]);
    expect(mistakesIn(damaged)).not.toEqual([]);
  });
});
