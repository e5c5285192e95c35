import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PlanningService } from '#event';
import { MemberService } from '#member';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { RegistrationClosed } from './refusals.js';
import { RegistrationService } from './registration.service.js';
import { recountSeats, stuckInLine } from './verify.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock.set('2027-01-04T09:00:00Z'));

describe('Registering for an event', () => {
  it('gives the last seat to one of fifty who ask at the same instant', async () => {
    const { slug, id } = await planEvent(house, {}, { online: 1 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => register(house, slug, aPerson(number))),
    );
    const waiting = answers.flatMap(({ answer }) =>
      answer.status === 'waitlisted' ? [answer.position] : [],
    );
    expect(answers.filter(({ answer }) => answer.status === 'confirmed')).toHaveLength(1);
    expect(waiting.sort((a, b) => a - b)).toEqual(Array.from({ length: 49 }, (_, index) => index + 1));
    expect(await mails(id)).toHaveLength(50);
    await allCountsAgree();
  });

  it('knows the same person again in other letters, answers as to a newcomer and keeps one place', async () => {
    const { slug, id } = await planEvent(house, {}, { online: 1 });
    await register(
      house,
      slug,
      aPerson(1, { firstName: 'André', lastName: 'Müller', email: 'A.Mueller@Stadt.test' }),
    );
    const again = await register(
      house,
      slug,
      aPerson(1, { firstName: 'andre', lastName: 'MÜLLER ', email: 'a.mueller@stadt.test' }),
    );
    expect(again.answer).toEqual({ status: 'waitlisted', position: 1 });
    expect(again.registrationId).toBeUndefined();
    expect(await active(id)).toHaveLength(1);
  });

  it('takes a colleague under the same mailbox as a second person', async () => {
    const { slug, id } = await planEvent(house);
    await register(house, slug, aPerson(1, { email: 'amt@stadt.test', firstName: 'Ina' }));
    await register(house, slug, aPerson(1, { email: 'amt@stadt.test', firstName: 'Omar' }));
    expect(await active(id)).toHaveLength(2);
  });

  it('tells the truth by mail to who registers again, at most once in ten minutes', async () => {
    const { slug, id } = await planEvent(house);
    await register(house, slug, aPerson());
    house.clock.advance({ minutes: 9 });
    await register(house, slug, aPerson());
    expect(await kinds(id)).toEqual(['registration.registered']);
    house.clock.advance({ minutes: 2 });
    await register(house, slug, aPerson());
    await register(house, slug, aPerson());
    expect(await kinds(id)).toEqual(['registration.registered', 'registration.again']);
  });

  it('answers the same submission once, however often it is sent', async () => {
    const { slug, id } = await planEvent(house);
    const how = { idempotency: { client: 'public', key: 'k1' } };
    const answers = await Promise.all([1, 2, 3].map(() => register(house, slug, aPerson(), how)));
    const later = await register(house, slug, aPerson(), how);
    expect(new Set([...answers, later].map((one) => one.registrationId)).size).toBe(1);
    expect(await mails(id)).toHaveLength(1);
    await expect(register(house, slug, aPerson(2), how)).rejects.toMatchObject({ name: 'KeyReused' });
  });

  it('is refused before it opens, after it closes and when the event is cancelled, and changes nothing', async () => {
    const window = { opensAt: at('2027-01-05T00:00:00Z'), closesAt: at('2027-01-06T00:00:00Z') };
    const { slug, id } = await planEvent(house, window);
    await house.manager.query('INSERT INTO desk_rules (event_id, late_requests) VALUES ($1, false)', [id]);
    await expect(register(house, slug, aPerson())).rejects.toMatchObject({ name: 'RegistrationNotYetOpen' });
    house.clock.set('2027-01-06T00:00:00Z');
    await expect(register(house, slug, aPerson())).rejects.toBeInstanceOf(RegistrationClosed);
    await house.get(PlanningService).revise(id, { event: { status: 'cancelled' } });
    await expect(register(house, slug, aPerson())).rejects.toMatchObject({ name: 'EventCancelled' });
    expect(await active(id)).toEqual([]);
  });

  it('asks for a member organization at a members’ event', async () => {
    await house
      .get(MemberService)
      .enter([{ name: 'Essen', kind: 'city', from: '2020-01-01' }], house.clock.now());
    const { slug } = await planEvent(house, { audience: 'members' });
    await expect(register(house, slug, aPerson(1, { organization: 'Atlantis' }))).rejects.toMatchObject({
      name: 'MembersOnly',
    });
    expect((await register(house, slug, aPerson(1, { organization: 'Essen' }))).answer.status).toBe(
      'confirmed',
    );
  });

  it('keeps no delegate out of an assembly, whatever capacity somebody planned', async () => {
    const { slug } = await planEvent(house, { kind: 'assembly' }, { online: 0 });
    house.clock.set('2027-01-25T10:30:00Z');
    expect((await register(house, slug, aPerson())).answer.status).toBe('confirmed');
  });

  it('lets one bad request fail alone', async () => {
    const { slug, id } = await planEvent(house);
    const poisoned = aPerson(2, { language: 'xx' as 'de', attendance: 'online', email: 'x'.repeat(10) });
    const results = await Promise.allSettled([
      register(house, slug, aPerson(1)),
      register(house, slug, { ...poisoned, lastName: undefined as unknown as string }),
      register(house, slug, aPerson(3)),
    ]);
    expect(results.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await active(id)).toHaveLength(2);
  });
});

