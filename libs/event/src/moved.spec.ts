import { describe, expect, it } from '@jest/globals';
import type { Event } from './event.entity.js';
import type { EventDate } from './event-date.entity.js';
import { moved, nextSitting, runsForward } from './moved.js';

type Span = [starts: string, ends: string];

const eventAt = (spans: Span[], more: Partial<Event> = {}): Event =>
  ({
    timeZone: 'Europe/Berlin',
    dates: spans.map(([startsLocal, endsLocal], position) => ({
      position,
      startsLocal,
      endsLocal,
      status: 'planned',
      place: { de: `Saal ${position}` },
      meetingPoint: {},
      joiningLink: null,
    })),
    items: [],
    opensAt: null,
    closesAt: null,
    ...more,
  }) as unknown as Event;

const series = eventAt([
  ['2027-03-18T10:00', '2027-03-18T12:00'],
  ['2027-04-01T14:00', '2027-04-01T16:00'],
]);

describe('A series moved to another time', () => {
  it('keeps its distances by the wall clock, on either side of a clock change', () => {
    const { dates } = moved(series, { starts: '2027-03-25T10:00', ends: '2027-03-25T11:30' });
    expect(dates).toMatchObject([
      { starts: '2027-03-25T10:00', ends: '2027-03-25T11:30', place: { de: 'Saal 0' } },
      { starts: '2027-04-08T14:00', ends: '2027-04-08T16:00', place: { de: 'Saal 1' } },
    ]);
    const autumn = moved(series, { starts: '2027-10-29T09:30', ends: '2027-10-29T11:00' });
    expect(autumn.dates[1]).toMatchObject({ starts: '2027-11-12T13:30', ends: '2027-11-12T15:30' });
  });

  it('takes its programme and its registration window along', () => {
    const event = eventAt([['2027-03-18T10:00', '2027-03-18T12:00']], {
      items: [
        { startsLocal: '2027-03-18T10:15', endsLocal: null, title: { de: 'Begrüßung' }, speakers: [] },
      ] as unknown as Event['items'],
      closesAt: Temporal.Instant.from('2027-03-17T11:00:00Z'),
    });
    const { items, closesAt, opensAt } = moved(event, {
      starts: '2027-04-01T10:00',
      ends: '2027-04-01T12:00',
    });
    expect(items).toMatchObject([{ starts: '2027-04-01T10:15', ends: undefined }]);
    // Noon is noon: an hour earlier by the sun.
    expect(closesAt?.toString()).toBe('2027-03-31T10:00:00Z');
    expect(opensAt).toBeUndefined();
  });

  it('leaves out what was cancelled', () => {
    const [first, second] = series.dates as [EventDate, EventDate];
    const rest = { ...series, dates: [{ ...first, status: 'cancelled' as const }, second] };
    const { dates } = moved(rest, { starts: '2027-05-06T14:00', ends: '2027-05-06T16:00' });
    expect(dates).toMatchObject([{ starts: '2027-05-06T14:00', place: { de: 'Saal 1' } }]);
  });

  it('begins as said where the date was open', () => {
    const to = { starts: '2027-05-06T14:00', ends: '2027-05-06T16:00' };
    expect(moved(eventAt([]), to).dates).toEqual([to]);
  });
});

describe('The first guess for a copy', () => {
  it('is the same weekday and hours next week, whatever day it is now and however long ago the last one was', () => {
    // A Thursday.
    const exchange = eventAt([['2021-06-24T14:00', '2021-06-24T15:30']]);
    for (const now of ['2027-01-04T09:00Z', '2027-01-07T09:00Z', '2027-01-10T22:00Z']) {
      expect(nextSitting(exchange, Temporal.Instant.from(now))).toEqual({
        starts: '2027-01-14T14:00',
        ends: '2027-01-14T15:30',
      });
    }
  });

  it('is a week from today at ten where no date is known', () => {
    expect(nextSitting(eventAt([]), Temporal.Instant.from('2027-01-04T23:30Z'))).toEqual({
      starts: '2027-01-12T10:00',
      ends: '2027-01-12T12:00',
    });
  });
});

it('A sitting that the spring clock change turns round does not run forward', () => {
  const night = { starts: '2027-03-28T02:30', ends: '2027-03-28T03:15' };
  expect(runsForward(night, 'Europe/Berlin')).toBe(false);
  expect(runsForward(night, 'Europe/London')).toBe(true);
});
