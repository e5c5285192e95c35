import { describe, expect, it } from '@jest/globals';
import { translator } from '#language';
import type { Visit } from '../view/index.js';
import type { EventBrief } from './event-brief.js';
import { registrationState } from './registration-state.js';
import { sampleEvent } from './sample.js';

const visit: Visit = {
  language: 'en',
  t: translator('en'),
  address: '/',
  site: { shortName: 'Forum', name: { text: 'Forum', language: 'en' } },
  demo: false,
};
const stateOf = (more: Partial<EventBrief> = {}) => registrationState(visit, sampleEvent(more));
const full = [{ attendance: 'online' as const, capacity: 30, taken: 30, waiting: 2 }];

describe('The page of an event', () => {
  it('leads to the form and names the deadline with its zone while registration is open', () => {
    const { entrance, sentences } = stateOf();
    expect(entrance).toBe('seat');
    expect(sentences[0]).toMatch(/until Thursday,? 14 January 2027, 10:00 \(CET\)/);
  });

  it('leads to the waiting list when all seats are taken', () => {
    expect(stateOf({ seats: full }).entrance).toBe('waiting');
  });

  it('leads nowhere when all seats are taken and there is no waiting list', () => {
    const { entrance, late } = stateOf({ seats: full, hasWaitingList: false });
    expect({ entrance, late }).toEqual({ entrance: undefined, late: true });
  });

  it('leads to a request where the office decides, though all seats are taken', () => {
    const entry = { late: false, approval: true, confirmsAddress: false, memberAddress: false };
    expect(stateOf({ entry, seats: full }).entrance).toBe('request');
  });

  it('leads to a request after closing, where late comers may ask', () => {
    const entry = { late: true, approval: true, confirmsAddress: false, memberAddress: false };
    const { entrance, sentences } = stateOf({ entry, registering: { state: 'closed' } });
    expect([entrance, sentences[0]]).toEqual(['late', 'Registration is closed.']);
  });

  it('leads to a seat when one of two kinds is taken', () => {
    const seats = [...full, { attendance: 'onsite' as const, capacity: null, taken: 3, waiting: 0 }];
    expect(stateOf({ seats }).entrance).toBe('seat');
  });

  it('leads to the form where nobody counts seats', () => {
    expect(stateOf({ kind: 'assembly', seats: [] }).entrance).toBe('seat');
  });

  it.each<[string, Partial<EventBrief>]>([
    ['is cancelled', { status: 'cancelled' }],
    ['is postponed', { status: 'postponed' }],
    ['is only announced', { status: 'announced', dates: [] }],
    ['is over', { over: true }],
    ['is somebody else’s', { kind: 'listing' }],
    ['is by invitation', { audience: 'invited' }],
    ['is not open yet', { registering: { state: 'upcoming' } }],
    ['is closed', { registering: { state: 'closed' } }],
  ])('leads to no form when the event %s, and says why', (_, more) => {
    const { entrance, sentences } = stateOf(more);
    expect(entrance).toBeUndefined();
    expect(sentences[0]).toBeTruthy();
  });

  it('names whom to ask once registration has closed', () => {
    expect(stateOf({ registering: { state: 'closed' } }).late).toBe(true);
  });
});
