import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { MemberService } from '#member';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { Clerk, DeskRulesService, RegistrationService, type RulesContradict } from '../index.js';
import { recountSeats, stuckInLine } from '../verify.js';

let house: House;
let rules: DeskRulesService;
const members = new Map<string, string>();
beforeAll(async () => {
  house = await openHouse();
  rules = house.get(DeskRulesService);
  for (const name of ['Bochum', 'Essen', 'Moers']) {
    const member = { name, kind: 'city' as const, from: '2020-01-01' };
    members.set(name, await house.get(MemberService).add(member, actor));
  }
  const gone = { name: 'Altstadt', kind: 'city' as const, from: '2010-01-01', until: '2020-12-31' };
  members.set('Altstadt', await house.get(MemberService).add(gone, actor));
});
afterAll(() => house.close());
beforeEach(() => house.clock.set('2027-01-04T09:00:00Z'));

const actor = 'account:1';
const at = (text: string) => Temporal.Instant.from(text);
/** Midnight at the event: until then contingents hold. */
const until = at('2027-01-14T23:00:00Z');
const idOf = (name: string) => members.get(name) ?? '';

describe('A larger room', () => {
  it('takes in exactly as many of those who wait as it has new seats, in their order', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 10 });
    await registerAll(slug, range(15));
    await rules.resize(id, { online: 13 }, actor);
    expect(await seated(id)).toEqual(range(13));
    expect(await promotedMails(id)).toEqual(
      [11, 12, 13].map((number) => `person${number}@stadt${number}.test`),
    );
    await rules.resize(id, { online: null }, actor);
    expect(await seated(id)).toEqual(range(15));
    await countsAgree();
  });
});

describe('Another number of seats', () => {
  it('is written down only where it came to be', async () => {
    const { id } = await planEvent(house, {}, { online: 10 });
    await house.manager.query(
      'ALTER TABLE standing ADD CONSTRAINT unlucky CHECK (online_capacity <> 13) NOT VALID',
    );
    try {
      await expect(rules.resize(id, { online: 13 }, actor)).rejects.toThrow('unlucky');
    } finally {
      await house.manager.query('ALTER TABLE standing DROP CONSTRAINT unlucky');
    }
    expect(await deeds(id)).toEqual([]);
    await rules.resize(id, { online: 13 }, actor);
    expect(await deeds(id)).toEqual(['event.resize']);
  });
});

describe('A smaller room', () => {
  it('takes no seat from anybody, and moves nobody up until fewer than its seats are taken', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 20 });
    const ids = await registerAll(slug, range(22));
    await rules.resize(id, { online: 15 }, actor);
    expect(await seated(id)).toEqual(range(20));
    await countsAgree();
    for (const leaving of ids.slice(0, 5)) await withdraw(leaving);
    expect(await seated(id)).toHaveLength(15);
    await withdraw(ids[5]);
    expect(await seated(id)).toEqual([...range(20).slice(6), 21]);
    await countsAgree();
  });

  it('is refused below what is promised to members, and below the minimum', async () => {
    const { id } = await planEvent(house, {}, { online: 20 });
    const promised = { memberGuaranteed: 3, memberCap: null, until, overrides: {} };
    await rules.saveContingents(id, promised, actor);
    expect(await mistakes(rules.resize(id, { online: 8 }, actor))).toEqual({
      online: 'rules.seats.promised',
    });
    expect(await mistakes(rules.resize(id, { online: null }, actor))).toEqual({
      online: 'rules.contingents.unlimited',
    });
    const minimum = { minimum: 12, minimumUntil: at('2027-01-20T10:00:00Z') };
    await rules.save(id, minimum, actor);
    expect(await mistakes(rules.resize(id, { online: 11 }, actor))).toEqual({
      online: 'rules.seats.minimum',
    });
    expect(await deeds(id)).toEqual(['event.rules', 'event.contingents']);
    // Once the contingents are open to all nothing is promised any more.
    house.clock.set('2027-01-14T23:00:00Z');
    await rules.save(id, { minimum: null, minimumUntil: null }, actor);
    await rules.resize(id, { online: 8 }, actor);
  });
});

