import { type Figure, median, whole } from '../figure.js';
import type { Bench, BenchEvent } from '../installation.js';
import { posts } from '../load.js';
import { newcomer } from '../people.js';

const EVENTS = 200;
const REGISTRATIONS = 6_000;

/** Registrations for 200 events at once by 64 clients, against one transaction for each, written by hand. */
export async function manyEvents(bench: Bench, rounds: number): Promise<Figure[]> {
  const events: BenchEvent[] = [];
  for (let number = 0; number < EVENTS; number++) events.push(await bench.plan(REGISTRATIONS));
  let turn = 0;
  const slug = () => events[turn++ % EVENTS]?.slug;
  const desk = (amount: number) =>
    posts(
      () => `${bench.product}/api/v1/events/${slug()}/registrations`,
      amount,
      () => newcomer(),
    );
  const byHand = (amount: number) =>
    posts(
      () => `${bench.bare}/by-hand/${slug()}`,
      amount,
      () => newcomer(),
    );
  await desk(1_000);
  await byHand(1_000);
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    runs.push({ desk: (await desk(REGISTRATIONS)).rate, byHand: (await byHand(REGISTRATIONS)).rate });
  }
  return [
    {
      name: '200 events, HTTP, 64 clients : one transaction each, by hand',
      value: median(runs.map((run) => run.desk / run.byHand)),
      floor: 1,
      detail: runs
        .map((run) => `${whole(run.desk)} registrations/s, ${whole(run.byHand)} by hand/s`)
        .join('; '),
    },
  ];
}
