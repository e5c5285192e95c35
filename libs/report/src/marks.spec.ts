import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberService, SpellingService } from '#member';
import { Namesakes, RegistrationService } from '#registration';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { statementsOf } from '../../../test/builders/statements.js';
import { AttendeeList } from './attendee-list.service.js';
import { Doubles } from './doubles.service.js';
import { Interested } from './interested.service.js';
import { ReportModule } from './report.module.js';

let house: House;
let list: AttendeeList;
beforeAll(async () => {
  house = await openHouse({ modules: [ReportModule] });
  list = house.get(AttendeeList);
});
afterAll(() => house.close());

describe('Possible doubles in an attendee list', () => {
  it.each([
    ['the same name under two addresses', 'Ina Meier a@x.test', 'ina meier b@x.test', true],
    ['the same name with and without accents', 'André Müller a@x.test', 'Andre Muller b@x.test', true],
    ['first and last name exchanged', 'Ina Meier a@x.test', 'Meier Ina a@x.test', true],
    ['a first name shortened', 'Ina Meier a@x.test', 'I. Meier a@x.test', true],
    ['a last name spelled otherwise', 'Ina Meier a@x.test', 'Ina Maier a@x.test', true],
    ['a doubled letter', 'Tom Schmidt a@x.test', 'Tom Schmitt a@x.test', true],
    ['a colleague under the same mailbox', 'Ina Meier a@x.test', 'Tom Meier a@x.test', false],
    ['a colleague of another name', 'Ina Meier a@x.test', 'Ina Schulz a@x.test', false],
    ['a similar name under another address', 'Ina Meier a@x.test', 'Ina Maier b@x.test', false],
  ])('%s', async (_, one, other, isDouble) => {
    const { id, slug } = await planEvent(house);
    const ids = [await enter(slug, one), await enter(slug, other)];
    const { marks, attendees } = await list.page(id);
    expect(marks.double).toBe(isDouble ? 2 : 0);
    expect(attendees.map(({ maybeDouble }) => maybeDouble)).toEqual([isDouble, isDouble]);
    const doubles = await house.get(Doubles).of(id, ids);
    expect(doubles.get(ids[0]!)?.map(({ registrationId }) => registrationId)).toEqual(
      isDouble ? [ids[1]] : undefined,
    );
  });

  it('are none once one of them has withdrawn', async () => {
    const { id, slug } = await planEvent(house);
    const ids = [await enter(slug, 'Ina Meier a@x.test'), await enter(slug, 'Ina Meier b@x.test')];
    expect((await list.page(id, { mark: 'double' })).total).toBe(2);
    await house.get(RegistrationService).withdraw(ids[0]!, { actor: 'participant' });
    expect((await list.page(id, { mark: 'double' })).total).toBe(0);
    expect(await house.get(Doubles).of(id, ids)).toEqual(new Map());
  });

  it('are none once the office has said that they are two persons, until another comes for one of them', async () => {
    const { id, slug } = await planEvent(house);
    const ids = [await enter(slug, 'Ina Meier a@x.test'), await enter(slug, 'Ina Meier b@x.test')];
    const [one, other] = ids as [string, string];
    await house.get(Namesakes).tellApart(other, one, { actor: 'account:1' });
    expect((await list.page(id, { mark: 'double' })).total).toBe(0);
    expect((await list.page(id)).marks.double).toBe(0);
    expect(await house.get(Doubles).of(id, ids)).toEqual(new Map());

    house.clock.advance({ minutes: 1 });
    const namesake = { firstName: 'Ina', lastName: 'Meier', email: 'c@x.test', language: 'de' as const };
    await house.get(RegistrationService).swap(one, namesake, { actor: 'participant' });
    expect((await list.page(id)).marks.double).toBe(2);
    await house.get(Namesakes).tellApart(one, other, { actor: 'account:1' });
    expect((await list.page(id)).marks.double).toBe(0);
  });

  it('stay where a third looks like one of two who were told apart', async () => {
    const { id, slug } = await planEvent(house);
    const ids: string[] = [];
    for (const mailbox of ['a', 'b', 'c']) ids.push(await enter(slug, `Ina Meier ${mailbox}@x.test`));
    const [one, two, three] = ids as [string, string, string];
    await house.get(Namesakes).tellApart(one, two, { actor: 'account:1' });
    expect((await list.page(id)).marks.double).toBe(3);
    expect((await house.get(Doubles).of(id, [one])).get(one)?.map((found) => found.registrationId)).toEqual([
      three,
    ]);
    await house.get(Namesakes).tellApart(one, three, { actor: 'account:1' });
    const { attendees } = await list.page(id, { mark: 'double' });
    expect(attendees.map((attendee) => attendee.id).sort()).toEqual([two, three].sort());
  });

  it('are looked for within one event only', async () => {
    const [one, other] = [await planEvent(house), await planEvent(house)];
    await enter(one.slug, 'Ina Meier a@x.test');
    await enter(other.slug, 'Ina Meier b@x.test');
    expect((await list.page(one.id)).marks.double).toBe(0);
  });
});

