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
  const rest = Object.values(shared).map((value) => `\t${field(value)}`);
  const end = `${rest.join('')}\n`;
  return {
    text: `COPY ${table} (${[...own, ...Object.keys(shared)].join(', ')}) FROM STDIN`,
    copy: rows.map((row) => own.map((column) => field(row[column])).join('\t') + end).join(''),
  };
}

// COPY's text format (PostgreSQL, "File Formats"): what would end a field or a line is escaped.
const NOTHING = '\\N';
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const field = (value: unknown): string =>
  isGiven(value) ? textOf(value).replace(/[\\\n\r\t]/g, (one) => ESCAPES[one] as string) : NOTHING;

/** A value as PostgreSQL reads it: an instant and the like are their text, other objects JSON. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  const json = JSON.stringify(value);
  return json.startsWith('"') ? JSON.parse(json) : json;
}

/** Whether there is a value. */
export const isGiven = (value: unknown): boolean => value !== null && value !== undefined;
