import { describe, expect, it } from '@jest/globals';
import { overlapIn, seatsLeft, sessionsOf } from './sessions.js';

const at = (time: string, day = '2027-01-25') =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Berlin');
const session = (id: string, start?: Temporal.ZonedDateTime, end?: Temporal.ZonedDateTime) => ({
  id,
  start,
  end,
});

const walk = session('walk', at('10:00'), at('11:00'));
const talk = session('talk', at('10:30'), at('11:30'));
const panel = session('panel', at('11:00'), at('12:00'));
const opening = session('opening', at('10:30'));
const stand = session('stand');
const all = [walk, talk, panel, opening, stand];

const found = (...chosen: string[]) => overlapIn(all, chosen)?.map(({ id }) => id);

describe('Sessions chosen together', () => {
  it('overlap when one begins before the other has ended, whichever is named first', () => {
    expect(found('walk', 'talk')).toEqual(['walk', 'talk']);
    expect(found('talk', 'walk')).toEqual(['walk', 'talk']);
    expect(found('talk', 'panel')).toEqual(['talk', 'panel']);
  });

  it('may follow one another without a break', () => {
    expect(found('walk', 'panel')).toBeUndefined();
  });

  it('overlap at the same beginning, and where one lies within the other', () => {
    expect(overlapIn([walk, session('same', at('10:00'))], ['walk', 'same'])).toBeDefined();
    expect(overlapIn([session('long', at('09:00'), at('12:00')), walk], ['long', 'walk'])).toBeDefined();
  });

  it('without an end count with their beginning only', () => {
    expect(found('opening', 'walk')).toEqual(['walk', 'opening']);
    expect(found('opening', 'panel')).toBeUndefined();
  });

  it('without an hour never overlap, nor on different days', () => {
    expect(found('stand', 'walk', 'panel')).toBeUndefined();
    const tomorrow = session('tomorrow', at('10:00', '2027-01-26'), at('11:00', '2027-01-26'));
    expect(overlapIn([walk, tomorrow], ['walk', 'tomorrow'])).toBeUndefined();
  });

  it('are compared as moments, not by the clock on the wall', () => {
    const abroad = session(
      'abroad',
      at('10:00').withTimeZone('Europe/London'),
      at('10:30').withTimeZone('Europe/London'),
    );
    expect(overlapIn([walk, abroad], ['walk', 'abroad'])).toBeDefined();
  });

  it('that nobody chose do not matter', () => {
    expect(found('walk')).toBeUndefined();
    expect(found()).toBeUndefined();
  });
});

describe('The sessions of an event', () => {
  const item = (id: string, startsLocal: string | null) => ({
    id,
    eventId: 'e',
    position: 0,
    startsLocal,
    endsLocal: null,
    status: 'planned' as const,
    title: { de: id },
    speakers: [],
  });
  const event = { timeZone: 'Europe/Berlin', items: [item('walk', '2027-01-25T10:00'), item('lunch', null)] };

  it('are the items with seats of their own, in the event’s zone', () => {
    const allotments = [
      { id: 'walk', capacity: 2, taken: 3 },
      { id: 'vegetarian', capacity: 1, taken: 0 },
    ];
    const [only, ...others] = sessionsOf(event, allotments);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'walk', capacity: 2, taken: 3, end: undefined });
    expect(String(only?.start)).toBe('2027-01-25T10:00:00+01:00[Europe/Berlin]');
  });

  it('never have less than no seat left, and those without a limit have no number', () => {
    expect(seatsLeft({ capacity: 2, taken: 3 })).toBe(0);
    expect(seatsLeft({ capacity: null, taken: 3 })).toBeNull();
  });
});
