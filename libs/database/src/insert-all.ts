import type { EntityManager } from 'typeorm';
import type { Statement } from './short-transaction.js';

/** A row as SQL sees it: snake_case columns. */
export type Row = Record<string, unknown>;

/** Inserts any number of rows in one statement; values take the columns' types from the table. */
export async function insertAll(
  manager: EntityManager,
  table: string,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  for (const { text, values } of insertion(table, rows, onConflict))
    await manager.query(text, [...(values ?? [])]);
}

/** The same as a statement to be sent together with others; none where there are no rows. */
export function insertion(table: string, rows: readonly Row[], onConflict = ''): Statement[] {
  const [first] = rows;
  if (!first) return [];
  // What is null in every row is left to the column's default, which is none where it may be missing.
  const columns = Object.keys(first)
    .filter((column) => rows.some((row) => row[column] !== null && row[column] !== undefined))
    .join(', ');
  const text = `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json) ${onConflict}`;
  return [{ text, values: [JSON.stringify(rows)] }];
}
