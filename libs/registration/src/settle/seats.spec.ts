import { describe, expect, it } from '@jest/globals';
import { answersOf } from '../../test/desk-answers.js';
import { party, registers, withdraws } from '../../test/desk-asks.js';
import { DeskWorld } from '../../test/desk-world.js';

describe('Seats at the desk', () => {
  it('go to people in the order of asking, and the rest wait', () => {
    const desk = new DeskWorld({ onsite: 1 });
    const settlement = desk.settle(registers('Ada'), registers('Ben'), registers('Cem'));
    expect(answersOf(settlement)).toEqual([
      { status: 'confirmed' },
      { status: 'waitlisted', position: 1 },
      { status: 'waitlisted', position: 2 },
    ]);
    expect(desk.counters.onsite).toEqual({ capacity: 1, taken: 1, waiting: 2, over: 0 });
  });

  it('are there for everybody where they have no limit', () => {
    const desk = new DeskWorld({ onsite: null });
    desk.settle(party(['Ada', 'Ben', 'Cem']));
    expect(desk.all('confirmed')).toEqual(['Ada', 'Ben', 'Cem']);
  });

  it('are counted apart in the room and online', () => {
    const desk = new DeskWorld({ onsite: 0, online: 1 });
    desk.settle(registers('Ada'), registers('Ben', { attendance: 'online' }));
    expect(desk.status('Ada')).toBe('waitlisted');
    expect(desk.status('Ben')).toBe('confirmed');
  });

  it('are not given twice to one person, who hears what a newcomer would hear', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registers('Ada'), registers('Ben'));
    const { decisions } = desk.settle(registers('Ada', { id: 'Ada again' }));
    expect(decisions).toMatchObject([
      {
        people: [{ outcome: 'known', place: { id: 'Ada' }, answer: { status: 'waitlisted', position: 2 } }],
      },
    ]);
    expect(desk.status('Ada again')).toBeUndefined();
  });

  it('are not given twice to somebody whom a party names twice', () => {
    const desk = new DeskWorld({ onsite: 2 });
    const ask = party(['Ada', 'Ben']);
    desk.settle({ ...ask, people: ask.people.map((one) => ({ ...one, person: 'Ada' })) });
    expect(desk.counters.onsite.taken).toBe(1);
  });

  it('are given to as many of a party as there are seats', () => {
    const desk = new DeskWorld({ onsite: 2 });
    desk.settle(party(['Ada', 'Ben', 'Cem']));
    expect(desk.all('confirmed')).toEqual(['Ada', 'Ben']);
    expect(desk.all('waitlisted')).toEqual(['Cem']);
  });

  it('can be asked for again after giving one back', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registers('Ada'), withdraws('Ada'), registers('Ada', { id: 'Ada again' }));
    expect(desk.status('Ada')).toBe('cancelled');
    expect(desk.status('Ada again')).toBe('confirmed');
  });

  it('are given back once: the second time there is nothing to do', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registers('Ada'));
    const { decisions } = desk.settle(withdraws('Ada'), withdraws('Ada'));
    expect(decisions).toMatchObject([
      { outcome: 'done', from: 'confirmed', freed: 'onsite' },
      { outcome: 'unchanged' },
    ]);
    expect(desk.counters.onsite.taken).toBe(0);
  });

  it('leave what was read as it was', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registers('Ada'), registers('Ben'));
    const was = [...desk.places.values()].map((place) => Object.freeze(place));
    const counters = Object.freeze(desk.counters);
    Object.freeze(counters.onsite);
    desk.settle(withdraws('Ada'));
    expect(was.map(({ status }) => status)).toEqual(['confirmed', 'waitlisted']);
    expect(desk.all('confirmed')).toEqual(['Ben']);
  });
});