describe('Two seats for every member until a day, then open for all', () => {
  const wish = { memberGuaranteed: 0, memberCap: 2, until, overrides: {} };

  it('lets a city’s third wait although seats are free, and moves it up on the day', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 10 });
    await rules.saveContingents(id, wish, actor);
    const third = await registerAll(slug, range(3), 'Essen');
    expect(await seated(id)).toEqual([1, 2]);
    await registerAll(slug, [4], 'Bochum');
    expect(await seated(id)).toEqual([1, 2, 4]);
    house.clock.set('2027-01-14T22:59:00Z');
    expect(await lookedAt(id)).toBe(false);
    house.clock.set('2027-01-14T23:00:00Z');
    expect(await lookedAt(id)).toBe(true);
    expect(await seated(id)).toEqual([1, 2, 3, 4]);
    expect((await house.get(RegistrationService).byId(String(third[2]))).registration.status).toBe(
      'confirmed',
    );
    await countsAgree();
  });

  it('gives a free seat to a city that has none before another city’s next', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 2 });
    await rules.save(id, { lineOrder: 'fair' }, actor);
    const [first] = await registerAll(slug, range(3), 'Essen');
    await registerAll(slug, [4], 'Moers');
    await withdraw(first);
    expect(await seated(id)).toEqual([2, 4]);
    await countsAgree();
  });
});

describe('Contingents', () => {
  it('are kept for every member of the day of the event, with what some have otherwise', async () => {
    const { id } = await planEvent(house, {}, { online: 20 });
    const overrides = { [idOf('Essen')]: { guaranteed: 4, cap: 6 } };
    await rules.saveContingents(id, { memberGuaranteed: 2, memberCap: 3, overrides }, actor);
    expect(await rules.contingents(id)).toMatchObject([
      { name: 'Bochum', guaranteed: 2, cap: 3, taken: 0 },
      { name: 'Essen', guaranteed: 4, cap: 6, taken: 0 },
      { name: 'Moers', guaranteed: 2, cap: 3, taken: 0 },
    ]);
    await rules.saveContingents(id, { memberGuaranteed: 0, memberCap: null, overrides: {} }, actor);
    expect(await rules.contingents(id)).toEqual([]);
    const [off, on] = await house.get(AuditService).of({ type: 'event', id });
    expect(on?.after).toEqual({
      memberGuaranteed: 2,
      memberCap: 3,
      members: { Essen: { guaranteed: 4, cap: 6 } },
    });
    expect(off?.before).toEqual(on?.after);
  });

  it('may be kept for one member alone, and open for all at the release', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 3 });
    const overrides = { [idOf('Essen')]: { guaranteed: 2, cap: null } };
    await rules.saveContingents(id, { memberGuaranteed: 0, memberCap: null, until, overrides }, actor);
    await registerAll(slug, [1, 2], 'Moers');
    await registerAll(slug, [3], 'Essen');
    expect(await seated(id)).toEqual([1, 3]);
    await countsAgree();
    await rules.saveContingents(id, { memberGuaranteed: 0, memberCap: null, overrides: {} }, actor);
    expect(await seated(id)).toEqual([1, 2, 3]);
    await countsAgree();
  });

  it('count who is there already, by the member they named', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 20 });
    await registerAll(slug, range(2), 'Essen');
    await registerAll(slug, [3], 'Atlantis');
    await rules.saveContingents(id, { memberGuaranteed: 1, memberCap: 2, until, overrides: {} }, actor);
    expect(await rules.contingents(id)).toMatchObject([
      { taken: 0 },
      { name: 'Essen', taken: 2 },
      { taken: 0 },
    ]);
    const refused = (await registerAll(slug, [4], 'Essen'))[0];
    expect((await house.get(RegistrationService).byId(String(refused))).position).toBe(1);
    await countsAgree();
    await rules.saveContingents(id, { memberGuaranteed: 0, memberCap: null, overrides: {} }, actor);
    expect(await seated(id)).toEqual([1, 2, 3, 4]);
    const [{ count }] = await house.manager.query(
      'SELECT count(*)::integer FROM member_standing WHERE event_id = $1',
      [id],
    );
    expect(count).toBe(0);
  });

  it('cannot promise more seats than there are, less than they promise, or seats after the start', async () => {
    const { id } = await planEvent(house, {}, { online: 10 });
    const save = (guaranteed: number, cap: number | null, more = {}) =>
      rules.saveContingents(
        id,
        { memberGuaranteed: guaranteed, memberCap: cap, overrides: {}, ...more },
        actor,
      );
    expect(await mistakes(save(4, null))).toEqual({ memberGuaranteed: 'rules.guaranteed.tooMany' });
    expect(await mistakes(save(3, 2))).toEqual({ memberCap: 'rules.cap.small' });
    expect(await mistakes(save(3, 3, { until: at('2027-01-25T09:00:00Z') }))).toEqual({
      until: 'rules.contingents.late',
    });
    const endless = await planEvent(house);
    const kept = { memberGuaranteed: 1, memberCap: null, until, overrides: {} };
    expect(await mistakes(rules.saveContingents(endless.id, kept, actor))).toEqual({
      memberGuaranteed: 'rules.contingents.unlimited',
    });
    const stranger = { overrides: { [idOf('Altstadt')]: { guaranteed: 1, cap: null } } };
    expect(await mistakes(save(0, 2, stranger))).toEqual({
      [`overrides.${idOf('Altstadt')}.guaranteed`]: 'rules.contingent.stranger',
    });
    const alone = { overrides: { [idOf('Essen')]: { guaranteed: 3, cap: 2 } } };
    expect(await mistakes(save(0, null, alone))).toEqual({
      [`overrides.${idOf('Essen')}.cap`]: 'rules.cap.small',
    });
    expect(await rules.contingents(id)).toEqual([]);
    expect(await deeds(id)).toEqual([]);
  });
});