describe('The people of a member that resigns', () => {
  it('stay registered and are marked if the event ends after its last day', async () => {
    const members = house.get(MemberService);
    const id = await members.add({ name: 'Altstadt', kind: 'city', from: '2010-01-01' }, 'account:1');
    await house.get(SpellingService).merge(['Stadt Altstadt'], { memberId: id }, 'account:1');
    const spring = await planEvent(house, { dates: [day('2027-01-20'), day('2027-02-17')] });
    const winter = await planEvent(house, { dates: [day('2027-01-20')] });
    for (const [number, organization] of ['Altstadt', 'stadt altstadt', 'Neustadt'].entries()) {
      await register(house, spring.slug, aPerson(number, { organization }));
      await register(house, winter.slug, aPerson(number, { organization }));
    }
    expect((await list.page(spring.id)).marks.left).toBe(0);
    await members.resign(id, '2027-01-31', 'account:1');
    const { marks, counts } = await list.page(spring.id);
    expect({ marks, counts }).toEqual({ marks: { double: 0, left: 2 }, counts: { confirmed: 3 } });
    expect((await list.page(spring.id, { mark: 'left' })).attendees.map(({ lastName }) => lastName)).toEqual([
      'Beispiel 0',
      'Beispiel 1',
    ]);
    expect((await list.page(winter.id)).marks.left).toBe(0);
    await members.rejoin(id, '2027-02-10', 'account:1');
    expect((await list.page(spring.id)).marks.left).toBe(0);
  });
});

describe('A page of an attendee list', () => {
  it('takes one statement, and its doubles another, however many there are', async () => {
    const small = await crowd(3);
    const large = await crowd(300);
    for (const id of [small, large]) {
      expect(await statementsOf(house.manager, () => list.page(id, { search: 'alma' }))).toHaveLength(1);
      const { attendees } = await list.page(id);
      const ids = attendees.map((one) => one.id);
      expect(await statementsOf(house.manager, () => house.get(Doubles).of(id, ids))).toHaveLength(1);
    }
  });

  it('answers at once for ten thousand people under one mailbox', async () => {
    const id = await crowd(10_000, 'amt@stadt.test');
    const started = performance.now();
    expect(await list.page(id)).toMatchObject({ total: 10_000, marks: { double: 0 } });
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('Who wanted a seat and got none', () => {
  it('are those who wait and those whose wait was ended for them, but not who withdrew', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 1 });
    const next = await planEvent(house);
    const people = [];
    for (const number of [1, 2, 3, 4, 5]) people.push(await register(house, slug, aPerson(number)));
    const [, , declined, withdrawn] = people.map(({ registrationId }) => registrationId!);
    await house.get(RegistrationService).decline(declined!, { actor: 'account:1' });
    await house.get(RegistrationService).withdraw(withdrawn!, { actor: 'participant' });
    await register(house, next.slug, aPerson(5));
    const names = async (followUp?: string) =>
      (await house.get(Interested).in(id, followUp)).map(({ lastName }) => lastName);
    expect(await names()).toEqual(['Beispiel 2', 'Beispiel 3', 'Beispiel 5']);
    expect(await names(next.id)).toEqual(['Beispiel 2', 'Beispiel 3']);
    expect(await names(randomUUID())).toHaveLength(3);
  });
});

async function enter(slug: string, text: string): Promise<string> {
  const [firstName = '', lastName = '', email = ''] = text.split(' ');
  return (await register(house, slug, aPerson(1, { firstName, lastName, email }))).registrationId!;
}

const day = (text: string) => ({ starts: `${text}T10:00`, ends: `${text}T12:00` });

async function crowd(size: number, address?: string): Promise<string> {
  const { id } = await planEvent(house);
  await house.manager.query(
    `INSERT INTO registration (id, event_id, reference, status, holds_seat, attendance, email, email_key, first_name,
       last_name, name_key, language, told_at, created_at, changed_at)
     SELECT gen_random_uuid(), $1::uuid, md5($1::text) || n, 'confirmed', true, 'online', mail, mail, 'Alma',
       'Person ' || n, 'alma' || n, 'de', now(), now(), now()
     FROM generate_series(1, $2::int) AS n, LATERAL (SELECT coalesce($3, n || '@x.test') AS mail) AS m`,
    [id, size, address ?? null],
  );
  return id;
}
