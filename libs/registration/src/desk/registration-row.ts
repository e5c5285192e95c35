import type { Registration } from '../registration.entity.js';

const INSTANTS = new Set(['toldAt', 'createdAt', 'changedAt', 'expiresAt']);
const BIGINTS = new Set(['line']);

/** A registration as a row for SQL: snake_case columns, instants as text. */
export function rowOf(registration: Registration): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(registration)) row[snake(name)] = value;
  return row;
}

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

const snake = once((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** A column's name as a field's. */
export const camel = once((column) =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
);

// The same few names again and again.
function once(spell: (name: string) => string): (name: string) => string {
  const spelt = new Map<string, string>();
  return (name) => {
    const known = spelt.get(name) ?? spell(name);
    spelt.set(name, known);
    return known;
  };
}
