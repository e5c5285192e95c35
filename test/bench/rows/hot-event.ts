import pg from 'pg';
import { type Figure, median, whole } from '../figure.js';
import type { Bench, BenchEvent } from '../installation.js';
import { posts } from '../load.js';
import { newcomer } from '../people.js';

// Many, so that the 64 who come first and wait until the event has been read are not one in a hundred.
const REGISTRATIONS = 12_000;

// Until the engine has compiled what is hot, each registration costs half as much again.
const WARM_UP = 40_000;

/** Seats at an event that people come to while a hundred thousand are there. */
const MANY = 100_000;

/** Registrations for one event with all rules on by 64 clients at once, against two baselines and its own fullness. */
export async function hotEvent(bench: Bench, rounds: number): Promise<Figure[]> {
  await crowd(bench, await bench.plan(500, { allRules: true }), WARM_UP);
  await noOpPosts(bench, 1_000);
  await bench.checkpoint();
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    runs.push({
      desk: await crowd(bench, await emptyEvent(bench), REGISTRATIONS),
      inserts: await durableInserts(bench.databaseUrl, REGISTRATIONS),
      noOp: await noOpPosts(bench, REGISTRATIONS),
    });
  }
  const full = await bench.plan(MANY + REGISTRATIONS, { allRules: true, registered: MANY });
  // What was written by hand has been checkpointed, and the first touch of each page is written whole.
  await crowd(bench, full, REGISTRATIONS);
  const beside = [];
  for (let round = 0; round < rounds; round++) {
    beside.push({
      full: await crowd(bench, full, REGISTRATIONS),
      empty: await crowd(bench, await emptyEvent(bench), REGISTRATIONS),
    });
  }
  const detail = runs
    .map(
      ({ desk, inserts, noOp }) =>
        `${whole(desk.rate)} registrations/s, ${whole(inserts)} inserts/s, ${whole(noOp)} no-op/s`,
    )
    .join('; ');
  return [
    {
      name: 'hot event, all rules, HTTP, 64 clients : single-row durable inserts',
      value: median(runs.map(({ desk, inserts }) => desk.rate / inserts)),
      floor: 0.5,
      detail,
    },
    {
      name: 'hot event, all rules, HTTP, 64 clients : no-op POST of the same stack',
      value: median(runs.map(({ desk, noOp }) => desk.rate / noOp)),
      detail: 'the same runs',
    },
    {
      name: 'hot event, p99 : p50',
      value: median(runs.map(({ desk }) => desk.p99 / desk.p50)),
      most: 4,
      detail: runs.map(({ desk }) => `${desk.p99.toFixed(1)} ms, ${desk.p50.toFixed(1)} ms`).join('; '),
    },
    {
      name: 'hot event with 100,000 registrations : the empty one',
      value: median(beside.map(({ full, empty }) => full.rate / empty.rate)),
      floor: 0.9,
      detail: beside
        .map(({ full, empty }) => `${whole(full.rate)} registrations/s, ${whole(empty.rate)} to an empty one`)
        .join('; '),
    },
  ];
}

/** With seats for half of those who come. */
const emptyEvent = (bench: Bench) => bench.plan(REGISTRATIONS / 2, { allRules: true });

const crowd = (bench: Bench, event: BenchEvent, amount: number) =>
  posts(
    () => `${bench.product}/api/v1/events/${event.slug}/registrations`,
    amount,
    () => newcomer(event.answers),
  );

const noOpPosts = async (bench: Bench, amount: number): Promise<number> =>
  (
    await posts(
      () => `${bench.bare}/`,
      amount,
      () => newcomer(),
    )
  ).rate;

/** What a bare table takes: one row per commit, sixteen connections, everything on disk before the answer. */
async function durableInserts(url: string, amount: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bench_insert (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text, at timestamptz)',
  );
  const start = performance.now();
  let left = amount;
  const client = async () => {
    while (left-- > 0)
      await pool.query('INSERT INTO bench_insert (name, at) VALUES ($1, now())', [`Person ${left}`]);
  };
  await Promise.all(Array.from({ length: 16 }, client));
  const seconds = (performance.now() - start) / 1_000;
  await pool.query('DROP TABLE bench_insert');
  await pool.end();
  return amount / seconds;
}
