import type { EntityManager } from 'typeorm';

/** Every column that refers to a table's id; rooms above keep such rows too, and the database knows them all. */
export const references = (
  manager: EntityManager,
  table: string,
): Promise<{ table: string; column: string }[]> =>
  manager.query(
    `SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = $1::regclass`,
    [table],
  );
