import { describe, expect, it } from '@jest/globals';
import { turnsOf } from '../../test/desk-answers.js';
import { admits, group, party, registers, requests, withdraws } from '../../test/desk-asks.js';
import { DeskWorld } from '../../test/desk-world.js';
import type { Ask, AskTo } from './ask.js';

const changes = (id: string, to: Omit<AskTo<'change'>, 'verb' | 'id'>): Ask => ({
  verb: 'change',
  id,
  ...to,
});
const swaps = (id: string, person: string, member?: string): Ask => ({ verb: 'swap', id, person, member });

const UNTIL = Temporal.Instant.from('2027-01-15T12:00:00Z');
const HOLDING = { holdsSeat: true, until: UNTIL };
/** A desk where whoever moves up is asked first. */
const offering = (seats: { onsite: number; online?: number }) =>
  new DeskWorld({ ...seats, rules: { offerUntil: UNTIL } });

describe('Switching between the room and online', () => {
  it('frees a seat for the first in line', () => {
    const desk = new DeskWorld({ onsite: 1, online: 1 });
    desk.settle(registers('Ada'), registers('Ben'));
    const settlement = desk.settle(changes('Ada', { attendance: 'online' }));
    expect(settlement.decisions).toMatchObject([{ outcome: 'done', freed: 'onsite' }]);
    expect(turnsOf(settlement)).toEqual(['promoted Ben']);
    expect(desk.places.get('Ada')).toMatchObject({ attendance: 'online', status: 'confirmed' });
  });

  it('is refused where there is no seat, and the old one stays', () => {
    const desk = new DeskWorld({ onsite: 1, online: 0 });
    desk.settle(registers('Ada'), registers('Ben'));
    const { decisions } = desk.settle(changes('Ada', { attendance: 'online', claims: ['tour'] }));
    expect(decisions).toEqual([{ outcome: 'full' }]);
    expect(desk.places.get('Ada')).toMatchObject({ attendance: 'onsite', holdsSeat: true, claims: [] });
  });

  it('seats somebody who waits where there is a seat, and else puts them at the other line’s end', () => {
    const desk = new DeskWorld({ onsite: 0, online: 1 });
    desk.settle(registers('Ada'), registers('Ben'));
    desk.settle(changes('Ada', { attendance: 'online' }), changes('Ben', { attendance: 'online' }));
    expect(desk.status('Ada')).toBe('confirmed');
    expect(desk.places.get('Ben')).toMatchObject({ status: 'waitlisted', attendance: 'online' });
    expect(desk.counters.onsite.waiting).toBe(0);
    expect(desk.counters.online.waiting).toBe(1);
  });

  it('keeps the sessions, also where one could not be had', () => {
    const desk = new DeskWorld({ onsite: 1, online: 1, allotments: { harbour: 1, library: 1 } });
    desk.settle(registers('Ada', { claims: ['harbour'] }));
    desk.settle(registers('Ben', { claims: ['harbour', 'library'] }), admits('Ben', { over: true }));
    expect(desk.places.get('Ben')?.held).toEqual(['library']);
    const { decisions } = desk.settle(changes('Ben', { attendance: 'online' }));
    expect(decisions).toMatchObject([{ outcome: 'done' }]);
    expect(desk.places.get('Ben')).toMatchObject({ attendance: 'online', held: ['library'] });
  });

  it('is a wish of whoever has asked and holds no seat', () => {
    const desk = new DeskWorld({ onsite: 0, online: 0 });
    desk.settle(requests('Ada'), changes('Ada', { attendance: 'online' }));
    expect(desk.places.get('Ada')).toMatchObject({ status: 'requested', attendance: 'online' });
  });
});

