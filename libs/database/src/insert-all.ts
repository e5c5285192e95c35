import type { EntityManager } from 'typeorm';
import { copying, isGiven, textOf } from './copy.js';
import type { Row, Statement } from './together.js';

/** Inserts any number of rows in one statement; values take the columns' types from the table. */
export async function insertAll(
  manager: EntityManager,
  table: string,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const { text, values = [] } = manyRows(table, rows, columnsOf(rows), {}, onConflict);
  await manager.query(text, [...values]);
}

/**
 * The same as a statement to be sent together with others; none where there are no rows. What is `shared` by all rows
 * is sent once. No column may be an array: a list is sent as JSON.
 */
export function insertion(
  table: string,
  rows: readonly Row[],
  { onConflict = '', shared = {} }: { onConflict?: string; shared?: Row } = {},
): Statement[] {
  const [first, second] = rows;
  if (!first) return [];
  if (!second) return [oneRow(table, { ...first, ...shared }, onConflict)];
  const own = columnsOf(rows).filter((column) => !(column in shared));
  return [
    onConflict === ''
      ? copying(table, rows, { own, shared })
      : manyRows(table, rows, own, shared, onConflict),
  ];
}

// What is null in every row is left to the column's default, which is none where it may be missing.
const columnsOf = (rows: readonly Row[]): string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => isGiven(row[column])));

// COPY knows no conflicts.
function manyRows(
  table: string,
  rows: readonly Row[],
  own: readonly string[],
  shared: Row,
  onConflict: string,
): Statement {
  const all = Object.keys(shared);
  const values = [...own.map((column) => `own.${column}`), ...all.map((column) => `shared.${column}`)];
  const text = `INSERT INTO ${table} (${[...own, ...all].join(', ')}) SELECT ${values.join(', ')}
     FROM json_populate_recordset(NULL::${table}, $1::json) AS own,
       json_populate_record(NULL::${table}, $2::json) AS shared ${onConflict}`;
  return { text, values: [JSON.stringify(rows.map((row) => only(own, row))), JSON.stringify(shared)] };
}

// Most come alone, and a row of values is what a database reads fastest.
function oneRow(table: string, row: Row, onConflict: string): Statement {
  const columns = Object.keys(row).filter((column) => isGiven(row[column]));
  const places = columns.map((_, index) => `$${index + 1}`);
  return {
    text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')}) ${onConflict}`,
    values: columns.map((column) => textOf(row[column])),
  };
}

// What is null need not be said.
function only(columns: readonly string[], row: Row): Row {
  const given: Row = {};
  for (const column of columns) if (isGiven(row[column])) given[column] = row[column];
  return given;
}
