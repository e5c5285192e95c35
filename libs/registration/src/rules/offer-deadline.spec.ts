import { describe, expect, it } from '@jest/globals';
import { offerDeadline } from './offer-deadline.js';

// 2027-01-04 is a Monday.
describe('An offer can be taken', () => {
  it.each([
    ['for two working days', 'Mon', '2027-01-04T10:00', '2027-01-06T10:00'],
    ['over the weekend from Thursday', 'Thu', '2027-01-07T15:30', '2027-01-11T15:30'],
    ['over the weekend from Friday afternoon', 'Fri', '2027-01-08T16:00', '2027-01-12T16:00'],
    ['until the close of the day at the latest', 'Mon', '2027-01-04T18:00', '2027-01-06T18:00'],
    ['from the next morning when made in the evening', 'Mon', '2027-01-04T18:01', '2027-01-07T08:00'],
    ['from the morning when made in the night', 'Tue', '2027-01-05T02:00', '2027-01-07T08:00'],
    ['from Monday when made on Friday evening', 'Fri', '2027-01-08T19:00', '2027-01-13T08:00'],
    ['all of Monday and Tuesday when made on Saturday', 'Sat', '2027-01-09T11:00', '2027-01-13T08:00'],
    ['all of Monday and Tuesday when made on Sunday night', 'Sun', '2027-01-10T23:59', '2027-01-13T08:00'],
    ['at the same time of day when clocks go forward', 'Fri', '2027-03-26T09:00', '2027-03-30T09:00'],
    ['at the same time of day when clocks go back', 'Fri', '2027-10-29T17:30', '2027-11-02T17:30'],
  ])('%s (%s)', (_, __, made, until) => {
    expect(told(berlin(made), undefined)).toBe(until);
  });

  it.each([
    ['two working days where the start is far', '2027-01-04T10:00', '2027-01-07T10:00', '2027-01-06T10:00'],
    ['until 24 hours before the start', '2027-01-04T10:00', '2027-01-07T09:00', '2027-01-06T09:00'],
    [
      'until the day before, just outside the last 48 hours',
      '2027-01-04T10:00',
      '2027-01-06T10:01',
      '2027-01-05T10:01',
    ],
    [
      'until the evening where a day before is night',
      '2027-01-04T10:00',
      '2027-01-07T07:00',
      '2027-01-05T18:00',
    ],
    [
      'until the close where a day before is late',
      '2027-01-04T10:00',
      '2027-01-06T20:00',
      '2027-01-05T18:00',
    ],
    [
      'from Friday to Monday, which is one working day',
      '2027-01-08T10:00',
      '2027-01-12T10:00',
      '2027-01-11T10:00',
    ],
    ['until Friday where a day before is Sunday', '2027-01-07T10:00', '2027-01-11T09:00', '2027-01-08T18:00'],
  ])('%s', (_, made, start, until) => {
    expect(told(berlin(made), berlin(start))).toBe(until);
  });

  it.each([
    ['in the last 48 hours', '2027-01-04T10:00', '2027-01-06T10:00'],
    ['after the start', '2027-01-04T10:00', '2027-01-04T09:00'],
    ['on Friday afternoon for Monday', '2027-01-08T12:00', '2027-01-11T12:00'],
    ['at the weekend where only Monday morning would be left', '2027-01-09T12:00', '2027-01-12T09:00'],
    ['in the night where only the next morning would be left', '2027-01-05T22:00', '2027-01-08T07:00'],
  ])('not at all, and seats are given at once, %s', (_, made, start) => {
    expect(told(berlin(made), berlin(start))).toBeUndefined();
  });
});

const berlin = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin');

const told = (made: Temporal.ZonedDateTime, start: Temporal.ZonedDateTime | undefined) =>
  offerDeadline(made, start)
    ?.toZonedDateTimeISO('Europe/Berlin')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
