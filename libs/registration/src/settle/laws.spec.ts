import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeskBook } from '../../test/desk-book.js';
import * as laws from '../../test/desk-laws.js';
import { opening } from '../../test/desk-openings.js';
import { pass, type Step, steps } from '../../test/desk-steps.js';
import { DeskWorld, type Opening } from '../../test/desk-world.js';
import { isActive } from '../words.js';
import type { Ask } from './ask.js';
import type { Place } from './place.js';

describe('Whatever is asked of the desk, in whatever order', () => {
  it('what it counts is what a recount finds', always(laws.countsAgree));

  it(
    'nobody is in two states or has two places, and nothing outlives its deadline',
    always(laws.placesAreWhole),
  );

  it('there are never more seats than the capacity and what the office added', always(laws.capacityHolds));

  it('nobody who could sit is left waiting', always(laws.nobodyIsLeft));

  it('whoever moves up is the first in order of those who could', always(laws.orderIsKept));

  it('seats guaranteed to members are there until the release', always(laws.guaranteesHold));

  it('no member has more seats than its cap before the release', always(laws.capsHold));

  it('a group moves up as a whole or not at all', always(laws.groupsStayTogether));

  it('whoever comes to a second place keeps the better of the two', () => {
    fc.assert(
      fc.property(opening, steps, (open, all) => {
        const world = new DeskWorld(open);
        for (const step of all) take(world, step);
        // Everybody who is there hands on to the next.
        const there = [...world.places.values()].filter(({ status }) => isActive(status));
        for (const [index, { person }] of there.slice(1).entries()) {
          const { id, member } = there[index] as Place;
          const before = DeskBook.of(world);
          const was = structuredCopy(world);
          const asked: Ask = { verb: 'swap', id, person, member, joins: true };
          const settlement = world.settle(asked);
          const after = DeskBook.of(world);
          for (const law of laws.LAWS) law({ before, was, asked, settlement, world, after });
        }
      }),
    );
  });

  it('what is collected for a group goes to nobody behind it', always(laws.collectionIsKept));

  it('looking once more changes nothing', () => {
    fc.assert(
      fc.property(opening, steps, (open, all) => {
        const world = new DeskWorld(open);
        for (const step of all) take(world, step);
        world.settle({ verb: 'look' });
        const { counters, members, allotments } = world;
        world.change({});
        const again = world.settle({ verb: 'look' });
        expect(again.turns).toEqual([]);
        expect(again.changed).toEqual([]);
        expect(said(again)).toMatchObject(said({ counters, members, allotments }));
      }),
    );
  });

  it('it does not matter how the asks are cut into batches', () => {
    fc.assert(
      fc.property(
        opening,
        steps,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (open, all, cuts) => {
          const oneByOne = played(open, all, [1]);
          expect(played(open, all, cuts)).toEqual(oneByOne);
          expect(played(open, all, [Number.POSITIVE_INFINITY])).toEqual(oneByOne);
        },
      ),
    );
  });
});

// Asks one by one, and holds a law against every single decision.
function always(law: (typeof laws.LAWS)[number]) {
  return () => {
    fc.assert(
      fc.property(opening, steps, (open, all) => {
        const world = new DeskWorld(open);
        for (const step of all) {
          if (!('ask' in step)) pass(world, step);
          const before = DeskBook.of(world);
          const was = structuredCopy(world);
          const asked: Ask = 'ask' in step ? step.ask : { verb: 'look' };
          const settlement = world.settle(asked);
          law({ before, was, asked, settlement, world, after: DeskBook.of(world) });
        }
      }),
    );
  };
}

const structuredCopy = ({ counters: { onsite, online, collecting, ...more } }: DeskWorld) => ({
  ...more,
  onsite: { ...onsite },
  online: { ...online },
  collecting: { ...collecting },
});

function take(world: DeskWorld, step: Step): void {
  if ('ask' in step) world.settle(step.ask);
  else pass(world, step);
}

// What became of everybody, and what each was told, when asks come in batches of these sizes.
function played(open: Opening, all: readonly Step[], sizes: readonly number[]) {
  const world = new DeskWorld(open);
  const told: string[] = [];
  let batch: Ask[] = [];
  let cut = 0;
  const settle = () => {
    if (batch.length === 0) return;
    for (const decision of world.settle(...batch).decisions) told.push(summary(decision));
    batch = [];
    cut += 1;
  };
  for (const step of all) {
    if ('ask' in step) {
      batch.push(step.ask);
      if (batch.length >= (sizes[cut % sizes.length] as number)) settle();
    } else {
      settle();
      pass(world, step);
    }
  }
  settle();
  const { counters, members, allotments } = world;
  return said({ told, counters, members, allotments, places: world.places });
}

// Moments and maps in words, which are compared by what they say.
const said = (all: object): object =>
  JSON.parse(JSON.stringify(all, (_, value) => (value instanceof Map ? [...value] : value)));

const PLACES = ['place', 'yieldsTo', 'replaces'];

// Without places, which are shown as they stand after the whole batch.
const summary = (decision: object): string =>
  JSON.stringify(decision, (key, value) => (PLACES.includes(key) ? value?.id : value));
