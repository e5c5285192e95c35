import { runMigrations } from 'bullmq';
import pg from 'pg';

/** Schema of the queue's own tables, beside ours and never among them. */
export const QUEUE_SCHEMA = 'bullmq';

/** Makes or updates the queue's tables; part of the migrate step. Safe to run at once from many processes. */
export async function prepareQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
  } finally {
    await client.end();
  }
}
