import { randomUUIDv7 } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal } from '#language';
import { offerSessions } from '../../../../test/builders/choices.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson, nobodyYet, register } from '../../../../test/builders/people.js';
import { planByRules } from '../../../../test/builders/rules.js';
import { personKey, RegistrationService, type RulesInput, recountSeats } from '../index.js';
import type { DeskRequest, Newcomer, RegisterRequest } from './desk-request.js';
import { SettlementService } from './settlement.service.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(async () => expect(await recountSeats(house.manager)).toEqual([]));
afterAll(() => house.close());

const OFFICE = 'account:1';

/** Has requests settled in one batch; answers for each what it was refused for, or that it was not. */
async function together(...requests: DeskRequest[]): Promise<string[]> {
  const results = await house.get(SettlementService).settle(requests[0]!.eventId, requests);
  return results.map((result) => (result instanceof Refusal ? result.name : 'done'));
}

/** Has the desk asked all of this at once, so that it settles them together; answers as {@link together}. */
async function outcomes(...requests: DeskRequest[]): Promise<string[]> {
  const desk = house.get(RegistrationService);
  const [first] = requests;
  // The desk takes what is there; while it is busy with that, the others gather.
  const busy = desk.ask({ verb: 'look', eventId: first!.eventId });
  const answers = await Promise.allSettled(requests.map((request) => desk.ask(request)));
  await busy;
  return answers.map((answer) => (answer.status === 'fulfilled' ? 'done' : answer.reason.name));
}

/** An event whose addresses may come so often, its first person, and how others come from the same mailbox. */
async function atMailbox(mostPerAddress: number) {
  const { id: eventId, slug } = await planByRules(house, {
    seats: { online: 20 },
    rules: { mostPerAddress },
  });
  const person = (number: number) => ({
    ...aPerson(number, { email: 'amt@stadt.test' }),
    language: 'de' as const,
  });
  const { registrationId } = await register(house, slug, person(1));
  const comes = (number: number, more: Partial<RegisterRequest> = {}): RegisterRequest => ({
    verb: 'register',
    eventId,
    people: [person(number)],
    actor: 'participant',
    ...more,
  });
  return { comes, person, about: { eventId, registrationId: registrationId as string } };
}

describe('What comes in one batch', () => {
  it('counts for an address as one after the other, also what the office registers', async () => {
    const { comes } = await atMailbox(2);
    const byOffice = comes(2, { byOffice: true, actor: OFFICE });
    expect(await together(byOffice, comes(3))).toEqual(['done', 'AddressLimit']);
  });

  it('counts whom the office restores or puts at the address', async () => {
    const { comes, about, person } = await atMailbox(1);
    await house.get(RegistrationService).withdraw(about.registrationId, { actor: OFFICE });
    const restores = { verb: 'admit', ...about, actor: OFFICE } as const;
    expect(await together(restores, comes(2))).toEqual(['done', 'AddressLimit']);
    const away = { ...person(1), email: 'privat@haus.test' };
    const moves = { verb: 'swap', ...about, person: away, corrects: true, actor: OFFICE } as const;
    const back = { ...moves, person: person(1) };
    expect(await together(moves, back, comes(2))).toEqual(['done', 'done', 'AddressLimit']);
    expect(await together(moves, comes(2))).toEqual(['done', 'done']);
  });

  it('gives an address back with whoever withdraws', async () => {
    const { comes, about } = await atMailbox(1);
    const withdraws = { verb: 'withdraw', ...about, actor: 'participant' } as const;
    expect(await together(withdraws, comes(2), comes(1))).toEqual(['done', 'done', 'AddressLimit']);
  });

  it('counts nothing for an address that comes to nothing in the end', async () => {
    const items = [{ starts: '2027-01-25T10:00', ends: '2027-01-25T10:45', title: { de: 'Rundgang' } }];
    const event = { items };
    const { id: eventId } = await planByRules(house, { seats: {}, event, rules: { mostPerAddress: 1 } });
    const sessions = await offerSessions(house, eventId, [0]);
    const registers = (number: number, office: string, more: Partial<Newcomer> = {}): RegisterRequest => {
      const person = { ...aPerson(number, { email: `${office}@amt.test` }), language: 'de' as const };
      return { verb: 'register', eventId, people: [{ ...person, ...more }], actor: 'participant' };
    };
    await outcomes(registers(1, 'essen'), registers(2, 'ulm'));
    const [ada] = await house.manager.query(`SELECT id FROM registration WHERE email = 'essen@amt.test'`);
    const goesTo = (number: number, office: string) => ({
      verb: 'swap' as const,
      eventId,
      registrationId: ada.id,
      person: registers(number, office).people[0]!,
      actor: 'account:1',
    });
    expect(await outcomes(registers(3, 'kiel', { sessions }), registers(4, 'kiel'))).toEqual([
      'ChoiceTaken',
      'done',
    ]);
    const submission = { id: randomUUIDv7(), client: 'page', key: 'one', fingerprint: 'first' };
    const forged = { ...submission, id: randomUUIDv7(), fingerprint: 'second' };
    await outcomes({ ...registers(7, 'jena'), submission });
    expect(await outcomes({ ...registers(8, 'bonn'), submission: forged }, registers(9, 'bonn'))).toEqual([
      'KeyReused',
      'done',
    ]);
    // Who is on the list already comes in nobody's place, so that one's address stays taken.
    expect(await outcomes(goesTo(2, 'ulm'), registers(5, 'essen'))).toEqual(['PersonDouble', 'AddressLimit']);
    // Of two places that become one the address of the other is free.
    const joins = { ...goesTo(2, 'ulm'), joins: true };
    expect(await outcomes(joins, registers(5, 'essen'), registers(6, 'essen'))).toEqual([
      'done',
      'done',
      'AddressLimit',
    ]);
  });

  it('approves a seat by the name that it got just before: a name has no deadline', async () => {
    const { registrationId, eventId, seat } = await askedWithoutName({ approval: true });
    const about = { eventId, registrationId, actor: OFFICE };
    const person = { ...aPerson(1), language: 'de' as const };
    const names = { verb: 'swap', ...about, person } as const;
    expect(await together(names, { verb: 'admit', ...about })).toEqual(['done', 'done']);
    expect(await seat()).toMatchObject({ status: 'confirmed', named: true, expiresAt: null });
  });

  it('corrects nobody who came in the place just before', async () => {
    const { about, person } = await atMailbox(5);
    const { email, firstName, lastName } = aPerson(9);
    const other = { email, firstName, lastName, language: 'de' as const };
    const handsOn = { verb: 'swap', ...about, person: other, actor: 'participant' } as const;
    const corrects = {
      verb: 'swap',
      ...about,
      person: { ...person(1), email: 'richtig@stadt.test' },
      corrects: true,
      only: personKey(person(1)),
      actor: 'participant',
    } as const;
    expect(await together(handsOn, corrects)).toEqual(['done', 'CorrectionOver']);
    const { registration } = await house.get(RegistrationService).byId(about.registrationId);
    expect(registration.email).toBe(email);
  });
});

/** A seat without a name that the office has still to decide on. */
async function askedWithoutName(rules: RulesInput) {
  const { id: eventId } = await planByRules(house, { seats: { online: 5 }, rules });
  const nobody = nobodyYet(Temporal.Instant.from('2027-01-11T17:00:00Z'));
  const desk = house.get(RegistrationService);
  const { people } = await desk.ask({ verb: 'register', eventId, people: [nobody], actor: 'contact:1' });
  const registrationId = people[0]!.registrationId as string;
  return { eventId, registrationId, seat: async () => (await desk.byId(registrationId)).registration };
}
