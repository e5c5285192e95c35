import { describe, expect, it } from '@jest/globals';
import type { Event } from '#event';
import { happeningsFor, scopesOf } from './scope.js';

const now = Temporal.Instant.from('2027-02-10T12:00:00Z');

const eventOn = (days: readonly string[], more: Partial<Event> = {}): Event =>
  ({
    kind: 'training',
    status: 'published',
    timeZone: 'Europe/Berlin',
    dates: days.map((day, position) => ({
      id: `d${position + 1}`,
      position,
      status: 'planned',
      startsLocal: `${day}T10:00`,
      endsLocal: `${day}T12:00`,
      startsAt: Temporal.Instant.from(`${day}T09:00:00Z`),
      endsAt: Temporal.Instant.from(`${day}T11:00:00Z`),
    })),
    items: [],
    ...more,
  }) as unknown as Event;

describe('What can be told of an event', () => {
  it('is everything as long as it is to come, and nothing once it is over, cancelled or somebody else’s', () => {
    expect(happeningsFor(eventOn(['2027-02-11']), now)).toHaveLength(5);
    expect(happeningsFor(eventOn(['2027-02-10']), now)).toEqual([]);
    for (const more of [{ status: 'cancelled' }, { status: 'draft' }, { kind: 'listing' }] as const)
      expect(happeningsFor(eventOn(['2027-02-11'], more), now)).toEqual([]);
  });

  it('is, of a postponed event, a new date or the end, however long ago the old date was', () => {
    const event = eventOn(['2027-01-11'], { status: 'postponed' });
    expect(happeningsFor(event, now)).toEqual(['programme', 'moved', 'cancelled']);
    expect(scopesOf(event, 'moved', now)).toEqual(['event']);
  });

  it('concerns a whole series or one of its dates, but moves all of them only before the first has begun', () => {
    const ahead = eventOn(['2027-02-11', '2027-03-11']);
    expect(scopesOf(ahead, 'moved', now)).toEqual(['event', 'date:d1', 'date:d2']);
    const begun = eventOn(['2027-02-09', '2027-02-11', '2027-03-11']);
    expect(scopesOf(begun, 'moved', now)).toEqual(['date:d2', 'date:d3']);
    expect(scopesOf(begun, 'cancelled', now)).toEqual(['event', 'date:d2', 'date:d3']);
  });

  it('never leaves an event without a date: the only one is off with the event', () => {
    const items = [{ id: 'walk' }] as Event['items'];
    expect(scopesOf(eventOn(['2027-02-11'], { items }), 'cancelled', now)).toEqual(['event', 'item:walk']);
  });
});
