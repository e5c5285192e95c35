import { migrate } from '#database';
import { prepareQueue } from '#jobs';

/** Brings our schema and the queue's up to date; returns the names of the migrations that were applied. */
export async function migrateAll(url: string): Promise<string[]> {
  const applied = await migrate(url);
  await prepareQueue(url);
  return applied;
}
