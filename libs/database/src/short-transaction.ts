import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** A statement with its values, to be sent together with others. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
}

/** What a statement answered. */
export type Rows = Record<string, unknown>[];

/**
 * Sends statements in this order without waiting in between: each sees what those before it have done, and waits for
 * their locks. Resolves when all are answered; throws what the first that failed says.
 */
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
    const [, ...rows] = await send(runner, [{ text: 'BEGIN' }, ...first]);
    const { statements, result } = await work(runner.manager, rows);
    // Where one of them fails, the server makes a rollback of this commit.
    await send(runner, [...statements, { text: 'COMMIT' }]);
    return result;
  } catch (error) {
    // The connection may be gone; then so is the transaction.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** What is used of the driver's client. */
interface DriverClient {
  connection: { stream: { cork(): void; uncork(): void } };
  query(statement: object): Promise<{ rows: Rows }>;
}

// Planned once per connection: a hot event sends the same few texts hundreds of times a second.
const names = new Map<string, string>();
const MOST_NAMED = 100;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMED) return known;
  const name = `plenum ${names.size}`;
  names.set(text, name);
  return name;
}

async function send(runner: QueryRunner, statements: readonly Statement[]): Promise<Rows[]> {
  // The driver's own client, because the order in which it is asked is the order in which it asks.
  const client: DriverClient = await runner.connect();
  const { logger } = runner.manager.dataSource;
  for (const { text, values } of statements) logger.logQuery(text, values as unknown[], runner);
  // One packet instead of one for each.
  client.connection.stream.cork();
  const asked = statements.map(({ text, values }) =>
    client.query({ text, values, name: values && nameOf(text) }),
  );
  client.connection.stream.uncork();
  const answers = await Promise.allSettled(asked);
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value.rows;
  });
}
