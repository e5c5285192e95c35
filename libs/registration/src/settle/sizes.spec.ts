import { describe, expect, it } from '@jest/globals';
import { turnsOf } from '../../test/desk-answers.js';
import { admits, looks, party, registers, withdraws } from '../../test/desk-asks.js';
import { DeskWorld } from '../../test/desk-world.js';

const NAMES = ['Ada', 'Ben', 'Cem', 'Dua', 'Eva'];

describe('A larger room', () => {
  it('moves up as many as there are new seats, in order', () => {
    const desk = new DeskWorld({ onsite: 2 });
    desk.settle(party(NAMES));
    expect(turnsOf(desk.settle({ verb: 'resize', onsite: 4 }))).toEqual(['promoted Cem', 'promoted Dua']);
  });

  it('without a limit moves everybody up', () => {
    const desk = new DeskWorld({ onsite: 0 });
    desk.settle(party(NAMES));
    desk.settle({ verb: 'resize', onsite: null });
    expect(desk.counters.onsite).toEqual({ capacity: null, taken: 5, waiting: 0, over: 0 });
  });

  it('that grows step by step within one batch counts each step', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(party(NAMES));
    desk.settle({ verb: 'resize', onsite: 3 }, { verb: 'resize', onsite: 1 }, { verb: 'resize', onsite: 5 });
    expect(desk.all('waitlisted')).toEqual([]);
  });
});

describe('A smaller room', () => {
  it('takes nobody’s seat, and fills no more until so many have left', () => {
    const desk = new DeskWorld({ onsite: 4 });
    desk.settle(party(NAMES));
    desk.settle({ verb: 'resize', onsite: 2 });
    expect(desk.counters.onsite).toEqual({ capacity: 2, taken: 4, waiting: 1, over: 2 });
    expect(turnsOf(desk.settle(withdraws('Ada'), withdraws('Ben')))).toEqual([]);
    expect(desk.counters.onsite).toMatchObject({ taken: 2, over: 0 });
    expect(turnsOf(desk.settle(withdraws('Cem')))).toEqual(['promoted Eva']);
  });
});

describe('A seat beyond the capacity', () => {
  it('is given by the office to somebody who waits, and the line stands still until it is free again', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(party(['Ada', 'Ben', 'Cem']), admits('Cem', { over: true }));
    expect(desk.counters.onsite).toEqual({ capacity: 1, taken: 2, waiting: 1, over: 1 });
    expect(turnsOf(desk.settle(withdraws('Ada'), looks))).toEqual([]);
    expect(desk.counters.onsite.over).toBe(0);
    expect(turnsOf(desk.settle(withdraws('Cem')))).toEqual(['promoted Ben']);
  });

  it('is an ordinary one where there is room', () => {
    const desk = new DeskWorld({ onsite: 2 });
    desk.settle(registers('Ada'), withdraws('Ada'), admits('Ada', { over: true }));
    expect(desk.counters.onsite).toMatchObject({ taken: 1, over: 0 });
  });

  it('is not needed by somebody who has a seat', () => {
    const desk = new DeskWorld({
      onsite: 1,
      rules: { offerUntil: Temporal.Instant.from('2027-01-06T09:00Z') },
    });
    desk.settle(party(['Ada', 'Ben']));
    desk.settle(withdraws('Ada'), admits('Ben', { over: true }));
    expect(desk.places.get('Ben')).toMatchObject({ status: 'confirmed', expiresAt: undefined });
    expect(desk.counters.onsite).toEqual({ capacity: 1, taken: 1, waiting: 0, over: 0 });
  });
});
