import { describe, expect, it } from '@jest/globals';
import { anEntry } from '../test/entry.js';
import { read } from '../test/reader.js';
import { mistakesIn } from '../test/strictly-valid.js';
import { calendarFile } from './index.js';

const lasting = (start: string, hours = 2) => {
  const from = Temporal.ZonedDateTime.from(start);
  return anEntry({ uid: start, start: from, end: from.add({ hours }) });
};

describe('A time', () => {
  it('stays at ten on the wall while summer time begins', () => {
    const series = [1, 2, 3, 4, 5].map((month) => lasting(`2027-0${month}-28T10:00[Europe/Berlin]`));
    const text = calendarFile(series);

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries.map(({ start }) => start)).toEqual([
      { wallClock: '2027-01-28T10:00:00', zone: 'Europe/Berlin', instant: '2027-01-28T09:00:00Z' },
      { wallClock: '2027-02-28T10:00:00', zone: 'Europe/Berlin', instant: '2027-02-28T09:00:00Z' },
      { wallClock: '2027-03-28T10:00:00', zone: 'Europe/Berlin', instant: '2027-03-28T08:00:00Z' },
      { wallClock: '2027-04-28T10:00:00', zone: 'Europe/Berlin', instant: '2027-04-28T08:00:00Z' },
      { wallClock: '2027-05-28T10:00:00', zone: 'Europe/Berlin', instant: '2027-05-28T08:00:00Z' },
    ]);
  });

  it.each([
    'Europe/Berlin',
    'Europe/London',
    'Europe/Lisbon',
    'Europe/Kyiv',
    'America/New_York',
    'Asia/Kolkata',
  ])('in %s means the same moment to a client that knows the zone from the calendar alone', (zone) => {
    const year = Array.from({ length: 12 }, (_, month) =>
      lasting(Temporal.ZonedDateTime.from(`2027-01-30T09:30[${zone}]`).add({ months: month }).toString()),
    );
    const text = calendarFile(year);

    expect(mistakesIn(text)).toEqual([]);
    expect(text.match(/^BEGIN:VTIMEZONE/gm)).toHaveLength(1);
    expect(read(text).entries.map(({ start }) => start.instant)).toEqual(
      year.map(({ start }) => start.toInstant().toString()),
    );
  });

  it('is told with its own zone, and each zone once, also under an old name', () => {
    const text = calendarFile([
      lasting('2027-03-01T10:00[Europe/Berlin]'),
      lasting('2027-03-02T10:00[US/Eastern]'),
      lasting('2027-03-03T10:00[America/New_York]'),
      lasting('2027-03-04T10:00[Europe/Berlin]'),
    ]);

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).zones).toEqual(['America/New_York', 'Europe/Berlin']);
    expect(read(text).entries.map(({ start }) => start.instant)).toEqual([
      '2027-03-01T09:00:00Z',
      '2027-03-02T15:00:00Z',
      '2027-03-03T15:00:00Z',
      '2027-03-04T09:00:00Z',
    ]);
  });

  it('of an end in another zone is told in the zone of the start', () => {
    const end = Temporal.ZonedDateTime.from('2027-03-10T13:00[Europe/London]');
    const text = calendarFile([anEntry({ end })]);

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries[0]?.end).toEqual({
      wallClock: '2027-03-10T14:00:00',
      zone: 'Europe/Berlin',
      instant: '2027-03-10T13:00:00Z',
    });
  });

  it.each([
    ['UTC', '2027-03-10T10:00[UTC]', '2027-03-10T10:00:00Z'],
    ['a bare offset', '2027-03-10T10:00[+02:00]', '2027-03-10T08:00:00Z'],
    ['a span into the hour that comes twice', '2027-10-31T00:45[Europe/Berlin]', '2027-10-30T22:45:00Z'],
    [
      'the hour that comes twice, the first time',
      '2027-10-31T02:30+02:00[Europe/Berlin]',
      '2027-10-31T00:30:00Z',
    ],
    [
      'the hour that comes twice, the second time',
      '2027-10-31T02:30+01:00[Europe/Berlin]',
      '2027-10-31T01:30:00Z',
    ],
  ])('in %s is written in UTC', (_, start, instant) => {
    const text = calendarFile([lasting(start)]);

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).zones).toEqual([]);
    expect(read(text).entries[0]?.start).toMatchObject({ zone: 'UTC', instant });
  });
});
