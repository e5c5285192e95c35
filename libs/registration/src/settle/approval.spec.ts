import { describe, expect, it } from '@jest/globals';
import { answersOf, turnsOf } from '../../test/desk-answers.js';
import { admits, looks, registers, registersUnverified, requests, withdraws } from '../../test/desk-asks.js';
import { DeskWorld } from '../../test/desk-world.js';

const NOW = Temporal.Instant.from('2027-01-04T09:00:00Z');
const HOLDING = { holdsSeat: true, until: NOW.add({ hours: 336 }) };
const NOT_HOLDING = { ...HOLDING, holdsSeat: false };

describe('A request for approval', () => {
  it('holds no seat unless the event says so', () => {
    const desk = new DeskWorld({ onsite: 1 });
    const settlement = desk.settle(requests('Ada'), registers('Ben'));
    expect(answersOf(settlement)).toEqual([{ status: 'requested' }, { status: 'confirmed' }]);
    desk.settle(admits('Ada'));
    expect(desk.status('Ada')).toBe('waitlisted');
  });

  it('holds a seat where the event says so and one is free', () => {
    const desk = new DeskWorld({ onsite: 1, rules: { requests: HOLDING } });
    desk.settle(requests('Ada'), requests('Ben'));
    expect(desk.places.get('Ada')?.holdsSeat).toBe(true);
    expect(desk.places.get('Ben')?.holdsSeat).toBe(false);
    desk.settle(admits('Ada'), admits('Ben'));
    expect(desk.status('Ada')).toBe('confirmed');
    expect(desk.status('Ben')).toBe('waitlisted');
  });

  it('becomes a place when it is approved, and the office’s no gives its seat to the next', () => {
    const desk = new DeskWorld({ onsite: 1, rules: { requests: HOLDING } });
    desk.settle(requests('Ada'), registers('Ben'));
    expect(turnsOf(desk.settle(withdraws('Ada', 'declined')))).toEqual(['promoted Ben']);
    expect(desk.status('Ada')).toBe('declined');
  });

  it('expires when nobody decides', () => {
    const desk = new DeskWorld({ onsite: 1, rules: { requests: HOLDING } });
    desk.settle(requests('Ada'), registers('Ben'));
    desk.wait({ hours: 336 });
    expect(turnsOf(desk.settle(looks))).toEqual(['lapsed Ada', 'promoted Ben']);
  });

  it('for an unnamed seat gets the naming deadline when it is approved', () => {
    const desk = new DeskWorld({ onsite: 1 });
    const expiresAt = NOW.add({ hours: 50 });
    desk.settle(requests('N. N.', { expiresAt: NOW.add({ hours: 20 }) }), admits('N. N.', { expiresAt }));
    expect(desk.status('N. N.')).toBe('confirmed');
    expect(desk.places.get('N. N.')?.expiresAt).toBe(expiresAt);
  });
});

describe('An address to be confirmed', () => {
  it('holds a seat for a while, which then goes to the next', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registersUnverified('Ada'), registers('Ben'));
    expect(desk.places.get('Ada')?.holdsSeat).toBe(true);
    desk.wait({ hours: 1 });
    expect(turnsOf(desk.settle(looks))).toEqual(['lapsed Ada', 'promoted Ben']);
  });

  it('makes a confirmed place of the seat it held', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registersUnverified('Ada'), { verb: 'verify', id: 'Ada', approval: false });
    expect(desk.places.get('Ada')).toMatchObject({ status: 'confirmed', expiresAt: undefined });
    expect(desk.counters.onsite.taken).toBe(1);
  });

  it('joins the end of the line where it held none and all are taken', () => {
    const desk = new DeskWorld({ onsite: 1, rules: { verification: NOT_HOLDING } });
    desk.settle(registersUnverified('Ada'), registers('Ben'), registers('Cem'));
    desk.settle({ verb: 'verify', id: 'Ada', approval: false });
    expect(desk.all('waitlisted')).toEqual(['Cem', 'Ada']);
  });

  it('becomes a request where the event asks for approval, and gives its seat back where requests hold none', () => {
    const desk = new DeskWorld({ onsite: 1, rules: { requests: NOT_HOLDING } });
    desk.settle(registersUnverified('Ada'), registers('Ben'));
    const verified = desk.settle({ verb: 'verify', id: 'Ada', approval: true });
    expect(verified.decisions).toMatchObject([{ outcome: 'done', from: 'unverified' }]);
    expect(desk.status('Ada')).toBe('requested');
    expect(desk.places.get('Ada')?.expiresAt).toBe(NOT_HOLDING.until);
    expect(desk.status('Ben')).toBe('confirmed');
  });

  it('takes a seat as a request where requests hold one and it had none', () => {
    const desk = new DeskWorld({ onsite: 1, rules: { verification: NOT_HOLDING, requests: HOLDING } });
    desk.settle(registersUnverified('Ada'), { verb: 'verify', id: 'Ada', approval: true });
    expect(desk.places.get('Ada')).toMatchObject({ status: 'requested', holdsSeat: true });
  });

  it('is confirmed once', () => {
    const desk = new DeskWorld({ onsite: 1 });
    const verifies = { verb: 'verify', id: 'Ada', approval: false } as const;
    const { decisions } = desk.settle(registersUnverified('Ada'), verifies, verifies);
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['registered', 'done', 'unchanged']);
  });
});

describe('The office', () => {
  it('restores who was withdrawn, to a seat or to the line’s end', () => {
    const desk = new DeskWorld({ onsite: 1 });
    desk.settle(registers('Ada'), withdraws('Ada'), admits('Ada'));
    expect(desk.status('Ada')).toBe('confirmed');
    desk.settle(withdraws('Ada'), registers('Ben'), admits('Ada'));
    expect(desk.status('Ada')).toBe('waitlisted');
  });

  it('does not restore somebody who registered anew meanwhile', () => {
    const desk = new DeskWorld();
    desk.settle(registers('Ada'), withdraws('Ada'), registers('Ada', { id: 'Ada again' }));
    expect(desk.settle(admits('Ada')).decisions).toMatchObject([
      { outcome: 'double', place: { id: 'Ada again' } },
    ]);
    expect(desk.status('Ada')).toBe('cancelled');
  });
});
