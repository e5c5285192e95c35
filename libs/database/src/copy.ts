import type { Row, Statement } from './together.js';

/**
 * Adds rows with a COPY, the way PostgreSQL takes many the quickest: in blocks, with nothing to parse but tabs and
 * line ends. `own` columns differ from row to row, `shared` are the same in all. Fails where one exists already.
 */
export function copying(
  table: string,
  rows: readonly Row[],
  { own, shared }: { own: readonly string[]; shared: Row },
): Statement {
  const rest = Object.values(shared).map(field);
  const lines = rows.map((row) => [...own.map((column) => field(row[column])), ...rest].join('\t'));
  return {
    text: `COPY ${table} (${[...own, ...Object.keys(shared)].join(', ')}) FROM STDIN`,
    copy: `${lines.join('\n')}\n`,
  };
}

// COPY's text format (PostgreSQL, "File Formats"): what would end a field or a line is escaped.
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const NOTHING = '\\N';

function field(value: unknown): string {
  if (value === null || value === undefined) return NOTHING;
  return textOf(value).replace(/[\\\n\r\t]/g, (one) => ESCAPES[one] as string);
}

/** A value as PostgreSQL reads it: an instant and the like are their text, other objects JSON. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object') return String(value);
  const json = JSON.stringify(value);
  return json.startsWith('"') ? JSON.parse(json) : json;
}
