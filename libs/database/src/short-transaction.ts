import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { askTogether, type DriverClient, type Rows, type Statement } from './together.js';

/** Sends statements in one round trip within a transaction; throws what the first that failed says. */
export async function sendTogether(
  manager: EntityManager,
  statements: readonly Statement[],
): Promise<Rows[]> {
  return send(manager.queryRunner as QueryRunner, statements);
}

/** What a short transaction writes at its end, and what it answers. */
export interface Ending<T> {
  statements: readonly Statement[];
  result: T;
  /** Called when the statements are on their way. */
  sent?(): void;
}

/**
 * A transaction in two round trips: it begins with these statements, decides on their rows, and ends with what is
 * to be written. The work may read more on the way. Throws what went wrong, and then nothing has changed.
 */
export async function shortTransaction<T>(
  source: DataSource,
  first: readonly Statement[],
  work: (manager: EntityManager, rows: Rows[]) => Promise<Ending<T>>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    const [, , ...rows] = await send(runner, [{ text: 'BEGIN' }, { text: PLAN_ONCE }, ...first]);
    const { statements, result, sent } = await work(runner.manager, rows);
    const written = send(runner, [...statements, { text: 'COMMIT' }]);
    sent?.();
    await written;
    return result;
  } catch (error) {
    // The connection may be gone; then so is the transaction.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

// What is sent here is a few texts again and again, none of which is better planned for one value than for another;
// and to plan the largest takes five times as long as to run it.
const PLAN_ONCE = 'SET LOCAL plan_cache_mode = force_generic_plan';

async function send(runner: QueryRunner, statements: readonly Statement[]): Promise<Rows[]> {
  // The driver's own client, because TypeORM would send one after the other.
  const client: DriverClient = await runner.connect();
  const { logger } = runner.manager.dataSource;
  for (const { text, values } of statements) logger.logQuery(text, values as unknown[], runner);
  return askTogether(client, statements);
}
