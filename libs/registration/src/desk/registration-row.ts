import type { Registration } from '../registration.entity.js';

const INSTANTS = new Set(['toldAt', 'createdAt', 'changedAt', 'expiresAt']);
const BIGINTS = new Set(['line']);

/** A registration as a row for SQL: snake_case columns, instants as text. */
export const rowOf = (registration: Registration): Record<string, unknown> =>
  Object.fromEntries(Object.entries(registration).map(([name, value]) => [snake(name), value]));

/** A registration from the JSON that PostgreSQL makes of its row. */
export function registrationOf(row: Record<string, unknown>): Registration {
  const entries = Object.entries(row).map(([column, value]) => {
    const name = camel(column);
    if (value !== null && INSTANTS.has(name)) return [name, Temporal.Instant.from(value as string)];
    if (value !== null && BIGINTS.has(name)) return [name, String(value)];
    return [name, value];
  });
  return Object.fromEntries(entries) as Registration;
}

const kept = new Map<string, string>();

function snake(name: string): string {
  const known = kept.get(name);
  if (known) return known;
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  kept.set(name, column);
  return column;
}

/** A column's name as a field's. */
export const camel = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
