import autocannon from 'autocannon';
import pg from 'pg';
import type { Bench } from './installation.js';

/** One figure: a ratio, the least it may be, and what it was made from. */
export interface Figure {
  name: string;
  value: number;
  floor?: number;
  detail: string;
}

const CLIENTS = 64;
const REGISTRATIONS = 6_000;

/** Registrations for one event by 64 clients at once, against two baselines. */
export async function hotEventRow(bench: Bench, rounds: number): Promise<Figure[]> {
  await registrations(bench, 1_000);
  await noOpPosts(bench, 1_000);
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    runs.push({
      desk: await registrations(bench, REGISTRATIONS),
      inserts: await durableInserts(bench.databaseUrl, REGISTRATIONS),
      noOp: await noOpPosts(bench, REGISTRATIONS),
    });
  }
  const detail = runs
    .map(
      ({ desk, inserts, noOp }) =>
        `${round(desk)} registrations/s, ${round(inserts)} inserts/s, ${round(noOp)} no-op/s`,
    )
    .join('; ');
  return [
    {
      name: 'hot event, HTTP, 64 clients : single-row durable inserts',
      value: median(runs.map(({ desk, inserts }) => desk / inserts)),
      floor: 0.2,
      detail,
    },
    {
      name: 'hot event, HTTP, 64 clients : no-op POST of the same stack',
      value: median(runs.map(({ desk, noOp }) => desk / noOp)),
      detail: 'the same runs',
    },
  ];
}

/** A feed that has not changed, against a GET that does nothing. */
export async function feedRow(bench: Bench, rounds: number): Promise<Figure[]> {
  // Every coding of a feed has its own ETag, and the polls below ask for none.
  const first = await fetch(`${bench.product}/calendar.ics`, { headers: { 'accept-encoding': 'identity' } });
  const etag = first.headers.get('etag') ?? '';
  const unchanged = { url: `${bench.product}/calendar.ics`, headers: { 'if-none-match': etag } };
  const runs = [];
  for (let round = 0; round <= rounds; round++) {
    const feed = await gets({ ...unchanged, expected: 304 });
    const noOp = await gets({ url: bench.bare, expected: 200 });
    // The first round only warms up.
    if (round > 0) runs.push({ feed, noOp });
  }
  return [
    {
      name: 'feed unchanged (304) : no-op GET of the same stack',
      value: median(runs.map(({ feed, noOp }) => feed / noOp)),
      floor: 0.5,
      detail: runs.map(({ feed, noOp }) => `${round(feed)} polls/s, ${round(noOp)} no-op/s`).join('; '),
    },
  ];
}

let invented = 0;

async function registrations(bench: Bench, amount: number): Promise<number> {
  const slug = await bench.plan(Math.floor(amount / 2));
  return posts(`${bench.product}/api/v1/events/${slug}/registrations`, amount, () => {
    invented += 1;
    return {
      email: `person${invented}@city${invented % 97}.example`,
      firstName: 'Invented',
      lastName: `Person ${invented}`,
      organization: `City ${invented % 97}`,
    };
  });
}

const noOpPosts = (bench: Bench, amount: number): Promise<number> =>
  posts(bench.bare, amount, () => ({
    email: 'person@city.example',
    firstName: 'Invented',
    lastName: 'Person',
  }));

function posts(url: string, amount: number, body: () => object): Promise<number> {
  const setupRequest = (request: autocannon.Request) => ({ ...request, body: JSON.stringify(body()) });
  const requests = [
    { method: 'POST' as const, headers: { 'content-type': 'application/json' }, setupRequest },
  ];
  return perSecond({ url, amount, requests }, 201);
}

function gets({
  url,
  headers,
  expected,
}: {
  url: string;
  headers?: Record<string, string>;
  expected: number;
}) {
  return perSecond({ url, amount: 20_000, headers }, expected);
}

/** Answers per second until the last; throws unless every one has the expected status. */
async function perSecond(load: autocannon.Options & { amount: number }, status: number): Promise<number> {
  const start = performance.now();
  let [end, answers] = [start, 0];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ ...load, connections: CLIENTS }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
    // Its own clock ticks once a second.
    run.on('response', () => {
      answers += 1;
      if (answers === load.amount) end = performance.now();
    });
  });
  const good = result.statusCodeStats?.[`${status}`]?.count ?? 0;
  if (good !== load.amount) {
    throw new Error(
      `${load.url}: not all of ${load.amount} answers were ${status}: ${JSON.stringify(result.statusCodeStats)}`,
    );
  }
  return load.amount / ((end - start) / 1_000);
}

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

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const round = (value: number): string => String(Math.round(value));
