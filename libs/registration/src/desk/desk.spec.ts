import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemberService } from '#member';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { Clerk, Moving, OfficeDesk, RegistrationService, recountSeats } from '../index.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  expect(await recountSeats(house.manager)).toEqual([]);
  await house.close();
});

const OFFICE = 'account:1';

/** An event with these seats and rules; rules by column. */
async function plan(
  seats: { onsite?: number; online?: number },
  rules: Record<string, unknown> = {},
  changes = {},
) {
  const event = await planEvent(house, changes, seats);
  const columns = Object.keys(rules);
  await house.manager.query(
    `INSERT INTO desk_rules (event_id${columns.map((name) => `, ${name}`).join('')})
     VALUES ($1${columns.map((_, index) => `, $${index + 2}`).join('')})`,
    [event.id, ...Object.values(rules)],
  );
  await house.manager.query('UPDATE standing SET rules_version = rules_version + 1 WHERE event_id = $1', [
    event.id,
  ]);
  return event;
}

const desk = () => house.get(RegistrationService);

/** Registers so many people one after the other and answers their registrations' ids. */
async function come(slug: string, from: number, until: number, changes = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let number = from; number <= until; number += 1) {
    const answer = await register(house, slug, aPerson(number, changes));
    ids.push(answer.registrationId as string);
  }
  return ids;
}

async function statuses(eventId: string): Promise<string[]> {
  const rows: { status: string }[] = await house.manager.query(
    'SELECT status FROM registration WHERE event_id = $1 ORDER BY id',
    [eventId],
  );
  return rows.map((row) => row.status);
}

