import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { holdRoles, RolesTaken } from './roles.js';
import { type EmbeddedServer, startEmbeddedServer } from './server.js';

let folder: string;
let server: EmbeddedServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-roles-'));
  await chmod(folder, 0o711);
  server = await startEmbeddedServer(join(folder, 'home'));
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

describe('the roles of a home', () => {
  it('run once: a second start of one of them is refused and told which', async () => {
    const first = await hold('home', ['web', 'worker']);

    const second = hold('home', ['api', 'worker']);

    await expect(second).rejects.toThrow(RolesTaken);
    await expect(second).rejects.toMatchObject({ role: 'worker' });
    await first.release();
  });

  it('leave other roles free, those of a refused start included', async () => {
    const web = await hold('home', ['web']);
    await expect(hold('home', ['api', 'web'])).rejects.toThrow(RolesTaken);

    const api = await hold('home', ['api']);

    await Promise.all([web.release(), api.release()]);
  });

  it('are free again as soon as they are released', async () => {
    for (let round = 0; round < 3; round++) await (await hold('home', ['web'])).release();
  });

  it('do not disturb another home on the same database', async () => {
    const roles = await Promise.all([hold('home', ['worker']), hold('other home', ['worker'])]);

    await Promise.all(roles.map((held) => held.release()));
  });

  it('stay claimed when the database drops the connection', async () => {
    const held = await hold('home', ['web']);
    await dropConnections();
    await lockIsBack();

    await expect(hold('home', ['web'])).rejects.toThrow(RolesTaken);

    await held.release();
  });
});

const hold = (home: string, roles: string[]) => holdRoles(server.url, join(folder, home), roles);

const dropConnections = () =>
  query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'plenum'`,
  );

async function lockIsBack(): Promise<void> {
  const held = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock'`;
  while ((await query(held)).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function query(statement: string): Promise<unknown[]> {
  const client = new Client(server.url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
