import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { findEmbeddedServer } from '#database';
import { aPerson } from '../builders/people.js';
import { AGREEMENT, until, verify } from '../journeys/support/installation.js';
import { registerByApi } from '../journeys/support/registering.js';
import { crowd } from '../races/crowd.js';
import { type Product, startProduct } from '../setup/product.js';

// Processes start and end here, and on a busy machine that takes its time.
jest.setTimeout(60_000);

/** A day of the demo that everybody may follow online, however many they are. */
const SLUG = 'fachtag-hitze';

let product: Product;
afterEach(async () => {
  await product.stop();
  rmSync(product.home, { recursive: true, force: true });
});

describe('A power cut', () => {
  it('of the whole machine, database included, loses nothing that anybody was told', async () => {
    product = await startProduct();
    const { url, home } = product;
    const told: string[] = [];
    const people = Array.from({ length: 300 }, (_, number) => aPerson(number + 1, { attendance: 'online' }));

    await crowd(16, people, async (person) => {
      const answer = await registerByApi(url, SLUG, person).catch(() => undefined);
      if (answer?.status === 201) told.push(person.email);
      if (told.length === 100) await cutThePower();
    });
    expect(told.length).toBeGreaterThanOrEqual(100);
    expect(told.length).toBeLessThan(300);

    product = await startProduct({ environment: { PLENUM_HOME: home } });
    expect(await addresses('SELECT email FROM registration')).toEqual(expect.arrayContaining(told));
    expect(await verify({ PLENUM_HOME: home })).toEqual(AGREEMENT);
    const unsent = "SELECT to_address AS email FROM message WHERE status <> 'sent' AND leased_until IS NULL";
    expect(await until(async () => (await addresses(unsent)).length === 0)).toBe(true);
  });

  async function cutThePower(): Promise<void> {
    const [postmaster] = readFileSync(join(product.home, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(postmaster), 'SIGKILL');
    await product.kill();
  }

  async function addresses(statement: string): Promise<string[]> {
    const client = new pg.Client({ connectionString: await findEmbeddedServer(product.home) });
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows.map(({ email }) => email);
  }
});
