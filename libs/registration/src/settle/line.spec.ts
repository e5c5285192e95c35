import { describe, expect, it } from '@jest/globals';
import { answersOf, turnsOf } from '../../test/desk-answers.js';
import { admits, looks, registers, withdraws } from '../../test/desk-asks.js';
import { DeskWorld } from '../../test/desk-world.js';

describe('The waiting line', () => {
  it('moves its first up when somebody withdraws', () => {
    const desk = waitingDesk();
    expect(turnsOf(desk.settle(withdraws('Ada'), withdraws('Ada')))).toEqual(['promoted Ben']);
    expect(desk.counters.onsite).toEqual({ capacity: 1, taken: 1, waiting: 1, over: 0 });
  });

  it('passes over whoever left it in the same batch', () => {
    const desk = waitingDesk();
    expect(turnsOf(desk.settle(withdraws('Ben'), withdraws('Ada')))).toEqual(['promoted Cem']);
  });

  it('puts whoever left it and comes back at its end', () => {
    const desk = waitingDesk();
    desk.settle(withdraws('Ben'), admits('Ben'));
    expect(desk.all('waitlisted')).toEqual(['Cem', 'Ben']);
  });

  it('lets no newcomer have a seat before those who wait', () => {
    const desk = waitingDesk();
    const settlement = desk.settle(withdraws('Ada'), registers('Dua'));
    expect(answersOf(settlement)).toEqual([{ status: 'waitlisted', position: 2 }]);
    expect(desk.all('confirmed')).toEqual(['Ben']);
  });

  it('tells somebody who joins and moves up in one batch what it was at that moment', () => {
    const desk = new DeskWorld({ onsite: 1 });
    const settlement = desk.settle(registers('Ada'), registers('Ben'), withdraws('Ada'));
    expect(answersOf(settlement)[1]).toEqual({ status: 'waitlisted', position: 1 });
    expect(turnsOf(settlement)).toEqual(['promoted Ben']);
    expect(desk.status('Ben')).toBe('confirmed');
    expect(settlement.changed).toEqual([]);
  });

  it('stands still while the event does not take place, and moves when it does again', () => {
    const desk = waitingDesk();
    desk.change({ promotes: false });
    expect(turnsOf(desk.settle(withdraws('Ada')))).toEqual([]);
    expect(answersOf(desk.settle(registers('Dua')))).toEqual([{ status: 'waitlisted', position: 3 }]);
    desk.change({ promotes: true });
    expect(turnsOf(desk.settle(looks))).toEqual(['promoted Ben']);
  });

  it('gives a seat to a member without one before another member’s next, where the order is fair', () => {
    const desk = new DeskWorld({ onsite: 2, rules: { order: 'fair', counted: 'onsite' } });
    desk.settle(
      registers('Ada', { member: 'Kiel' }),
      registers('Ben', { member: 'Kiel' }),
      registers('second of Kiel', { member: 'Kiel' }),
      registers('nobody’s'),
      registers('first of Jena', { member: 'Jena' }),
      registers('second of Jena', { member: 'Jena' }),
    );
    expect(turnsOf(desk.settle(withdraws('Ada')))).toEqual(['promoted first of Jena']);
    expect(turnsOf(desk.settle(withdraws('Ben')))).toEqual(['promoted second of Kiel']);
    expect(turnsOf(desk.settle(withdraws('first of Jena')))).toEqual(['promoted second of Jena']);
  });

  it('goes by arrival online where the room’s seats are counted by member', () => {
    const desk = new DeskWorld({ onsite: 0, online: 1, rules: { order: 'fair', counted: 'onsite' } });
    const online = { attendance: 'online' } as const;
    desk.settle(
      registers('Ada', { ...online, member: 'Kiel' }),
      registers('nobody’s', online),
      registers('of Jena', { ...online, member: 'Jena' }),
    );
    expect(turnsOf(desk.settle(withdraws('Ada')))).toEqual(['promoted nobody’s']);
  });
});

function waitingDesk(): DeskWorld {
  const desk = new DeskWorld({ onsite: 1 });
  desk.settle(registers('Ada'), registers('Ben'), registers('Cem'));
  return desk;
}
