import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from '#database';
import { ProgrammeService } from '#event';
import { NoticeModule, NoticePreviews } from '#notice';
import { astray, neverTold, RegistrationService, recountSeats, stuckInLine } from '#registration';
import { type House, openHouse } from './builders/house.js';
import { aPerson, register } from './builders/people.js';
import { freshDatabase } from './setup/database.js';

/** The last migration of version 0.2, before the desk knew rules. */
const BEFORE_RULES = '1795300000009';

let house: House | undefined;
afterEach(() => house?.close());

describe('A database of an older version with people in it', () => {
  it('keeps everybody where they are, and the desk goes on', async () => {
    const prepared = await freshDatabase({ migrated: false });
    await migrate(prepared.url, BEFORE_RULES);
    await fill(prepared.url);
    await migrate(prepared.url);
    house = await openHouse({ prepared, modules: [NoticeModule] });

    expect(await differences(house)).toEqual([]);
    expect(await statuses(house)).toEqual({ Ada: 'confirmed', Bo: 'confirmed', Cleo: 'waitlisted' });

    expect(await untold(house)).toBe(2);

    const cancelled = await house.get(RegistrationService).withdraw(idOf(1), { actor: 'account:1' });
    expect(cancelled).toEqual({ from: 'confirmed', to: 'cancelled' });
    const [copy] = await house.manager.query("SELECT facts FROM message WHERE to_address = 'Amt@stadt.test'");
    expect(copy.facts).toMatchObject({ copyOf: 'ada@stadt.test', sequence: 2 });
    const late = await register(house, 'older', aPerson(4));
    expect(late.answer).toEqual({ status: 'waitlisted', position: 1 });
    expect(await statuses(house)).toMatchObject({ Ada: 'cancelled', Cleo: 'confirmed', Alma: 'waitlisted' });
    expect(await differences(house)).toEqual([]);
  });
});

async function differences({ manager }: House) {
  const found = [
    await recountSeats(manager),
    await stuckInLine(manager),
    await neverTold(manager),
    await astray(manager),
  ];
  return found.flat();
}

async function untold(house: House): Promise<number> {
  const event = await house.get(ProgrammeService).byId(EVENT);
  return house.get(NoticePreviews).untold(event);
}

async function statuses({ manager }: House): Promise<Record<string, string>> {
  const rows: { first_name: string; status: string }[] = await manager.query(
    'SELECT first_name, status FROM registration',
  );
  return Object.fromEntries(rows.map((row) => [row.first_name, row.status]));
}

const idOf = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`;
const EVENT = idOf(9);

/** An event with two seats, both taken, and one who waits; as version 0.2 wrote them. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    `INSERT INTO event (id, slug, kind, status, format, audience, main_language, time_zone, title, created_at, changed_at)
     VALUES ($1, 'older', 'workshop', 'published', 'online', 'public', 'de', 'Europe/Berlin', '{"de": "Älter"}', now(), now())`,
    [EVENT],
  );
  await client.query(
    `INSERT INTO event_date (id, event_id, position, starts_local, ends_local, starts_at, ends_at, changed_at)
     VALUES ($1, $2, 0, '2027-01-25T10:00', '2027-01-25T12:00', '2027-01-25T09:00Z', '2027-01-25T11:00Z', now())`,
    [idOf(8), EVENT],
  );
  await client.query(
    `INSERT INTO standing (event_id, online_capacity, online_taken, online_waiting, next_line) VALUES ($1, 2, 2, 1, 2)`,
    [EVENT],
  );
  for (const [index, name] of ['Ada', 'Bo', 'Cleo'].entries()) {
    const waits = name === 'Cleo';
    const email = `${name.toLowerCase()}@stadt.test`;
    await client.query(
      `INSERT INTO registration (id, event_id, reference, status, holds_seat, attendance, email, email_key, first_name,
         last_name, name_key, language, line, told_at, created_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, 'online', $6, $6, $7, 'Alt', $8, 'de', $9, now(), now(), now())`,
      [
        idOf(index + 1),
        EVENT,
        `REF${index}`,
        waits ? 'waitlisted' : 'confirmed',
        !waits,
        email,
        name,
        `${name.toLowerCase()}alt`,
        waits ? 1 : null,
      ],
    );
    await client.query(
      `INSERT INTO registration_change (registration_id, at, to_status, actor) VALUES ($1, now(), $2, 'participant')`,
      [idOf(index + 1), waits ? 'waitlisted' : 'confirmed'],
    );
    await client.query(
      `INSERT INTO message (id, kind, subject_id, event_id, to_address, to_name, language, facts, key, status, next_attempt_at, created_at, sent_at)
       VALUES (gen_random_uuid(), 'registration.registered', $1::uuid, $2, $3, $4, 'de', '{}', $1::uuid::text, 'sent', now(), now(), now())`,
      [idOf(index + 1), EVENT, email, name],
    );
  }
  await client.query("UPDATE registration SET copy_to = 'Amt@stadt.test' WHERE id = $1", [idOf(1)]);
  // The office has moved it since, and told nobody.
  await client.query(
    `INSERT INTO appointment (email_key, date_id, sequence) VALUES ('ada@stadt.test', $1, 0), ('bo@stadt.test', $1, 0)`,
    [idOf(8)],
  );
  await client.query('UPDATE event_date SET sequence = 1, changed_at = now() WHERE id = $1', [idOf(8)]);
  await client.end();
}