describe('The rules of an event', () => {
  it('are those of everybody until the office says otherwise, and what it says is written down', async () => {
    const { id } = await planEvent(house, {}, { online: 10 });
    expect(await rules.of(id)).toMatchObject({
      promotion: 'automatic',
      requestDays: 14,
      verifyMinutes: null,
    });
    await rules.save(id, { promotion: 'offer', verifyMinutes: 60 }, actor);
    await rules.save(id, { promotion: 'offer' }, actor);
    expect(await rules.of(id)).toMatchObject({ promotion: 'offer', requestDays: 14, verifyMinutes: 60 });
    const [deed, ...more] = await house.get(AuditService).of({ type: 'event', id });
    expect(more).toEqual([]);
    expect(deed).toMatchObject({
      actor,
      action: 'event.rules',
      before: { promotion: 'automatic', verifyMinutes: null },
      after: { promotion: 'offer', verifyMinutes: 60 },
    });
  });

  it('are known to a desk at work with the next registration', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 10 });
    await registerAll(slug, [1]);
    await rules.save(id, { approval: true }, actor);
    expect((await register(house, slug, aPerson(2))).answer.status).toBe('requested');
  });

  it('must fit together, the event’s dates and its seats', async () => {
    const { id } = await planEvent(house, {}, { online: 10 });
    const save = (changes: Parameters<DeskRulesService['save']>[1]) =>
      mistakes(rules.save(id, changes, actor));
    const start = at('2027-01-25T09:00:00Z');
    expect(await save({ withdrawUntil: start.add({ minutes: 1 }) })).toEqual({
      withdrawUntil: 'rules.withdrawUntil.late',
    });
    expect(await save({ series: 'Herbst' })).toEqual({ mostInSeries: 'rules.series.half' });
    expect(await save({ minimum: 11, minimumUntil: at('2027-01-20T09:00:00Z') })).toEqual({
      minimum: 'rules.minimum.tooMany',
    });
    expect(await save({ minimum: 5 })).toEqual({ minimumUntil: 'rules.minimum.half' });
    expect(await save({ minimum: 5, minimumUntil: start })).toEqual({ minimumUntil: 'rules.minimum.late' });
    expect(await save({ minimum: 5, minimumUntil: at('2027-01-04T09:00:00Z') })).toEqual({
      minimumUntil: 'rules.minimum.past',
    });
    expect(await save({ requestDays: 0, collectHours: 1.5, verifyMinutes: 4 })).toEqual({
      requestDays: 'rules.number.wrong',
      collectHours: 'rules.number.wrong',
      verifyMinutes: 'rules.number.wrong',
    });
    expect(await deeds(id)).toEqual([]);
    await rules.save(id, { withdrawUntil: start }, actor);
  });

  it('have a missed minimum looked at again once it is another', async () => {
    const { id } = await planEvent(house, {}, { online: 10 });
    await rules.save(id, { minimum: 5, minimumUntil: at('2027-01-20T09:00:00Z') }, actor);
    await house.manager.query('UPDATE desk_rules SET minimum_settled_at = now() WHERE event_id = $1', [id]);
    await rules.save(id, { asksReason: true }, actor);
    expect((await rules.of(id)).minimumSettledAt).not.toBeNull();
    await rules.save(id, { minimum: 4 }, actor);
    expect((await rules.of(id)).minimumSettledAt).toBeNull();
  });

  it('lose nothing when two people of the office change them at once', async () => {
    const { id } = await planEvent(house, {}, { online: 10 });
    await Promise.all([
      rules.save(id, { asksReason: true }, actor),
      rules.save(id, { namingDays: 7 }, actor),
      rules.saveContingents(id, { memberGuaranteed: 1, memberCap: 2, overrides: {} }, actor),
    ]);
    expect(await rules.of(id)).toMatchObject({ asksReason: true, namingDays: 7, memberCap: 2 });
    expect(await deeds(id)).toHaveLength(3);
  });

  it('do not exist for an assembly, nor for what takes no registrations', async () => {
    const assembly = await planEvent(house, { kind: 'assembly' });
    const contingents = { memberGuaranteed: 1, memberCap: 2, overrides: {} };
    for (const refused of [
      rules.save(assembly.id, { approval: true }, actor),
      rules.resize(assembly.id, { online: 5 }, actor),
      rules.saveContingents(assembly.id, contingents, actor),
    ]) {
      await expect(refused).rejects.toMatchObject({ name: 'RulesOfAssembly' });
    }
    const listing = await planEvent(house, { kind: 'listing', ourRole: 'guest' });
    await expect(rules.save(listing.id, { approval: true }, actor)).rejects.toMatchObject({
      name: 'NoRegistration',
    });
  });
});

