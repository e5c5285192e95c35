import { describe, expect, it } from '@jest/globals';
import { looks, registers, withdraws } from '../../test/desk-asks.js';
import type { Counters } from './place.js';
import { reach } from './reach.js';

const NOTHING_ELSE = { lapsing: 0, due: false };

describe('How far the line must be read', () => {
  it('is nowhere for those who only ask for a seat', () => {
    expect(reach(counters(), [registers('Ada'), looks], NOTHING_ELSE).onsite).toBe(0);
  });

  it('is as far as there are people who leave or lapse', () => {
    const asks = [withdraws('Ada'), withdraws('Ben'), registers('Cem')];
    expect(reach(counters(), asks, { lapsing: 3, due: false }).onsite).toBe(5);
  });

  it('is as far as the room grows', () => {
    const asks = [
      { verb: 'resize' as const, onsite: 12 },
      { verb: 'resize' as const, onsite: 8 },
      { verb: 'resize' as const, onsite: 9, online: 7 },
    ];
    expect(reach(counters(), asks, NOTHING_ELSE)).toEqual({ onsite: 3, online: 0 });
    expect(reach(counters(), [{ verb: 'resize', onsite: null }], NOTHING_ELSE).onsite).toBe(Infinity);
  });

  it('counts seats that were free before where something else has happened, or a group collects them', () => {
    expect(reach(counters(), [looks], { lapsing: 0, due: true }).onsite).toBe(4);
    const collecting = {
      onsite: { group: 'delegation', since: Temporal.Instant.from('2027-01-04T09:00:00Z') },
    };
    expect(reach({ ...counters(), collecting }, [looks], NOTHING_ELSE).onsite).toBe(4);
  });

  it('is nowhere where nobody waits', () => {
    const { onsite, ...more } = counters();
    expect(
      reach({ ...more, onsite: { ...onsite, waiting: 0 } }, [withdraws('Ada')], NOTHING_ELSE).onsite,
    ).toBe(0);
  });
});

// Four seats are free, which those who wait could not have; online nobody waits.
const counters = (): Counters => ({
  onsite: { capacity: 10, taken: 6, waiting: 100, over: 0 },
  online: { capacity: 5, taken: 5, waiting: 0, over: 0 },
  nextLine: 200,
  collecting: {},
});
