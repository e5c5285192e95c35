import { randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import { type Figure, median, whole } from '../figure.js';
import type { Bench } from '../installation.js';

const FREED = 1_000;
const WAITING = 10_000;

/** A thousand seats become free where ten thousand wait, against writing the same rows in bulk. */
export async function release(bench: Bench, rounds: number): Promise<Figure[]> {
  const client = new pg.Client(bench.databaseUrl);
  await client.connect();
  const runs = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      const event = await bench.plan(FREED, { registered: FREED, waiting: WAITING });
      const settled = await milliseconds(() => bench.resize(event.id, 2 * FREED));
      await assertFirstMovedUp(client, event.id);
      const bulk = await milliseconds(() => insertTheSame(client, event.id));
      // The first round only warms up.
      if (round > 0) runs.push({ settled, bulk });
    }
  } finally {
    await client.end();
  }
  return [
    {
      name: 'releasing 1,000 seats with 10,000 waiting : inserting the same rows in bulk',
      value: median(runs.map(({ settled, bulk }) => settled / bulk)),
      most: 3,
      detail: runs.map(({ settled, bulk }) => `${whole(settled)} ms, ${whole(bulk)} ms`).join('; '),
    },
  ];
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function assertFirstMovedUp(client: pg.Client, eventId: string): Promise<void> {
  const { rows } = await client.query(
    `SELECT count(*) FILTER (WHERE status = 'confirmed')::integer AS seated, min(line) FILTER (WHERE status = 'waitlisted') AS next
     FROM registration WHERE event_id = $1 AND line IS NOT NULL`,
    [eventId],
  );
  if (rows[0].seated !== FREED || Number(rows[0].next) !== FREED + 1) {
    throw new Error(`Not the first thousand moved up: ${JSON.stringify(rows)}`);
  }
}

/** Copies of the rows that the settlement wrote: registrations, their history, their messages and appointments. */
async function insertTheSame(client: pg.Client, eventId: string): Promise<void> {
  const { rows } = await client.query(
    `SELECT to_json(r) AS registration, to_json(m) AS message FROM registration r JOIN message m ON m.subject_id = r.id
     WHERE r.event_id = $1 AND r.line <= $2`,
    [eventId, FREED],
  );
  const registrations = rows.map(({ registration }) => ({
    ...registration,
    id: randomUUIDv7(),
    reference: randomUUIDv7(),
    name_key: `${registration.name_key} copy`,
    email_key: `copy ${registration.email_key}`,
  }));
  const messages = rows.map(({ message }) => ({
    ...message,
    id: randomUUIDv7(),
    key: `copy ${message.key}`,
  }));
  const changes = registrations.map(({ id }) => ({
    registration_id: id,
    at: new Date(),
    to_status: 'confirmed',
    actor: 'desk',
  }));
  await client.query('BEGIN');
  for (const [table, columns, values] of [
    ['registration', Object.keys(registrations[0]), registrations],
    ['registration_change', ['registration_id', 'at', 'to_status', 'actor'], changes],
    ['message', Object.keys(messages[0]), messages],
  ] as const) {
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`,
      [JSON.stringify(values)],
    );
  }
  await client.query('COMMIT');
}
