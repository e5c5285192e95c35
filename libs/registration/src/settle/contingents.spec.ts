import { describe, expect, it } from '@jest/globals';
import { turnsOf } from '../../test/desk-answers.js';
import { admits, looks, party, registers, withdraws } from '../../test/desk-asks.js';
import { DeskWorld } from '../../test/desk-world.js';

const KIEL = { member: 'Kiel' };
const JENA = { member: 'Jena' };

describe('Contingents', () => {
  it('keep a member’s seats though others ask first', () => {
    const desk = keepingForKiel(1);
    desk.settle(party(['Ada', 'Ben', 'Cem']), registers('of Kiel', KIEL));
    expect(desk.all('confirmed')).toEqual(['Ada', 'Ben', 'of Kiel']);
    expect(desk.all('waitlisted')).toEqual(['Cem']);
  });

  it('let a member have more than its own from what all share', () => {
    const desk = keepingForKiel(1);
    desk.settle(party(['first', 'second', 'third'], KIEL), registers('Ada'));
    expect(desk.all('confirmed')).toEqual(['first', 'second', 'third']);
    expect(desk.all('waitlisted')).toEqual(['Ada']);
  });

  it('keep a seat again that a member’s person gave back', () => {
    const desk = keepingForKiel(1);
    desk.settle(registers('of Kiel', KIEL), party(['Ada', 'Ben', 'Cem']));
    expect(turnsOf(desk.settle(withdraws('of Kiel')))).toEqual([]);
    expect(turnsOf(desk.settle(registers('again of Kiel', KIEL)))).toEqual([]);
    expect(desk.status('again of Kiel')).toBe('confirmed');
  });

  it('open to those who wait with the release, in the order of the line', () => {
    const desk = keepingForKiel(2);
    desk.settle(party(['Ada', 'Ben', 'Cem', 'Dua']));
    expect(desk.all('confirmed')).toEqual(['Ada']);
    desk.change({ contingents: false });
    expect(turnsOf(desk.settle(looks))).toEqual(['promoted Ben', 'promoted Cem']);
  });

  it('let no member have more than its cap until the release', () => {
    const desk = new DeskWorld({
      onsite: 5,
      rules: { counted: 'onsite', contingents: true, cap: 1 },
      members: { Jena: { guaranteed: 0, cap: 2 } },
    });
    desk.settle(party(['Kiel 1', 'Kiel 2'], KIEL), party(['Jena 1', 'Jena 2', 'Jena 3'], JENA));
    expect(desk.all('waitlisted')).toEqual(['Kiel 2', 'Jena 3']);
    desk.settle(registers('Ada'));
    expect(desk.status('Ada')).toBe('confirmed');
    desk.change({ contingents: false });
    desk.settle(looks);
    expect(desk.status('Kiel 2')).toBe('confirmed');
  });

  it('move a member’s next up when one of its own leaves, though others wait longer', () => {
    const desk = new DeskWorld({
      onsite: 2,
      rules: { counted: 'onsite', contingents: true },
      members: { Kiel: { guaranteed: 1 } },
    });
    desk.settle(registers('Kiel 1', KIEL), registers('Ada'), registers('Ben'), registers('Kiel 2', KIEL));
    expect(turnsOf(desk.settle(withdraws('Kiel 1')))).toEqual(['promoted Kiel 2']);
  });

  it('do not bind the office when it over-books', () => {
    const desk = new DeskWorld({ onsite: 2, rules: { counted: 'onsite', contingents: true, cap: 1 } });
    desk.settle(party(['Kiel 1', 'Kiel 2'], KIEL), admits('Kiel 2', { over: true }));
    expect(desk.members.get('Kiel')?.taken).toBe(2);
    expect(desk.counters.onsite).toMatchObject({ taken: 2, over: 0 });
  });

  it('are about the room’s seats and leave the online ones alone', () => {
    const desk = new DeskWorld({
      onsite: 1,
      online: 1,
      rules: { counted: 'onsite', contingents: true, cap: 1 },
      members: { Kiel: { guaranteed: 1 } },
    });
    desk.settle(registers('Ada', { attendance: 'online' }));
    expect(desk.status('Ada')).toBe('confirmed');
  });
});

function keepingForKiel(guaranteed: number): DeskWorld {
  const rules = { counted: 'onsite', contingents: true } as const;
  return new DeskWorld({ onsite: 3, rules, members: { Kiel: { guaranteed } } });
}