describe('Sessions and limited choices', () => {
  it('are held with the seat, and a taken one refuses the whole registration', () => {
    const desk = touring();
    const { decisions } = desk.settle(party(['Ben', 'Cem'], { claims: ['library', 'harbour'] }));
    expect(decisions).toEqual([{ outcome: 'taken', allotment: 'harbour', person: 0 }]);
    expect(desk.status('Ben')).toBeUndefined();
    expect(desk.counters.onsite.taken).toBe(1);
    expect(desk.allotments.get('library')?.taken).toBe(0);
  });

  it('that are taken refuse who is on the list already as they would a newcomer', () => {
    const desk = touring();
    const { decisions } = desk.settle(
      registers('Ada', { id: 'again', claims: ['harbour'] }),
      party(['Ben', 'Ben'], { claims: ['library'] }),
    );
    expect(decisions).toMatchObject([{ outcome: 'taken', allotment: 'harbour' }, { outcome: 'registered' }]);
    expect(desk.all('confirmed')).toEqual(['Ada', 'Ben']);
  });

  it('refuse a party as a whole where they are enough for some of it only', () => {
    const desk = touring();
    const { decisions } = desk.settle(party(['Ben', 'Cem'], { claims: ['library'] }));
    expect(decisions).toEqual([{ outcome: 'taken', allotment: 'library', person: 1 }]);
    expect(desk.all('confirmed')).toEqual(['Ada']);
    expect(desk.allotments.get('library')?.taken).toBe(0);
  });

  it('are wishes of those who wait, who get with the seat what is left', () => {
    const desk = new DeskWorld({ onsite: 1, allotments: { harbour: 1, library: 1 } });
    desk.settle(registers('Ada'), registers('Ben', { claims: ['harbour', 'library'] }));
    desk.settle(changes('Ada', { attendance: 'onsite', claims: ['harbour'] }));
    desk.settle({ verb: 'resize', onsite: 2 });
    expect(desk.places.get('Ben')).toMatchObject({ claims: ['harbour', 'library'], held: ['library'] });
  });

  it('are exchanged for others that are there, and free those given back', () => {
    const desk = touring();
    desk.settle(changes('Ada', { claims: ['library'] }));
    expect(desk.allotments.get('harbour')?.taken).toBe(0);
    expect(desk.allotments.get('library')?.taken).toBe(1);
  });

  it('that are kept in a change stay held, and are not given to others', () => {
    const desk = touring();
    desk.settle(changes('Ada', { claims: ['harbour', 'library'] }), changes('Ada', { claims: ['harbour'] }));
    expect(desk.places.get('Ada')?.held).toEqual(['harbour']);
    expect([...desk.allotments.values()].map(({ taken }) => taken)).toEqual([1, 0]);
  });

  it('stay as they were where one of the new ones is taken', () => {
    const desk = touring();
    desk.settle(registers('Ben', { claims: ['library'] }));
    const { decisions } = desk.settle(changes('Ada', { claims: ['library'] }));
    expect(decisions).toEqual([{ outcome: 'taken', allotment: 'library' }]);
    expect(desk.places.get('Ada')?.held).toEqual(['harbour']);
  });

  it('are given back with the seat', () => {
    const desk = touring();
    desk.settle(withdraws('Ada'), registers('Ben', { claims: ['harbour'] }));
    expect(desk.places.get('Ben')?.held).toEqual(['harbour']);
  });

  function touring(): DeskWorld {
    const desk = new DeskWorld({ onsite: 5, allotments: { harbour: 1, library: 1 } });
    desk.settle(registers('Ada', { claims: ['harbour'] }));
    return desk;
  }
});

