import { describe, expect, it } from '@jest/globals';
import { anEntry } from '../test/entry.js';
import { read } from '../test/reader.js';
import { mistakesIn } from '../test/strictly-valid.js';
import { calendarFile, feed } from './index.js';

const berlin = (time: string) => Temporal.ZonedDateTime.from(`${time}[Europe/Berlin]`);

describe('A feed', () => {
  it('is read by a calendar client with the facts that went in', () => {
    const text = feed({ name: 'Programm 2027', entries: [anEntry()] });

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text)).toEqual({
      method: 'PUBLISH',
      name: 'Programm 2027',
      shownName: 'Programm 2027',
      refreshEvery: 'PT1H',
      timeToLive: 'PT1H',
      zones: ['Europe/Berlin'],
      entries: [
        {
          uid: 'date-1@plenum.invalid',
          sequence: 2,
          start: { wallClock: '2027-03-10T10:00:00', zone: 'Europe/Berlin', instant: '2027-03-10T09:00:00Z' },
          end: { wallClock: '2027-03-10T16:30:00', zone: 'Europe/Berlin', instant: '2027-03-10T15:30:00Z' },
          stamp: '2027-01-20T13:45:30Z',
          created: '2026-11-02T08:15:00Z',
          changed: '2027-01-20T13:45:30Z',
          status: 'CONFIRMED',
          summary: 'Werkstatt: Hitze in der Stadt',
          description: 'Treffpunkt am Haupteingang.\nBitte Schuhe für draußen mitbringen.',
          location: 'Rathaus, Großer Saal; Marktplatz 1',
          url: 'https://plenum.invalid/events/hitze?lang=de',
          categories: ['Werkstatt', 'Klima, Gesundheit'],
          attendees: 0,
        },
      ],
    });
  });

  it('is the same to the byte for the same facts in another order', () => {
    const entries = [
      anEntry({ uid: 'b' }),
      anEntry({ uid: 'a' }),
      anEntry({ uid: 'c', start: berlin('2027-03-09T10:00') }),
    ];
    const text = feed({ name: 'Programm', entries });

    expect(feed({ name: 'Programm', entries: entries.toReversed() })).toBe(text);
    expect(read(text).entries.map(({ uid }) => uid)).toEqual(['c', 'a', 'b']);
  });

  it('shows a cancelled date as cancelled and lets its time be free', () => {
    const text = feed({ name: 'Programm', entries: [anEntry({ status: 'CANCELLED' })] });

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries[0]).toMatchObject({ status: 'CANCELLED', transparency: 'TRANSPARENT' });
  });

  it('asks clients to come back as often as it is told to', () => {
    const refreshEvery = Temporal.Duration.from({ days: 1, hours: 6 });
    const text = feed({ name: 'Programm', entries: [], refreshEvery });

    expect(read(text)).toMatchObject({ refreshEvery: 'P1DT6H', timeToLive: 'P1DT6H' });
    expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:P1DT6H\r\n');
  });

  it('without any entry is still a calendar that clients take', () => {
    const text = feed({ name: 'Programm', entries: [] });

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries).toEqual([]);
  });

  it('leaves out what an entry does not have', () => {
    const { description, location, url, categories, ...bare } = anEntry();
    const text = feed({ name: 'Programm', entries: [{ ...bare, description: '', categories: [' '] }] });

    expect(mistakesIn(text)).toEqual([]);
    expect(text).not.toMatch(/^(?:DESCRIPTION|LOCATION|URL|CATEGORIES)/m);
  });

  it('leaves out an end that is not later than the start', () => {
    const text = feed({ name: 'Programm', entries: [anEntry({ end: anEntry().start })] });

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries[0]?.end).toBeUndefined();
  });

  it('refuses an entry without a UID instead of making one up', () => {
    expect(() => feed({ name: 'Programm', entries: [anEntry({ uid: '' })] })).toThrow(RangeError);
  });

  it('holds a thousand entries', () => {
    const start = berlin('2027-01-01T09:00');
    const entries = Array.from({ length: 1000 }, (_, hour) =>
      anEntry({
        uid: `date-${hour}`,
        start: start.add({ hours: hour }),
        end: start.add({ hours: hour + 1 }),
      }),
    );
    const text = feed({ name: 'Programm', entries });

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries.map(({ uid }) => uid)).toEqual(entries.map(({ uid }) => uid));
  });
});

describe('A calendar file', () => {
  it('holds all dates of a series and no name that would open a calendar of its own', () => {
    const entries = [1, 2, 3].map((month) =>
      anEntry({
        uid: `date-${month}`,
        start: berlin(`2027-0${month}-10T10:00`),
        end: berlin(`2027-0${month}-10T12:00`),
      }),
    );
    const text = calendarFile(entries);

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text)).toMatchObject({ method: 'PUBLISH', zones: ['Europe/Berlin'] });
    expect(read(text).entries.map(({ uid }) => uid)).toEqual(['date-1', 'date-2', 'date-3']);
    expect(text).not.toMatch(/^(?:NAME|X-WR-CALNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL|RRULE:FREQ=MONTHLY)/m);
  });
});
