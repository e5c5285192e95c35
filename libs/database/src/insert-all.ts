import type { EntityManager } from 'typeorm';
import type { Statement } from './together.js';

/** A row as SQL sees it: snake_case columns. */
export type Row = Record<string, unknown>;

/** Inserts any number of rows in one statement; values take the columns' types from the table. */
export async function insertAll(
  manager: EntityManager,
  table: string,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const { text, values = [] } = manyRows(table, rows, {}, onConflict);
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
  return [
    second ? manyRows(table, rows, shared, onConflict) : oneRow(table, { ...first, ...shared }, onConflict),
  ];
}

// What is null in every row is left to the column's default, which is none where it may be missing.
function manyRows(table: string, rows: readonly Row[], shared: Row, onConflict: string): Statement {
  const own = Object.keys(rows[0] ?? {}).filter(
    (column) => !(column in shared) && rows.some((row) => isGiven(row[column])),
  );
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
    values: columns.map((column) => plain(row[column])),
  };
}

// An instant and the like are their text, other objects JSON.
function plain(value: unknown): unknown {
  if (typeof value !== 'object') return value;
  const json = JSON.stringify(value);
  return json.startsWith('"') ? JSON.parse(json) : json;
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

// What is null need not be said.
function only(columns: readonly string[], row: Row): Row {
  const given: Row = {};
  for (const column of columns) if (isGiven(row[column])) given[column] = row[column];
  return given;
}
