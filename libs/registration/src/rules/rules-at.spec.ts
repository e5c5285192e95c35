import { describe, expect, it } from '@jest/globals';
import type { Event } from '#event';
import { type DeskRules, defaultRules } from './desk-rules.entity.js';
import { contested, countsMembers, offersPlaces, releaseOf, rulesAt } from './rules-at.js';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');

describe('The rules at a moment', () => {
  it('are few where the office has said nothing', () => {
    expect(rulesAt(rules(), event(), NOW)).toMatchObject({
      promotes: true,
      offerUntil: undefined,
      order: 'arrival',
      counted: undefined,
      contingents: false,
      cap: null,
      collectHours: 72,
      requests: { holdsSeat: false },
      verification: { holdsSeat: true },
    });
  });

  it.each([
    ['a second before', '2027-05-12T06:59:59Z', true],
    ['at the very moment', '2027-05-12T07:00:00Z', false],
    ['after', '2027-05-12T07:00:01Z', false],
  ])('keep contingents until 21 days before the start: %s', (_, now, hold) => {
    const { contingents } = rulesAt(rules({ memberGuaranteed: 2 }), event(), Temporal.Instant.from(now));
    expect(contingents).toBe(hold);
  });

  it('keep contingents until the day the office has set', () => {
    const until = rules({ memberCap: 3, contingentsUntil: Temporal.Instant.from('2027-03-02T12:00:00Z') });
    expect(rulesAt(until, event(), NOW).contingents).toBe(true);
    expect(rulesAt(until, event(), Temporal.Instant.from('2027-03-02T12:00:00Z')).contingents).toBe(false);
  });

  it('keep contingents for as long as there is no date to count from', () => {
    const undated = event({ dates: [] });
    expect(releaseOf(rules(), undated)).toBeUndefined();
    expect(rulesAt(rules({ memberGuaranteed: 1 }), undated, NOW).contingents).toBe(true);
  });

  it('count by wall clock: three weeks before nine o’clock is nine o’clock, also when clocks change between', () => {
    const april = event({ startsLocal: '2027-04-07T09:00', endsLocal: '2027-04-07T17:00' });
    expect(releaseOf(rules(), april)?.toString()).toBe('2027-03-17T08:00:00Z');
  });

  it.each([
    ['onsite', 'onsite'],
    ['hybrid', 'onsite'],
    ['online', 'online'],
    [null, 'onsite'],
  ] as const)('count members’ seats of an event held %s: %s', (format, way) => {
    expect(contested({ format })).toBe(way);
    expect(rulesAt(rules({ memberCap: 2 }), event({ format }), NOW).counted).toBe(way);
  });

  it.each([
    [{}, false],
    [{ lineOrder: 'fair' }, true],
    [{ memberGuaranteed: 1 }, true],
    [{ memberCap: 1 }, true],
  ] as const)('count whose seat it is only where it matters: %j', (changes, counts) => {
    expect(countsMembers(rules(changes))).toBe(counts);
  });

  it('have nobody moved up to an event that is cancelled or over', () => {
    expect(rulesAt(rules(), event({ status: 'cancelled' }), NOW).promotes).toBe(false);
    expect(rulesAt(rules(), event(), Temporal.Instant.from('2027-06-02T15:00:00Z')).promotes).toBe(false);
  });

  it('ask people first where the event makes offers, and no more in the last 48 hours', () => {
    const offering = rules({ promotion: 'offer' });
    expect(rulesAt(offering, event(), NOW).offerUntil?.toString()).toBe('2027-03-03T09:00:00Z');
    expect(
      rulesAt(offering, event(), Temporal.Instant.from('2027-05-31T10:00:00Z')).offerUntil,
    ).toBeUndefined();
  });

  it('make offers as long as there is time to answer, and none where places are given at once', () => {
    const late = Temporal.Instant.from('2027-05-31T10:00:00Z');
    expect(offersPlaces(rules({ promotion: 'offer' }), event(), NOW)).toBe(true);
    expect(offersPlaces(rules({ promotion: 'offer' }), event(), late)).toBe(false);
    expect(offersPlaces(rules(), event(), NOW)).toBe(false);
  });

  it('keep a request for as many days and an address for as many minutes as the event says', () => {
    const set = rules({ requestDays: 30, requestHoldsSeat: true, verifyMinutes: 15, verifyHoldsSeat: false });
    const { requests, verification } = rulesAt(set, event(), NOW);
    expect([requests.holdsSeat, requests.until.toString()]).toEqual([true, '2027-03-31T08:00:00Z']);
    expect([verification.holdsSeat, verification.until.toString()]).toEqual([false, '2027-03-01T09:15:00Z']);
  });
});

describe('A request', () => {
  const late = Temporal.Instant.from('2027-05-30T09:00:00Z');
  const until = (now: Temporal.Instant, requestDays: number) =>
    rulesAt(rules({ requestDays }), event(), now).requests.until.toString();

  it('is answered before the event begins, however many days there would be', () => {
    expect(until(late, 14)).toBe('2027-06-02T07:00:00Z');
    expect(until(late, 2)).toBe('2027-06-01T09:00:00Z');
  });

  it('to an event that has begun has its days', () => {
    expect(until(Temporal.Instant.from('2027-06-02T08:00:00Z'), 1)).toBe('2027-06-03T08:00:00Z');
  });

  it('to an event without a date has its days', () => {
    expect(rulesAt(rules(), event({ dates: [] }), NOW).requests.until.toString()).toBe(
      '2027-03-15T09:00:00Z',
    );
  });
});

const rules = (changes: Partial<DeskRules> = {}): DeskRules => ({ ...defaultRules('event'), ...changes });

// A workshop on 2 June from nine to five.
function event(
  changes: Partial<Pick<Event, 'format' | 'status' | 'dates'>> & {
    startsLocal?: string;
    endsLocal?: string;
  } = {},
): Event {
  const { startsLocal = '2027-06-02T09:00', endsLocal = '2027-06-02T17:00', ...more } = changes;
  const dates = [{ status: 'planned', position: 1, startsLocal, endsLocal }];
  return { status: 'published', format: 'onsite', timeZone: 'Europe/Berlin', dates, ...more } as Event;
}
