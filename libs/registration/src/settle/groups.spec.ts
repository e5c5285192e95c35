import { describe, expect, it } from '@jest/globals';
import { answersOf, turnsOf } from '../../test/desk-answers.js';
import { group, looks, party, registers, withdraws } from '../../test/desk-asks.js';
import { DeskWorld, type Opening } from '../../test/desk-world.js';

describe('A group that wants all or none', () => {
  it('sits where there are seats for all, and else waits as a whole', () => {
    const desk = new DeskWorld({ onsite: 3 });
    const settlement = desk.settle(group('first', ['Ada', 'Ben']), group('second', ['Cem', 'Dua']));
    expect(answersOf(settlement)).toEqual([
      { status: 'confirmed' },
      { status: 'confirmed' },
      { status: 'waitlisted', position: 1 },
      { status: 'waitlisted', position: 2 },
    ]);
    expect(desk.counters.onsite).toMatchObject({ taken: 2, waiting: 2 });
  });

  it('needs no seat for those of it who have one', () => {
    const desk = new DeskWorld({ onsite: 2 });
    desk.settle(registers('Ada'), group('first', ['Ada', 'Ben']));
    expect(desk.all('confirmed')).toHaveLength(2);
  });

  it('is not overtaken while seats are collected for it, and then moves up together', () => {
    const desk = waitingGroup();
    expect(turnsOf(desk.settle(withdraws('taken 1')))).toEqual([]);
    expect(answersOf(desk.settle(registers('Eva')))).toEqual([{ status: 'waitlisted', position: 4 }]);
    expect(turnsOf(desk.settle(withdraws('taken 2')))).toEqual(['promoted Ada', 'promoted Ben']);
    expect(turnsOf(desk.settle(withdraws('Ada')))).toEqual(['promoted single']);
  });

  it('keeps seats from the moment it joins the line', () => {
    const desk = new DeskWorld({ onsite: 2 });
    const settlement = desk.settle(registers('Eva'), group('pair', ['Ada', 'Ben']), registers('single'));
    expect(answersOf(settlement)[3]).toEqual({ status: 'waitlisted', position: 3 });
  });

  it('loses all that was collected when the time is over, and collects anew from the next free seat', () => {
    const desk = waitingGroup({ onsite: 3, taken: 3 }, ['Ada', 'Ben', 'Cem']);
    desk.settle(withdraws('taken 1'), withdraws('taken 2'), registers('second single'));
    desk.wait({ hours: 24 });
    expect(turnsOf(desk.settle(looks))).toEqual(['promoted single', 'promoted second single']);
    desk.settle(registers('third single'));
    expect(turnsOf(desk.settle(withdraws('single')))).toEqual([]);
    expect(desk.counters.collecting.onsite?.since.toString()).toBe(desk.rules.now.toString());
  });

  it('has its collection until its last moment', () => {
    const desk = waitingGroup();
    desk.settle(withdraws('taken 1'));
    desk.wait({ hours: 23, minutes: 59 });
    expect(turnsOf(desk.settle(looks))).toEqual([]);
    desk.wait({ minutes: 1 });
    expect(turnsOf(desk.settle(looks))).toEqual(['promoted single']);
  });

  it('may wait as long as it takes where the event says so', () => {
    const desk = waitingGroup({ rules: { collectHours: null } });
    desk.settle(withdraws('taken 1'));
    desk.wait({ hours: 4000 });
    expect(turnsOf(desk.settle(looks))).toEqual([]);
  });

  it('is passed by single people where nothing is collected', () => {
    const desk = waitingGroup({ rules: { collectHours: 0 } });
    expect(turnsOf(desk.settle(withdraws('taken 1')))).toEqual(['promoted single']);
  });

  it('leaves what was collected to those behind when all of it lapse', () => {
    const desk = new DeskWorld({ onsite: 2 });
    const expiresAt = desk.rules.now.add({ hours: 1 });
    desk.settle(
      registers('taken'),
      group('group', ['N. N. 1', 'N. N. 2'], { expiresAt }),
      registers('single'),
    );
    expect(desk.status('single')).toBe('waitlisted');
    desk.wait({ hours: 1 });
    expect(turnsOf(desk.settle(looks))).toEqual(['lapsed N. N. 1', 'lapsed N. N. 2', 'promoted single']);
  });

  it('moves up when enough of it have left for the seats there are', () => {
    const desk = waitingGroup();
    desk.settle(withdraws('taken 1'));
    expect(turnsOf(desk.settle(withdraws('Ben')))).toEqual(['promoted Ada']);
    expect(desk.status('single')).toBe('waitlisted');
  });

  it('moves up when one of it switches to another way of attending', () => {
    const desk = waitingGroup({ online: 5 });
    desk.settle(withdraws('taken 1'));
    expect(turnsOf(desk.settle({ verb: 'change', id: 'Ben', attendance: 'online' }))).toEqual([
      'promoted Ada',
    ]);
  });

  it('is not collected for when there can never be enough seats', () => {
    const larger = waitingGroup({ rules: { collectHours: null } }, ['Ada', 'Ben', 'Cem']);
    expect(turnsOf(larger.settle(withdraws('taken 1')))).toEqual(['promoted single']);
    const capped = waitingGroup({ rules: { counted: 'onsite', contingents: true, cap: 1 } });
    expect(turnsOf(capped.settle(withdraws('taken 1')))).toEqual(['promoted single']);
  });

  it('is passed by a member that takes the seat kept for it, and by nobody else', () => {
    const desk = waitingGroup({
      onsite: 3,
      rules: { counted: 'onsite', contingents: true },
      members: { Jena: { guaranteed: 1 } },
    });
    desk.settle(withdraws('taken 1'));
    const settlement = desk.settle(
      group('pair of Jena', ['Eva', 'Fay'], { member: 'Jena' }),
      registers('of Jena', { member: 'Jena' }),
      registers('another of Jena', { member: 'Jena' }),
    );
    expect(answersOf(settlement).map(({ status }) => status)).toEqual([
      'waitlisted',
      'waitlisted',
      'confirmed',
      'waitlisted',
    ]);
  });

  it('that waits behind another whose time is over does not collect in its place', () => {
    const desk = waitingGroup();
    desk.settle(withdraws('single'), group('later', ['Eva', 'Fay']), withdraws('taken 1'));
    desk.wait({ hours: 24 });
    desk.settle(looks);
    expect(answersOf(desk.settle(registers('Gil')))).toEqual([{ status: 'confirmed' }]);
    expect(turnsOf(desk.settle(withdraws('Gil')))).toEqual([]);
    expect(desk.counters.collecting.onsite?.group).toBe('group');
  });
});

// All seats are taken; behind them wait a group of Kiel and somebody alone.
function waitingGroup(
  { rules, taken = 2, ...more }: Opening & { taken?: number } = {},
  names: readonly string[] = ['Ada', 'Ben'],
): DeskWorld {
  const desk = new DeskWorld({ onsite: 2, ...more, rules: { collectHours: 24, ...rules } });
  const seated = Array.from({ length: taken }, (_, index) => `taken ${index + 1}`);
  desk.settle(party(seated), group('group', names, { member: 'Kiel' }), registers('single'));
  return desk;
}
