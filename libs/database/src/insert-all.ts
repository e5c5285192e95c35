import type { EntityManager } from 'typeorm';

/** A row as SQL sees it: snake_case columns. */
export type Row = Record<string, unknown>;

/** Inserts any number of rows in one statement; values take the columns' types from the table. */
export async function insertAll(
  manager: EntityManager,
  table: string,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await manager.query(
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json) ${onConflict}`,
    [JSON.stringify(rows)],
  );
}
