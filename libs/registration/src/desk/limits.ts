import type { EntityManager } from 'typeorm';
import type { PersonKey } from '../person.js';
import { ACTIVE } from '../words.js';
import { personText } from './place-of.js';

const IS_ACTIVE = `status IN ('${ACTIVE.join("', '")}')`;

/**
 * How many active registrations each of these addresses has at an event; those with none are left out. People of a
 * delegation may carry their coordinator's address.
 */
export async function activeOfAddresses(
  manager: EntityManager,
  eventId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows: { email_key: string; count: number }[] = await manager.query(
    `SELECT email_key, count(*)::integer AS count FROM registration
     WHERE event_id = $1 AND email_key = ANY($2) AND ${IS_ACTIVE} AND delegation_id IS NULL GROUP BY email_key`,
    [eventId, keys],
  );
  return new Map(rows.map((row) => [row.email_key, row.count]));
}

/** At how many other events of a series each of these persons is registered, by person. */
export async function activeInSeries(
  manager: EntityManager,
  series: string,
  eventId: string,
  persons: readonly PersonKey[],
): Promise<Map<string, number>> {
  if (persons.length === 0) return new Map();
  const rows: { email: string; name: string; count: number }[] = await manager.query(
    `SELECT asked.email, asked.name, count(*)::integer AS count
     FROM (SELECT DISTINCT * FROM unnest($3::text[], $4::text[])) AS asked (email, name),
       LATERAL (SELECT r.event_id FROM registration r
         WHERE r.event_id IN (SELECT d.event_id FROM desk_rules d WHERE d.series = $1 AND d.event_id <> $2)
           AND r.email_key = asked.email AND r.name_key = asked.name AND r.${IS_ACTIVE}) AS found
     GROUP BY asked.email, asked.name`,
    [series, eventId, persons.map((person) => person.email), persons.map((person) => person.name)],
  );
  return new Map(rows.map(({ email, name, count }) => [personText({ email, name }), count]));
}

/** All events that share a limit, in the order in which their standings are locked. */
export async function eventsOfSeries(manager: EntityManager, series: string): Promise<string[]> {
  const rows: { event_id: string }[] = await manager.query(
    'SELECT event_id FROM desk_rules WHERE series = $1 ORDER BY event_id',
    [series],
  );
  return rows.map((row) => row.event_id);
}
