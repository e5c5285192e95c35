import fc from 'fast-check';
import type { Ask } from '../src/settle/ask.js';
import { attendance, capacity, MEMBERS, NOW, TOURS } from './desk-openings.js';

const member = fc.option(fc.constantFrom(...MEMBERS), { nil: undefined, freq: 3 });
const claims = fc.subarray([...TOURS]);
const name = fc.nat({ max: 29 }).map((number) => `person ${number}`);
// Many asks are about the same few places, so that they meet.
const target = fc.nat({ max: 500 });

/** What happens at a desk: somebody asks; or time passes, or the office changes something without asking it. */
export type Step = { ask: Ask } | { hours: number } | { releases: true } | { promotes: boolean };

/** Anything that can happen at a desk, in any order. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: registering() },
      { weight: 11, arbitrary: concerning() },
      { weight: 1, arbitrary: resizing() },
      { weight: 1, arbitrary: fc.constantFrom(1, 12, 24, 49, 400).map((hours) => () => ({ hours })) },
      { weight: 1, arbitrary: otherRules() },
    ),
    { maxLength: 60, size: 'max' },
  )
  .map((all) => {
    let now = NOW;
    return all.map((one, index) => {
      const step = one(index, now);
      if ('hours' in step) now = now.add({ hours: step.hours });
      return step;
    });
  });

type Any<T> = fc.Arbitrary<(index: number, now: Temporal.Instant) => T>;

// A place's id is its step's, so that the same steps mean the same whatever batches they are cut into.
function registering(): Any<Step> {
  return fc
    .record({
      names: fc.oneof(
        { weight: 2, arbitrary: name.map((one) => [one]) },
        fc.array(name, { minLength: 1, maxLength: 4 }),
      ),
      entry: fc.oneof(
        { weight: 5, arbitrary: fc.constant('straight' as const) },
        fc.constantFrom('request' as const, 'verification' as const),
      ),
      attendance,
      member,
      claims,
      together: fc.boolean(),
      unnamed: fc.boolean(),
    })
    .map(({ names, entry, together, unnamed, ...asker }) => (index, now) => ({
      ask: {
        verb: 'register',
        entry,
        group: together && names.length > 1 ? `group ${index}` : undefined,
        people: names.map((person, at) => ({
          ...asker,
          id: `${index}.${at}`,
          person: unnamed && names.length > 1 && at === 0 ? `N. N. ${index}` : person,
          expiresAt: unnamed && names.length > 1 && at === 0 ? now.add({ hours: 30 }) : undefined,
        })),
      },
    }));
}

function concerning(): Any<Step> {
  const verbs: fc.Arbitrary<(id: string) => Ask> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom('cancelled' as const, 'declined' as const)
        .map((to) => (id: string) => ({ verb: 'withdraw', id, to }) as const),
    },
    {
      weight: 2,
      arbitrary: fc.boolean().map((over) => (id: string) => ({ verb: 'admit', id, over }) as const),
    },
    {
      weight: 2,
      arbitrary: fc.boolean().map((approval) => (id: string) => ({ verb: 'verify', id, approval }) as const),
    },
    { weight: 2, arbitrary: fc.constant((id: string) => ({ verb: 'accept', id }) as const) },
    {
      weight: 3,
      arbitrary: fc
        .record({
          attendance: fc.option(attendance, { nil: undefined }),
          claims: fc.option(claims, { nil: undefined }),
        })
        .map((other) => (id: string) => ({ verb: 'change', id, ...other }) as const),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ person: name, member, joins: fc.boolean() })
        .map((other) => (id: string) => ({ verb: 'swap', id, ...other }) as const),
    },
    fc.constant(() => ({ verb: 'look' }) as const),
  );
  return fc
    .record({ verb: verbs, target, at: fc.constantFrom(0, 0, 0, 1, 2) })
    .map(({ verb, target: any, at }) => (index) => ({
      ask: verb(`${index === 0 ? 0 : any % index}.${at}`),
    }));
}

function resizing(): Any<Step> {
  return fc
    .record({
      onsite: fc.option(capacity, { nil: undefined }),
      online: fc.option(capacity, { nil: undefined }),
    })
    .map((sizes) => () => ({ ask: { verb: 'resize', ...sizes } }));
}

function otherRules(): Any<Step> {
  return fc.oneof(
    fc.constant(() => ({ releases: true }) as const),
    fc.boolean().map((promotes) => () => ({ promotes })),
  );
}

/** Lets happen at a desk what is no ask. */
export function pass(
  world: {
    rules: { now: Temporal.Instant };
    wait(by: Temporal.DurationLike): void;
    change(rules: object): void;
  },
  step: Exclude<Step, { ask: Ask }>,
): void {
  if ('hours' in step) world.wait({ hours: step.hours });
  else if ('releases' in step) world.change({ contingents: false });
  else world.change({ promotes: step.promotes });
}
