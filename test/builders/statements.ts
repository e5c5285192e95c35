import type { EntityManager, Logger } from 'typeorm';

/** The SQL statements that are run until the work is done. */
export async function statementsOf(manager: EntityManager, work: () => Promise<unknown>): Promise<string[]> {
  const { dataSource } = manager;
  const statements: string[] = [];
  const before = dataSource.logger;
  dataSource.logger = { logQuery: (statement: string) => void statements.push(statement) } as Logger;
  try {
    await work();
  } finally {
    dataSource.logger = before;
  }
  return statements;
}