describe('Withdrawing', () => {
  it('moves the first in line up once, tells both, and closes up the positions', async () => {
    const { slug, id } = await planEvent(house, {}, { online: 1 });
    const people: Awaited<ReturnType<typeof register>>[] = [];
    for (const number of [1, 2, 3, 4]) people.push(await register(house, slug, aPerson(number)));
    const service = house.get(RegistrationService);
    await service.withdraw(people[1]!.registrationId!, { actor: 'participant' });
    await Promise.all(
      [1, 2].map(() => service.withdraw(people[0]!.registrationId!, { actor: 'participant' })),
    );
    expect((await service.byId(people[2]!.registrationId!)).registration.status).toBe('confirmed');
    expect((await service.byId(people[3]!.registrationId!)).position).toBe(1);
    expect((await kinds(id)).filter((kind) => kind === 'registration.promoted')).toHaveLength(1);
    await allCountsAgree();
  });

  it('is over once the event has started', async () => {
    const { slug, id } = await planEvent(house);
    await register(house, slug, aPerson());
    const token = await linkTo(id);
    house.clock.set('2027-01-25T09:00:00Z');
    await expect(house.get(RegistrationService).withdrawByLink(token)).rejects.toMatchObject({
      name: 'EventStarted',
    });
  });

  it('opens with the mailed link only', async () => {
    const { slug, id } = await planEvent(house);
    await register(house, slug, aPerson());
    const token = await linkTo(id);
    const service = house.get(RegistrationService);
    expect((await service.byLink(token)).registration.eventId).toBe(id);
    const wrong = token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    await expect(service.byLink(wrong)).rejects.toMatchObject({ name: 'RegistrationUnknown' });
  });
});

const at = (text: string) => Temporal.Instant.from(text);

const mails = (eventId: string): Promise<{ kind: string; facts: Record<string, unknown> }[]> =>
  house.manager.query('SELECT kind, facts FROM message WHERE event_id = $1 ORDER BY id', [eventId]);

const kinds = async (eventId: string) => (await mails(eventId)).map((mail) => mail.kind);

const active = (eventId: string): Promise<unknown[]> =>
  house.manager.query("SELECT id FROM registration WHERE event_id = $1 AND status <> 'cancelled'", [eventId]);

async function linkTo(eventId: string): Promise<string> {
  const { Links } = await import('#account');
  const [row] = await house.manager.query('SELECT id FROM registration WHERE event_id = $1', [eventId]);
  return house.get(Links).token('registration', row.id);
}

async function allCountsAgree(): Promise<void> {
  expect(await recountSeats(house.manager)).toEqual([]);
  expect(await stuckInLine(house.manager)).toEqual([]);
}