describe('Another person on the same place', () => {
  it('has the seat, and the one before may register anew', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registers('Ada'), swaps('Ada', 'Ben'), registers('Ada', { id: 'Ada again' }));
    expect(desk.places.get('Ada')).toMatchObject({ person: 'Ben', status: 'confirmed' });
    expect(desk.status('Ada again')).toBe('waitlisted');
  });

  it('keeps the number in the line', () => {
    const desk = new DeskWorld({ onsite: 0, rules: { counted: 'onsite', order: 'fair' } });
    desk.settle(registers('Ada', { member: 'Kiel' }), registers('Ben', { member: 'Jena' }));
    desk.settle(swaps('Ada', 'Eva', 'Ulm'));
    expect(turnsOf(desk.settle({ verb: 'resize', onsite: 1 }))).toEqual(['promoted Ada']);
    expect(desk.members.get('Ulm')?.taken).toBe(1);
  });

  it('keeps of the choices what may stay, and frees the others', () => {
    const desk = new DeskWorld({ onsite: 2, allotments: { harbour: 1, library: 1 } });
    desk.settle(registers('Ada', { claims: ['harbour', 'library'] }));
    const comes = { verb: 'swap', id: 'Ada', person: 'Zoe' } as const;
    desk.settle({ ...comes, keeps: (claim) => claim === 'harbour' });
    expect(desk.places.get('Ada')).toMatchObject({ claims: ['harbour'], held: ['harbour'] });
    desk.settle(registers('Ben', { claims: ['library'] }));
    expect(desk.status('Ben')).toBe('confirmed');
  });

  it('must not be on the list already', () => {
    const desk = new DeskWorld();
    desk.settle(registers('Ada'), registers('Ben'));
    expect(desk.settle(swaps('Ada', 'Ben')).decisions).toMatchObject([
      { outcome: 'double', place: { id: 'Ben' } },
    ]);
  });

  it('leaves who is on the list already the better of both places, where it joins them', () => {
    const joins = (id: string, person: string): Ask => ({ verb: 'swap', id, person, joins: true });
    const seated = new DeskWorld({ onsite: 2 });
    seated.settle(registers('Ada'), registers('Ben'), registers('Cem'));
    const settlement = seated.settle(joins('Ada', 'Ben'));
    expect(settlement.decisions).toMatchObject([
      { outcome: 'done', place: { id: 'Ada' }, from: 'confirmed' },
    ]);
    expect(turnsOf(settlement)).toEqual(['promoted Cem']);
    expect([seated.status('Ada'), seated.status('Ben')]).toEqual(['cancelled', 'confirmed']);

    const waits = new DeskWorld({ onsite: 1 });
    waits.settle(registers('Ada'), registers('Ben'), registers('Cem'));
    expect(turnsOf(waits.settle(joins('Ada', 'Cem')))).toEqual([]);
    expect(waits.places.get('Ada')).toMatchObject({ person: 'Cem', status: 'confirmed' });
    expect([waits.status('Cem'), waits.counters.onsite.waiting]).toEqual(['cancelled', 1]);

    const line = new DeskWorld({ onsite: 0 });
    line.settle(registers('Ada'), registers('Ben'), registers('Cem'));
    line.settle(joins('Cem', 'Ada'), joins('Ben', 'Ada'));
    expect(['Ada', 'Ben', 'Cem'].map((id) => line.status(id))).toEqual([
      'waitlisted',
      'cancelled',
      'cancelled',
    ]);
  });

  it('is a seat of one’s own before an offer, an offer before what is still to be confirmed, and that before the line', () => {
    const joins = (id: string, person: string): Ask => ({ verb: 'swap', id, person, joins: true });
    const statuses = (desk: DeskWorld) => [desk.status('Ada'), desk.status('Ben')];

    const offered = offering({ onsite: 2 });
    offered.settle(registers('Ada'), registers('Dan'), registers('Ben'), registers('Cem'), withdraws('Dan'));
    expect(offered.status('Ben')).toBe('offered');
    expect(turnsOf(offered.settle(joins('Ada', 'Ben')))).toEqual(['offered Cem']);
    expect(statuses(offered)).toEqual(['confirmed', 'cancelled']);
    expect(offered.places.get('Ada')).toMatchObject({ person: 'Ben', expiresAt: undefined });

    const asked = new DeskWorld({ onsite: 2, rules: { requests: HOLDING } });
    asked.settle(registers('Ada'), requests('Ben'), registers('Cem'));
    expect(asked.places.get('Ben')?.holdsSeat).toBe(true);
    expect(turnsOf(asked.settle(joins('Ada', 'Ben')))).toEqual(['promoted Cem']);
    expect(statuses(asked)).toEqual(['confirmed', 'cancelled']);

    const waits = offering({ onsite: 1 });
    waits.settle(registers('Dan'), registers('Ada'), registers('Cem'), registers('Ben'), withdraws('Dan'));
    expect(turnsOf(waits.settle(joins('Ada', 'Ben')))).toEqual([]);
    expect(statuses(waits)).toEqual(['offered', 'cancelled']);
    expect(waits.places.get('Ada')).toMatchObject({ person: 'Ben', holdsSeat: true });

    const asking = new DeskWorld({ onsite: 1, rules: { requests: HOLDING } });
    asking.settle(requests('Ada'), registers('Ben'), joins('Ben', 'Ada'));
    expect(statuses(asking)).toEqual(['requested', 'cancelled']);
    const last = new DeskWorld({ onsite: 0 });
    last.settle(requests('Ben'), registers('Ada'), joins('Ada', 'Ben'));
    expect(statuses(last)).toEqual(['waitlisted', 'cancelled']);
  });

  it('for the other way of attending does not replace the place one has', () => {
    const desk = offering({ onsite: 1, online: 1 });
    desk.settle(registers('Ben'), registers('Ada', { attendance: 'online' }), registers('Cem'));
    desk.settle({ verb: 'swap', id: 'Ada', person: 'Cem', joins: true });
    expect([desk.status('Ada'), desk.status('Cem')]).toEqual(['cancelled', 'waitlisted']);
  });

  it('brings none of the one before’s answers to whose other place it replaces', () => {
    const desk = new DeskWorld({ onsite: 1, allotments: { harbour: 1, vegan: 1 } });
    desk.settle(registers('Ada', { claims: ['harbour', 'vegan'] }), registers('Ben'));
    const keeps = (claim: string) => claim === 'harbour';
    const corrects = { verb: 'swap', id: 'Ada', keeps, corrects: true, joins: true } as const;
    desk.settle({ ...corrects, person: 'Adele' });
    expect(desk.places.get('Ada')?.held).toEqual(['harbour', 'vegan']);
    desk.settle({ ...corrects, person: 'Ben' });
    expect(desk.places.get('Ada')?.held).toEqual(['harbour']);
  });

  it('gives an unnamed seat its name and takes its deadline away', () => {
    const desk = new DeskWorld({ onsite: 1 });
    const expiresAt = desk.rules.now.add({ hours: 1 });
    desk.settle(registers('N. N.', { expiresAt }), swaps('N. N.', 'Ada'));
    desk.wait({ hours: 2 });
    expect(turnsOf(desk.settle({ verb: 'look' }))).toEqual([]);
    expect(desk.status('N. N.')).toBe('confirmed');
  });

  it('is refused where their member has all it may have, or a kept seat would be lost', () => {
    const desk = new DeskWorld({
      onsite: 2,
      rules: { counted: 'onsite', contingents: true, cap: 1 },
      members: { Kiel: { guaranteed: 1 } },
    });
    desk.settle(registers('of Kiel', { member: 'Kiel' }), registers('of Jena', { member: 'Jena' }));
    const { decisions } = desk.settle(swaps('of Kiel', 'Eva', 'Jena'), swaps('of Kiel', 'Eva', 'Ulm'));
    expect(decisions).toEqual([{ outcome: 'full' }, { outcome: 'full' }]);
    desk.change({ contingents: false });
    expect(desk.settle(swaps('of Kiel', 'Eva', 'Ulm')).decisions).toMatchObject([{ outcome: 'done' }]);
    expect(desk.members.get('Kiel')?.taken).toBe(0);
    expect(desk.members.get('Ulm')?.taken).toBe(1);
  });

  it('waits as one of the member they come from', () => {
    const desk = new DeskWorld({ onsite: 1, rules: { counted: 'onsite', contingents: true, cap: 1 } });
    desk.settle(registers('of Jena', { member: 'Jena' }), registers('Ada', { member: 'Kiel' }));
    desk.settle(swaps('Ada', 'Eva', 'Jena'), { verb: 'resize', onsite: 2 });
    expect(desk.status('Ada')).toBe('waitlisted');
  });

  it('leaves a waiting group that is another member’s', () => {
    const desk = new DeskWorld({ onsite: 0 });
    desk.settle(group('pair', ['Ada', 'Ben'], { member: 'Kiel' }), swaps('Ada', 'Eva', 'Jena'));
    expect(desk.places.get('Ada')).toMatchObject({ group: undefined, line: 1 });
    expect(turnsOf(desk.settle({ verb: 'resize', onsite: 1 }))).toEqual(['promoted Ada']);
  });
});
