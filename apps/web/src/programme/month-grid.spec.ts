import { describe, expect, it } from '@jest/globals';
import { monthGrid } from './month-grid.js';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin');
const sitting = (start: string, end: string, name = 'it') => ({ name, start: at(start), end: at(end) });
const grid = (month: string, ...sittings: ReturnType<typeof sitting>[]) =>
  monthGrid(Temporal.PlainYearMonth.from(month), sittings);
const daysWith = (month: string, ...sittings: ReturnType<typeof sitting>[]) =>
  grid(month, ...sittings)
    .flat()
    .filter((day) => day.sittings.length > 0)
    .map((day) => day.date.toString());

describe('A month in the calendar', () => {
  it('has weeks from Monday to Sunday', () => {
    for (const week of grid('2027-01'))
      expect(week.map(({ date }) => date.dayOfWeek)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('fills its first and last week with days of its neighbours', () => {
    const days = grid('2027-01').flat();
    expect([days[0]?.date.toString(), days.at(-1)?.date.toString()]).toEqual(['2026-12-28', '2027-01-31']);
    expect(days.filter(({ inMonth }) => inMonth)).toHaveLength(31);
  });

  it.each([
    ['2027-02', 4, 'a February that is four weeks exactly'],
    ['2027-08', 6, 'a month that begins on a Sunday'],
    ['2028-02', 5, 'a February of a leap year'],
  ])('%s has %i weeks: %s', (month, weeks) => {
    expect(grid(month)).toHaveLength(weeks);
  });

  it('knows 29 February in a leap year', () => {
    expect(daysWith('2028-02', sitting('2028-02-29T10:00', '2028-02-29T12:00'))).toEqual(['2028-02-29']);
  });

  it('shows what lasts several days on each of them, and which day it is', () => {
    const days = grid('2027-01', sitting('2027-01-20T09:00', '2027-01-22T13:00')).flat();
    expect(days.flatMap(({ sittings }) => sittings.map(({ day, days }) => `${day}/${days}`))).toEqual([
      '1/3',
      '2/3',
      '3/3',
    ]);
  });

  it('shows only its own days of what reaches into the next month', () => {
    const conference = sitting('2027-01-30T09:00', '2027-02-02T13:00');
    expect(daysWith('2027-01', conference)).toEqual(['2027-01-30', '2027-01-31']);
    expect(daysWith('2027-02', conference)).toEqual(['2027-02-01', '2027-02-02']);
  });

  it('leaves the day alone that begins when something ends at midnight', () => {
    expect(daysWith('2027-01', sitting('2027-01-14T20:00', '2027-01-15T00:00'))).toEqual(['2027-01-14']);
  });

  it('orders a day by time', () => {
    const days = grid(
      '2027-01',
      sitting('2027-01-14T14:00', '2027-01-14T15:00', 'second'),
      sitting('2027-01-14T09:00', '2027-01-14T10:00', 'first'),
    ).flat();
    expect(days.flatMap(({ sittings }) => sittings.map(({ name }) => name))).toEqual(['first', 'second']);
  });

  it('shows each sitting on the day of its own clock, over the change to summer time too', () => {
    const night = sitting('2027-03-28T01:00', '2027-03-28T04:00');
    expect(daysWith('2027-03', night)).toEqual(['2027-03-28']);
  });
});
