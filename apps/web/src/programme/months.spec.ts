import { describe, expect, it } from '@jest/globals';
import { sampleEvent, sittingOn } from '../event/sample.js';
import { byMonth, type Period } from './months.js';

const today = Temporal.PlainDate.from('2027-01-06');
const event = (href: string, ...days: string[]) =>
  sampleEvent({ href, dates: days.map((day) => sittingOn(day)) });
const shown = (events: ReturnType<typeof event>[], period: Period = 'upcoming') =>
  byMonth(events, today, period).map(({ month, events }) => [
    month.toString(),
    ...events.map(({ href }) => href),
  ]);

describe('The programme by month', () => {
  it('begins with the nearest event, whatever order they come in', () => {
    const events = [event('c', '2027-02-03'), event('b', '2027-01-20'), event('a', '2027-01-14')];
    expect(shown(events)).toEqual([
      ['2027-01', 'a', 'b'],
      ['2027-02', 'c'],
    ]);
  });

  it('begins with the latest among the past ones', () => {
    const events = [event('a', '2026-07-01'), event('b', '2026-09-14'), event('c', '2026-09-20')];
    expect(shown(events, 'past')).toEqual([
      ['2026-09', 'c', 'b'],
      ['2026-07', 'a'],
    ]);
  });

  it('has a running series once, under its next date', () => {
    expect(shown([event('series', '2026-11-25', '2027-01-27', '2027-02-24')])).toEqual([
      ['2027-01', 'series'],
    ]);
  });

  it('passes over a date of a series that is cancelled', () => {
    const series = sampleEvent({
      href: 'series',
      dates: [sittingOn('2027-01-27', { cancelled: true }), sittingOn('2027-02-24')],
    });
    expect(shown([series])).toEqual([['2027-02', 'series']]);
  });

  it('leaves out what is announced or postponed, which stands by itself', () => {
    const announced = sampleEvent({ status: 'announced', dates: [] });
    const postponed = sampleEvent({ status: 'postponed' });
    expect(shown([announced, postponed])).toEqual([]);
  });

  it('keeps a cancelled event under its date', () => {
    expect(shown([sampleEvent({ status: 'cancelled' })])).toEqual([['2027-01', '/events/squares']]);
  });
});
