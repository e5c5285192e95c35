import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Ask, type Counters, type Place, settle } from './settle.js';

describe('The desk settles what is asked of it', () => {
  it('gives free seats in the order of asking and puts the rest on the waiting list', () => {
    const { decisions, counters } = settle(seats(1), [asks('a'), asks('b'), asks('c')], [], []);
    expect(decisions.map((one) => 'answer' in one && one.answer)).toEqual([
      { status: 'confirmed' },
      { status: 'waitlisted', position: 1 },
      { status: 'waitlisted', position: 2 },
    ]);
    expect(counters.onsite).toEqual({ capacity: 1, taken: 1, waiting: 2 });
  });

  it('moves the first in line up when somebody withdraws, and nobody twice', () => {
    const { promoted, counters } = settle(
      { ...seats(2, 2, 2), nextLine: 3 },
      [withdraws('x'), withdraws('x')],
      [place('x', 'confirmed')],
      [place('first', 'waitlisted', 1), place('second', 'waitlisted', 2)],
    );
    expect(promoted.map((one) => one.id)).toEqual(['first']);
    expect(counters.onsite).toEqual({ capacity: 2, taken: 2, waiting: 1 });
  });

  it('skips whoever left the line in the same batch', () => {
    const first = place('first', 'waitlisted', 1);
    const { promoted } = settle(
      seats(1, 1, 2),
      [withdraws('first'), withdraws('x')],
      [place('x', 'confirmed'), first],
      [first, place('second', 'waitlisted', 2)],
    );
    expect(promoted.map((one) => one.id)).toEqual(['second']);
  });

  it('tells somebody who is on the list already what a newcomer would hear', () => {
    const [decision] = settle(seats(1, 1, 3), [asks('known')], [place('known', 'confirmed')], []).decisions;
    expect(decision).toMatchObject({ outcome: 'known', answer: { status: 'waitlisted', position: 4 } });
  });

  it('gives no free seat to a newcomer while somebody waits for it', () => {
    const { decisions, promoted } = settle(
      seats(1, 0, 1),
      [asks('new')],
      [],
      [place('old', 'waitlisted', 1)],
    );
    expect(promoted.map((one) => one.id)).toEqual(['old']);
    expect(decisions[0]).toMatchObject({ answer: { status: 'waitlisted', position: 1 } });
  });

  it('keeps the room and the online seats apart', () => {
    const counters = { ...seats(0), online: { capacity: 1, taken: 0, waiting: 0 } };
    const { decisions } = settle(counters, [asks('a'), { ...asks('b'), attendance: 'online' }], [], []);
    expect(decisions.map((one) => 'answer' in one && one.answer.status)).toEqual(['waitlisted', 'confirmed']);
  });

  it('never sells a seat twice, never leaves one empty while people wait, and counts what it decides', () => {
    const steps = fc.array(fc.record({ person: fc.integer({ min: 0, max: 12 }), leaves: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        steps,
        fc.integer({ min: 1, max: 7 }),
        (capacity, all, size) => {
          const world = new World(capacity);
          for (let start = 0; start < all.length; start += size) world.batch(all.slice(start, start + size));
          const confirmed = world.places.filter((one) => one.status === 'confirmed').length;
          const waiting = world.places.filter((one) => one.status === 'waitlisted').length;
          expect(world.counters.onsite).toEqual({ capacity, taken: confirmed, waiting });
          expect(confirmed).toBeLessThanOrEqual(capacity);
          if (waiting > 0) expect(confirmed).toBe(capacity);
        },
      ),
    );
  });
});

/** Plays the database: keeps the places between settlements. */
class World {
  places: Place[] = [];
  counters: Counters;
  private made = 0;

  constructor(capacity: number) {
    this.counters = seats(capacity);
  }

  batch(steps: { person: number; leaves: boolean }[]): void {
    const asked = steps.map(({ person, leaves }): Ask => {
      const known = this.active().find((one) => one.person === `p${person}`);
      return leaves && known ? withdraws(known.id) : { ...asks(`p${person}`), id: `r${this.made++}` };
    });
    const line = this.active()
      .filter((one) => one.status === 'waitlisted')
      .sort((a, b) => Number(a.line) - Number(b.line));
    const { decisions, promoted, counters } = settle(this.counters, asked, this.active(), line);
    this.counters = counters;
    const changed = [...promoted, ...decisions.flatMap((one) => ('place' in one ? [one.place] : []))];
    const byId = new Map([...this.places, ...changed].map((one) => [one.id, one]));
    this.places = [...byId.values()];
  }

  private active(): Place[] {
    return this.places.filter((one) => one.status !== 'cancelled');
  }
}

function seats(capacity: number | null, taken = 0, waiting = 0): Counters {
  return {
    onsite: { capacity, taken, waiting },
    online: { capacity: null, taken: 0, waiting: 0 },
    nextLine: waiting + 1,
  };
}

const asks = (person: string) => ({
  verb: 'register' as const,
  id: `r-${person}`,
  person,
  attendance: 'onsite' as const,
});

const withdraws = (id: string): Ask => ({ verb: 'withdraw', id });

const place = (id: string, status: Place['status'], line: number | null = null): Place => ({
  id,
  person: id,
  attendance: 'onsite',
  status,
  line,
});