const range = (size: number) => Array.from({ length: size }, (_, index) => index + 1);

/** Registers these people one after the other; answers their registrations' ids. */
async function registerAll(slug: string, numbers: readonly number[], organization?: string) {
  const ids: (string | undefined)[] = [];
  for (const number of numbers) {
    ids.push((await register(house, slug, aPerson(number, { organization }))).registrationId);
  }
  return ids;
}

const withdraw = (id: string | undefined) =>
  house.get(RegistrationService).withdraw(String(id), { actor: 'participant' });

/** The numbers of those who have a seat. */
async function seated(id: string): Promise<number[]> {
  const rows: { number: number }[] = await house.manager.query(
    `SELECT substring(last_name FROM '[0-9]+')::integer AS number FROM registration
     WHERE event_id = $1 AND holds_seat ORDER BY number`,
    [id],
  );
  return rows.map(({ number }) => number);
}

async function promotedMails(id: string): Promise<string[]> {
  const rows: { address: string }[] = await house.manager.query(
    `SELECT to_address AS address FROM message WHERE event_id = $1 AND kind = 'registration.promoted' ORDER BY to_address`,
    [id],
  );
  return rows.map(({ address }) => address);
}

/** Whether the desk had a reason to look at the event by itself. */
async function lookedAt(id: string): Promise<boolean> {
  const [{ due }] = await house.manager.query(
    'SELECT coalesce(due_at <= $2, false) AS due FROM standing WHERE event_id = $1',
    [id, house.clock.now().toString()],
  );
  await house.get(Clerk).lookAround();
  return due;
}

/** What is wrong at which field. */
async function mistakes(refused: Promise<unknown>): Promise<Record<string, string>> {
  const { errors } = await refused.then(
    () => ({ errors: [] }),
    (error: RulesContradict) => error,
  );
  return Object.fromEntries(errors.map(({ field, key }) => [field, key]));
}

const deeds = async (id: string) =>
  (await house.get(AuditService).of({ type: 'event', id })).map(({ action }) => action);

async function countsAgree(): Promise<void> {
  expect(await recountSeats(house.manager)).toEqual([]);
  expect(await stuckInLine(house.manager)).toEqual([]);
}
