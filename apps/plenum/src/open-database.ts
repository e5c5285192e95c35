import { Client } from 'pg';
import type { Settings } from '#config';
import { startEmbeddedServer } from '#database';
import { reasonOf, Trouble } from './trouble.js';

/** The database of this installation, reachable until it is closed. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** Connects to DATABASE_URL or starts the embedded server; throws {@link Trouble} if the first is unreachable. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (!settings.databaseUrl) {
    const server = await startEmbeddedServer(settings.home);
    return { url: server.url, close: () => server.stop() };
  }
  await reach(settings.databaseUrl);
  return { url: settings.databaseUrl, close: async () => undefined };
}

async function reach(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Trouble(`DATABASE_URL: no connection to ${host}${pathname}: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