const notices = async (id: string): Promise<string[]> => {
  const rows: { kind: string }[] = await house.manager.query(
    'SELECT kind FROM message WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  return rows.map((row) => row.kind.replace('registration.', ''));
};

describe('A seat that becomes free', () => {
  it('is offered where the event offers; who lets the deadline pass loses it to the next, and a late click says so', async () => {
    const { id, slug } = await plan({ online: 1 }, { promotion: 'offer' });
    const [first, second, third] = (await come(slug, 1, 3)) as [string, string, string];
    await desk().withdraw(first, { actor: OFFICE });
    expect(await statuses(id)).toEqual(['cancelled', 'offered', 'waitlisted']);

    house.clock.set('2027-01-08T18:00:00Z');
    await house.get(Clerk).lookAround();

    expect(await statuses(id)).toEqual(['cancelled', 'expired', 'offered']);
    expect(await notices(second)).toEqual(['registered', 'offered', 'lapsed']);
    expect(
      await desk().ask({ verb: 'accept', eventId: id, registrationId: second, actor: 'participant' }),
    ).toEqual({
      to: 'expired',
    });
    expect(
      await desk().ask({ verb: 'accept', eventId: id, registrationId: third, actor: 'participant' }),
    ).toEqual({
      from: 'offered',
      to: 'confirmed',
    });
  });

  it('goes to nobody while there are more people than seats, and to exactly as many as the room grows by', async () => {
    const { id, slug } = await plan({ online: 3 });
    const ids = await come(slug, 1, 5);
    await desk().ask({ verb: 'resize', eventId: id, online: 2 });
    await desk().withdraw(ids[0] as string, { actor: OFFICE });
    expect(await statuses(id)).toEqual(['cancelled', 'confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
    await desk().ask({ verb: 'resize', eventId: id, online: 3 });
    expect(await statuses(id)).toEqual(['cancelled', 'confirmed', 'confirmed', 'confirmed', 'waitlisted']);
  });
});

describe('A place that is restored', () => {
  it('is the person’s only one, also in the moment in which another of theirs lapses', async () => {
    const { id, slug } = await plan({ online: 1 }, { promotion: 'offer' });
    const [first, before] = (await come(slug, 1, 2)) as [string, string];
    await desk().withdraw(before, { actor: 'participant' });
    await come(slug, 2, 2);
    await desk().withdraw(first, { actor: OFFICE });
    expect(await statuses(id)).toEqual(['cancelled', 'cancelled', 'offered']);

    house.clock.set('2027-01-08T18:00:00Z');
    await desk().admit(before, { actor: OFFICE });

    expect(await statuses(id)).toEqual(['cancelled', 'confirmed', 'expired']);
  });
});

describe('Deadlines', () => {
  it('are kept one after the other, each at its own moment', async () => {
    const { id, slug } = await plan({ online: 9 }, { approval: true, request_days: 2 });
    await come(slug, 1, 1);
    house.clock.advance({ hours: 5 });
    await come(slug, 2, 2);
    house.clock.set('2027-01-06T09:00:00Z');
    await house.get(Clerk).lookAround();
    expect(await statuses(id)).toEqual(['expired', 'requested']);
    house.clock.set('2027-01-06T14:00:00Z');
    await house.get(Clerk).lookAround();
    expect(await statuses(id)).toEqual(['expired', 'expired']);
  });
});

describe('Somebody who waits alone', () => {
  it('gets the one free seat behind a group that needs more', async () => {
    const { id, slug } = await plan({ online: 3 }, { collect_hours: 0 });
    const [first] = (await come(slug, 1, 3)) as [string];
    const group = { people: [aPerson(4), aPerson(5)], copyTo: undefined };
    await desk().register(slug, group, { actor: 'participant', language: 'de', together: true });
    await come(slug, 6, 6);
    await desk().withdraw(first, { actor: OFFICE });
    expect((await statuses(id)).slice(3)).toEqual(['waitlisted', 'waitlisted', 'confirmed']);
  });
});

describe('A request', () => {
  it('waits for the office, which says yes to a seat or the line, or no', async () => {
    const { id, slug } = await plan({ online: 1 }, { approval: true });
    const ids = (await come(slug, 1, 3)) as [string, string, string];
    expect(await statuses(id)).toEqual(['requested', 'requested', 'requested']);
    await desk().admit(ids[0], { actor: OFFICE });
    await desk().admit(ids[1], { actor: OFFICE });
    await desk().decline(ids[2], { actor: OFFICE, reason: 'Leider nur für Leitungen.' });
    expect(await statuses(id)).toEqual(['confirmed', 'waitlisted', 'declined']);
    expect(await notices(ids[2])).toEqual(['registered', 'declined']);
  });

  it('can still be made after closing, and expires unheard', async () => {
    const { id, slug } = await plan(
      { online: 1 },
      { request_days: 2 },
      { closesAt: Temporal.Instant.from('2027-01-05T00:00:00Z') },
    );
    house.clock.set('2027-01-06T00:00:00Z');
    await come(slug, 1, 1);
    expect(await statuses(id)).toEqual(['requested']);
    house.clock.set('2027-01-08T00:00:00Z');
    await house.get(Clerk).lookAround();
    expect(await statuses(id)).toEqual(['expired']);
  });
});

describe('An address to be confirmed', () => {
  it('holds the seat for a while and gives it back, quietly', async () => {
    const { id, slug } = await plan({ online: 1 }, { verify_minutes: 30 });
    const [first] = (await come(slug, 1, 2)) as [string];
    expect(await statuses(id)).toEqual(['unverified', 'unverified']);
    house.clock.advance({ minutes: 10 });
    await desk().ask({ verb: 'verify', eventId: id, registrationId: first, actor: 'participant' });
    house.clock.advance({ minutes: 20 });
    await house.get(Clerk).lookAround();
    expect(await statuses(id)).toEqual(['confirmed', 'expired']);
    expect(await notices(first)).toEqual(['registered', 'registered']);
  });
});

describe('A contingent', () => {
  it('keeps a third person of a city waiting until it opens; a city without a seat goes first', async () => {
    const members = house.get(MemberService);
    await members.enter(
      ['Essen', 'Bonn'].map((name) => ({ name, kind: 'city' as const, from: '2020-01-01' })),
      house.clock.now(),
    );
    const { id, slug } = await plan(
      { online: 4 },
      { member_cap: 2, line_order: 'fair', contingents_until: '2027-01-14T23:00:00Z' },
    );
    await come(slug, 1, 3, { organization: 'Essen' });
    await come(slug, 4, 4, { organization: 'Bonn' });
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed', 'waitlisted', 'confirmed']);
    house.clock.set('2027-01-14T23:00:00Z');
    await house.get(Clerk).lookAround();
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
  });
});

describe('A switch from the room to online', () => {
  it('frees the room seat for the first who waits for it', async () => {
    const { id, slug } = await plan({ onsite: 1, online: 1 }, {}, { format: 'hybrid' });
    const [first] = (await come(slug, 1, 2, { attendance: 'onsite' })) as [string];
    await desk().change(first, { attendance: 'online', actor: 'participant' });
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed']);
    expect(await notices(first)).toEqual(['registered', 'changed']);
    const [, second] = await house.manager.query('SELECT id FROM registration ORDER BY id');
    await expect(
      desk().change(second.id, { attendance: 'online', actor: 'participant' }),
    ).rejects.toMatchObject({
      name: 'SeatsFull',
    });
  });
});

describe('Another person in the same place', () => {
  it('has the seat, and both are told; nobody can come twice', async () => {
    const { id, slug } = await plan({ online: 2 });
    const [first] = (await come(slug, 1, 2)) as [string];
    const other = {
      email: 'bo@stadt.test',
      firstName: 'Bo',
      lastName: 'Vertretung',
      language: 'de' as const,
    };
    await desk().swap(first, other, { actor: 'participant' });
    expect((await notices(first)).sort()).toEqual(['registered', 'registered', 'replaced']);
    const [, second] = await house.manager.query('SELECT id FROM registration ORDER BY id');
    await expect(desk().swap(second.id, other, { actor: 'participant' })).rejects.toMatchObject({
      name: 'PersonDouble',
    });
    expect(await statuses(id)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('The office', () => {
  it('seats somebody above the capacity with a reason, and moves people in the line', async () => {
    const { id, slug } = await plan({ online: 1 });
    const ids = (await come(slug, 1, 4)) as [string, string, string, string];
    await house.get(OfficeDesk).moveInLine(ids[3], 1, { actor: OFFICE, reason: 'Referentin' });
    await expect(desk().admit(ids[1], { actor: OFFICE, over: true })).rejects.toMatchObject({
      name: 'ReasonNeeded',
    });
    await desk().admit(ids[1], { actor: OFFICE, over: true, reason: 'Stuhl dazu' });
    await desk().withdraw(ids[0], { actor: OFFICE });
    expect(await statuses(id)).toEqual(['cancelled', 'confirmed', 'waitlisted', 'waitlisted']);
    await desk().withdraw(ids[1], { actor: OFFICE });
    expect(await statuses(id)).toEqual(['cancelled', 'cancelled', 'waitlisted', 'confirmed']);
  });

  it('moves somebody to another event, and both tell them', async () => {
    const from = await plan({ online: 1 });
    const to = await plan({ online: 1 });
    const [one] = (await come(from.slug, 1, 2)) as [string];
    const moved = await house.get(Moving).moveTo(one, to.id, { actor: OFFICE, reason: 'Wunsch' });
    expect(await statuses(from.id)).toEqual(['cancelled', 'confirmed']);
    expect(moved.status).toBe('confirmed');
    expect(await notices(one)).toEqual(['registered', 'withdrawn']);
    expect(await notices(moved.id)).toEqual(['moved']);
  });
});

describe('A limit per address', () => {
  it('does not count who comes again, and refuses the next colleague', async () => {
    const { slug } = await plan({}, { most_per_address: 2 });
    const email = 'amt@stadt.test';
    const person = (number: number) => aPerson(number, { email });
    await register(house, slug, person(1));
    const [again, second, third] = await Promise.allSettled([
      register(house, slug, person(1)),
      register(house, slug, person(2)),
      register(house, slug, person(3)),
    ]);
    expect([again.status, second.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(third).toMatchObject({ status: 'rejected', reason: { name: 'AddressLimit' } });
  });
});

describe('A move to a hybrid event', () => {
  it('keeps the way of attending where it is offered there', async () => {
    const from = await plan({ online: 1 });
    const to = await plan({ onsite: 1, online: 1 }, {}, { format: 'hybrid' });
    const [one] = (await come(from.slug, 1, 1)) as [string];
    const { id } = await house.get(Moving).moveTo(one, to.id, { actor: OFFICE });
    expect((await desk().byId(id)).registration.attendance).toBe('online');
  });
});
