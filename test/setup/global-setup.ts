import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, startEmbeddedServer } from '#database';
import { prepareQueue } from '#jobs';

/** One real PostgreSQL for the whole run, and in it a migrated template that every spec file copies. */
export default async function globalSetup(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'plenum-test-'));
  // As root the server runs as another system user, who must be able to enter.
  chmodSync(home, 0o755);
  const server = await startEmbeddedServer(home);
  const template = new URL(server.url);
  template.pathname = '/plenum_template';
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('CREATE DATABASE plenum_template');
  await admin.end();
  await migrate(template.href);
  await prepareQueue(template.href);
  process.env.PLENUM_TEST_SERVER = server.url;
  Object.assign(globalThis, { plenumTestServer: { server, home } });
}
