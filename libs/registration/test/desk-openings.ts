import fc from 'fast-check';
import type { Opening } from './desk-world.js';

export const MEMBERS = ['kiel', 'jena', 'ulm'] as const;
export const TOURS = ['harbour', 'library'] as const;
/** When every such desk opens. */
export const NOW = Temporal.Instant.from('2027-01-04T09:00:00Z');

const few = (max: number) => fc.integer({ min: 0, max });

/** Mostly a few seats, so that there are too few. */
export const capacity = fc.option(few(6), { freq: 9 });

/** Mostly the room. */
export const attendance = fc.oneof(
  { weight: 4, arbitrary: fc.constant('onsite' as const) },
  fc.constant('online' as const),
);

/** Any desk that an office can open. */
export const opening: fc.Arbitrary<Opening> = fc
  .record({
    onsite: capacity,
    online: capacity,
    order: fc.constantFrom('arrival' as const, 'fair' as const),
    counted: fc.oneof({ weight: 3, arbitrary: fc.constant('onsite' as const) }, attendance),
    counts: fc.boolean(),
    contingents: fc.boolean(),
    offers: fc.boolean(),
    requestsHold: fc.boolean(),
    verificationHolds: fc.boolean(),
    collectHours: fc.constantFrom(0, 24, null),
    cap: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }),
    members: fc.dictionary(
      fc.constantFrom(...MEMBERS),
      fc.record({ guaranteed: few(2), more: fc.option(few(2)) }),
    ),
    tours: fc.record({ harbour: fc.option(few(3), { freq: 5 }), library: fc.option(few(3), { freq: 5 }) }),
  })
  .map((any) => ({
    onsite: any.onsite,
    online: any.online,
    members: Object.fromEntries(
      Object.entries(any.members).map(([id, { guaranteed, more }]) => [
        id,
        { guaranteed, cap: more === null ? null : Math.max(1, guaranteed + more) },
      ]),
    ),
    allotments: any.tours,
    rules: {
      now: NOW,
      order: any.counts ? any.order : 'arrival',
      counted: any.counts ? any.counted : undefined,
      contingents: any.counts && any.contingents,
      cap: any.cap,
      offerUntil: any.offers ? NOW.add({ hours: 48 }) : undefined,
      requests: { holdsSeat: any.requestsHold, until: NOW.add({ hours: 336 }) },
      verification: { holdsSeat: any.verificationHolds, until: NOW.add({ hours: 1 }) },
      collectHours: any.collectHours,
    },
  }));
