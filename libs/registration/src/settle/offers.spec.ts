import { describe, expect, it } from '@jest/globals';
import { turnsOf } from '../../test/desk-answers.js';
import { accepts, group, looks, registers, withdraws } from '../../test/desk-asks.js';
import { DeskWorld } from '../../test/desk-world.js';

const NOW = Temporal.Instant.from('2027-01-04T09:00:00Z');
const UNTIL = NOW.add({ hours: 48 });

describe('An offer', () => {
  it('is made to the first in line and holds the seat until its deadline', () => {
    const desk = offeringDesk();
    expect(turnsOf(desk.settle(withdraws('Ada')))).toEqual(['offered Ben']);
    expect(desk.places.get('Ben')).toMatchObject({ status: 'offered', holdsSeat: true });
    expect(desk.places.get('Ben')?.expiresAt?.toString()).toBe(UNTIL.toString());
    desk.settle(registers('Dua'));
    expect(desk.status('Dua')).toBe('waitlisted');
  });

  it('makes a confirmed place when it is accepted', () => {
    const desk = offeringDesk();
    desk.settle(withdraws('Ada'));
    expect(desk.settle(accepts('Ben')).decisions).toMatchObject([{ outcome: 'done', from: 'offered' }]);
    expect(desk.places.get('Ben')).toMatchObject({ status: 'confirmed', expiresAt: undefined });
    desk.wait({ hours: 400 });
    expect(turnsOf(desk.settle(looks))).toEqual([]);
  });

  it('goes to the next when it is refused', () => {
    const desk = offeringDesk();
    desk.settle(withdraws('Ada'));
    expect(turnsOf(desk.settle(withdraws('Ben')))).toEqual(['offered Cem']);
  });

  it('lapses at its deadline and not a moment before, and goes to the next', () => {
    const desk = offeringDesk();
    desk.settle(withdraws('Ada'));
    desk.wait({ hours: 47, minutes: 59 });
    expect(turnsOf(desk.settle(looks))).toEqual([]);
    desk.wait({ minutes: 1 });
    expect(turnsOf(desk.settle(looks))).toEqual(['lapsed Ben', 'offered Cem']);
    expect(desk.status('Ben')).toBe('expired');
  });

  it('cannot be accepted once it has lapsed, even by whoever asks first after it', () => {
    const desk = offeringDesk();
    desk.settle(withdraws('Ada'));
    desk.wait({ hours: 48 });
    const { decisions } = desk.settle(accepts('Ben'));
    expect(decisions).toMatchObject([{ outcome: 'unchanged', place: { status: 'expired' } }]);
    expect(desk.status('Cem')).toBe('offered');
  });

  it('is not made where the time is too short: people move up at once', () => {
    const desk = offeringDesk();
    desk.change({ offerUntil: undefined });
    expect(turnsOf(desk.settle(withdraws('Ada')))).toEqual(['promoted Ben']);
    expect(desk.status('Ben')).toBe('confirmed');
  });

  it('is not made to a group or for an unnamed seat, which nobody could answer', () => {
    const desk = new DeskWorld({ onsite: 0, rules: { offerUntil: UNTIL } });
    const namedBy = NOW.add({ hours: 100 });
    desk.settle(group('delegation', ['Ada', 'Ben']), registers('N. N.', { expiresAt: namedBy }));
    const settlement = desk.settle({ verb: 'resize', onsite: 3 });
    expect(turnsOf(settlement)).toEqual(['promoted Ada', 'promoted Ben', 'promoted N. N.']);
    expect(desk.places.get('N. N.')?.expiresAt).toBe(namedBy);
  });
});

describe('What is over', () => {
  it('lapses all at once, before anybody moves up', () => {
    const desk = new DeskWorld({ onsite: 2, allotments: { tour: 1 } });
    const expiresAt = NOW.add({ hours: 1 });
    desk.settle(registers('N. N. 1', { expiresAt }), registers('N. N. 2', { expiresAt, claims: ['tour'] }));
    desk.settle(registers('Ada', { claims: ['tour'] }));
    desk.wait({ hours: 1 });
    expect(turnsOf(desk.settle(looks))).toEqual(['lapsed N. N. 1', 'lapsed N. N. 2', 'promoted Ada']);
    expect(desk.places.get('Ada')?.held).toEqual(['tour']);
  });

  it('takes an unnamed seat out of the line, too', () => {
    const desk = new DeskWorld({ onsite: 0 });
    desk.settle(registers('N. N.', { expiresAt: NOW.add({ hours: 1 }) }));
    desk.wait({ hours: 1 });
    expect(turnsOf(desk.settle(looks))).toEqual(['lapsed N. N.']);
    expect(desk.counters.onsite.waiting).toBe(0);
  });
});

function offeringDesk(): DeskWorld {
  const desk = new DeskWorld({ onsite: 1, rules: { offerUntil: UNTIL } });
  desk.settle(registers('Ada'), registers('Ben'), registers('Cem'));
  return desk;
}
