import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { addressKey, insertAll, nameKey } from '#database';
import { dayBefore } from '../stretches.js';
import type { Books } from './books.js';

/** Writes everything that is new or changed in the books, a few statements whatever their size. */
export async function writeBooks(manager: EntityManager, books: Books, at: Temporal.Instant, day: string) {
  const now = at.toString();
  const members = [...books.members.values()].filter(({ isChanged }) => isChanged);
  await insertAll(
    manager,
    'member',
    members.map(({ id, name, kind, postal, leitwegId }) => {
      return { id, name, kind, postal, leitweg_id: leitwegId, created_at: now, changed_at: now };
    }),
    updating('kind', 'postal', 'leitweg_id', 'changed_at'),
  );
  await insertAll(
    manager,
    'membership',
    members.flatMap(({ id, stretches }) =>
      stretches
        .filter(({ isChanged }) => isChanged)
        .map((stretch) => {
          return { id: stretch.id, member_id: id, from_day: stretch.from, until_day: stretch.until };
        }),
    ),
    updating('until_day'),
  );
  await insertAll(
    manager,
    'member_domain',
    [...books.domains]
      .filter(([, { isNew }]) => isNew)
      .map(([domain, { memberId }]) => ({ domain, member_id: memberId })),
  );
  await insertAll(
    manager,
    'contact',
    [...books.contacts.values()]
      .filter(({ isChanged }) => isChanged)
      .map((contact) => ({
        id: contact.id,
        member_id: contact.memberId,
        first_name: contact.firstName,
        last_name: contact.lastName,
        email: contact.email,
        email_key: contact.email && addressKey(contact.email),
        phone: contact.phone,
        language: contact.language,
        roles: contact.roles,
        link_generation: 0,
        created_at: now,
        changed_at: now,
      })),
    // A new address revokes the links that were mailed to the old one.
    `${updating('first_name', 'last_name', 'email', 'email_key', 'phone', 'language', 'roles', 'changed_at')},
       link_generation = contact.link_generation
         + CASE WHEN contact.email_key IS DISTINCT FROM excluded.email_key THEN 1 ELSE 0 END`,
  );
  await writeFunctions(manager, books, day);
}

async function writeFunctions(manager: EntityManager, books: Books, day: string): Promise<void> {
  const functions = [...books.members.values()].flatMap(({ id, functions }) =>
    [...functions.values()].map((one) => ({ ...one, memberId: id })),
  );
  await insertAll(
    manager,
    'member_function',
    functions
      .filter(({ isNew }) => isNew)
      .map(({ id, memberId, name }) => ({ id, member_id: memberId, name, name_key: nameKey(name) })),
  );
  const handedOver = functions.filter(({ isHandedOver }) => isHandedOver);
  const ids = handedOver.map(({ id }) => id);
  await manager.query('DELETE FROM function_term WHERE function_id = ANY($1) AND from_day >= $2', [ids, day]);
  await manager.query(
    `UPDATE function_term SET until_day = $3
     WHERE function_id = ANY($1) AND coalesce(until_day, 'infinity') >= $2::date`,
    [ids, day, dayBefore(day)],
  );
  await insertAll(
    manager,
    'function_term',
    handedOver.map(({ id, holder }) => {
      return { id: randomUUIDv7(), function_id: id, contact_id: holder, from_day: day };
    }),
  );
}

const updating = (...columns: string[]): string =>
  `ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
