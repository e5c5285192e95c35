import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { Moving, RegistrationService } from '#registration';
import { askQuestions } from '../../../test/builders/choices.js';
import { planEvent } from '../../../test/builders/events.js';
import type { House } from '../../../test/builders/house.js';
import { mailsTo, managePath } from '../../../test/builders/mails.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { planByRules } from '../../../test/builders/rules.js';
import { aCity, actorOf, aParty, delegate, lookAround, openDelegations } from '../test/cities.js';
import { DelegationList, DelegationSeats, DelegationService, type DelegationView } from './index.js';
import type { Coordination } from './words.js';

let house: House;
let essen: Coordination;
beforeAll(async () => {
  house = await openDelegations();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set('2027-01-04T09:00:00Z');
  essen = await aCity(house, 'Essen');
});

// 14 days before the start, at six in the evening: 4 February 2027, 17:00Z.
const inFebruary = {
  dates: [{ starts: '2027-02-18T10:00', ends: '2027-02-18T16:00', place: { de: 'Rathaus' } }],
};
const deadline = '2027-02-04T17:00:00Z';
const workshop = (seats: number, changes = {}) =>
  planEvent(house, { format: 'onsite', ...inFebruary, ...changes }, { onsite: seats });

const list = () => house.get(DelegationList);
const service = () => house.get(DelegationService);
const acting = () => ({ actor: actorOf(essen) });
const standing = ({ seats }: DelegationView) =>
  seats.map(
    (seat) => `${seat.firstName || 'N. N.'} ${seat.status}${seat.position ? ` ${seat.position}` : ''}`,
  );
const seatOf = (view: DelegationView, firstName: string) =>
  view.seats.find((seat) => seat.firstName === firstName)!;
const name = (view: DelegationView, seat: DelegationView['seats'][number], firstName: string) =>
  house.get(DelegationSeats).name(
    essen,
    view.id,
    {
      seatId: seat.id,
      version: seat.version,
      person: { firstName, lastName: 'Amt', email: `${firstName.toLowerCase()}@amt.test` },
    },
    acting(),
  );
const mails = (
  eventId: string,
): Promise<{ kind: string; address: string; facts: Record<string, unknown> }[]> =>
  house.manager.query(
    'SELECT kind, to_address AS address, facts FROM message WHERE event_id = $1 ORDER BY id',
    [eventId],
  );
const told = async (eventId: string) =>
  (await mails(eventId)).map(({ kind, address }) => `${kind} ${address}`);

/** Withdraws as the person does, by the link in the latest mail. */
async function withdrawByMail(address: string, eventId: string): Promise<void> {
  const mails = (await mailsTo(house, address)).filter(({ text }) => text.includes('/registrations/'));
  const token = managePath(mails.at(-1)!).split('/').at(-1)!;
  const registrations = house.get(RegistrationService);
  expect((await registrations.byLink(token)).event.id).toBe(eventId);
  await registrations.withdrawByLink(token);
}
const lettersAbout = async (firstName: string) =>
  (await mailsTo(house, essen.coordinator.email!)).filter(({ subject }) => subject?.startsWith(firstName));

describe('A delegation', () => {
  it('holds five seats, names three, and gives the others to the first two waiting when the deadline passes', async () => {
    const { id, slug } = await workshop(5);
    const delegation = await delegate(house, essen, id, aParty(['Ada', 'Bo', 'Cem'], { unnamed: 2 }));
    expect(standing(delegation)).toEqual([
      'Ada confirmed',
      'Bo confirmed',
      'Cem confirmed',
      'N. N. confirmed',
      'N. N. confirmed',
    ]);
    const waiting = [];
    for (const number of [1, 2, 3]) waiting.push(await register(house, slug, aPerson(number)));
    house.clock.set('2027-02-04T16:59:59Z');
    await lookAround(house);
    expect((await list().byId(delegation.id)).unnamed).toBe(2);

    house.clock.set(deadline);
    await lookAround(house);
    const after = await list().byId(delegation.id);
    expect(standing(after)).toEqual([
      'Ada confirmed',
      'Bo confirmed',
      'Cem confirmed',
      'N. N. expired',
      'N. N. expired',
    ]);
    const registrations = house.get(RegistrationService);
    const seen = await Promise.all(waiting.map(({ registrationId }) => registrations.byId(registrationId!)));
    expect(seen.map(({ registration, position }) => [registration.status, position])).toEqual([
      ['confirmed', undefined],
      ['confirmed', undefined],
      ['waitlisted', 1],
    ]);
    const mailed = await told(id);
    expect(mailed.filter((one) => one.startsWith('registration.promoted'))).toHaveLength(2);
    expect(mailed.filter((one) => one === `registration.lapsed ${essen.coordinator.email}`)).toHaveLength(1);
    const [lapsed] = (await mailsTo(house, essen.coordinator.email!)).filter(({ subject }) =>
      subject?.startsWith('Frist abgelaufen'),
    );
    expect(lapsed?.text).toContain('Für 2 Ihrer Plätze ohne Namen');
  });

  it('hears once of all seats without a name that moved up, and can name each by the mail', async () => {
    const { id } = await workshop(0);
    const { seats } = await delegate(house, essen, id, aParty([], { unnamed: 3 }));
    await house.get(RegistrationService).ask({ verb: 'resize', eventId: id, onsite: 3 });
    expect((await told(id)).filter((one) => one.startsWith('registration.promoted'))).toHaveLength(1);
    const mailed = await mailsTo(house, essen.coordinator.email!);
    const [promoted] = mailed.filter(({ subject }) => subject?.startsWith('3 Plätze ohne Namen'));
    for (const { reference } of seats) expect(promoted?.text).toContain(`(${reference})`);
    const tokens = promoted!.text.matchAll(/\/registrations\/([\w-]{43})/g);
    const opened = [...tokens].map(([, token]) => house.get(RegistrationService).byLink(token!));
    const references = (await Promise.all(opened)).map(({ registration }) => registration.reference);
    expect(references.sort()).toEqual(seats.map(({ reference }) => reference).sort());
  });

  it('tells each person who registered them, and the coordinator once for all', async () => {
    const { id } = await workshop(5);
    await delegate(house, essen, id, aParty(['Ada', 'Bo'], { unnamed: 2 }));
    expect((await told(id)).sort()).toEqual([
      `delegation.registered ${essen.coordinator.email}`,
      'registration.registered ada@amt.test',
      'registration.registered bo@amt.test',
    ]);
    const [ada] = (await mails(id)).filter(({ address }) => address === 'ada@amt.test');
    expect(ada?.facts.registeredBy).toBe(`${essen.coordinator.firstName} Amt (${essen.member.name})`);
  });

  it('keeps seat, place in the line and appointment when one person is swapped for another; both are told', async () => {
    const { id, slug } = await workshop(1);
    await register(house, slug, aPerson(1));
    await register(house, slug, aPerson(2));
    const first = await delegate(house, essen, id, aParty(['Ada']));
    await register(house, slug, aPerson(3));
    expect(standing(first)).toEqual(['Ada waitlisted 2']);
    await name(first, seatOf(first, 'Ada'), 'Bo');
    const second = await list().byId(first.id);
    expect(standing(second)).toEqual(['Bo waitlisted 2']);
    expect(seatOf(second, 'Bo').reference).toBe(seatOf(first, 'Ada').reference);
    expect((await told(id)).slice(-2).sort()).toEqual([
      'registration.registered bo@amt.test',
      'registration.replaced ada@amt.test',
    ]);
  });

  it('moves the appointment with the seat: one mailbox gets it, the other loses it', async () => {
    const { id } = await workshop(1);
    const before = await delegate(house, essen, id, aParty(['Ada']));
    await name(before, seatOf(before, 'Ada'), 'Bo');
    const after = await list().byId(before.id);
    expect(standing(after)).toEqual(['Bo confirmed']);
    const appointments = await house.manager.query(
      `SELECT email_key FROM appointment a JOIN event_date d ON d.id = a.date_id WHERE d.event_id = $1 ORDER BY 1`,
      [id],
    );
    expect(appointments).toEqual([{ email_key: 'ada@amt.test' }, { email_key: 'bo@amt.test' }]);
    const facts = (await mails(id)).slice(-2).map(({ kind, facts }) => [kind, typeof facts.sequence]);
    expect(facts.sort()).toEqual([
      ['registration.registered', 'number'],
      ['registration.replaced', 'number'],
    ]);
  });

  it('takes a namesake without an own address for somebody else, and the same spelled otherwise for the same', async () => {
    const { id } = await workshop(1);
    const anna = { firstName: 'Anna', lastName: 'Schmidt', email: undefined };
    const { id: delegation, seats } = await delegate(house, essen, id, aParty([], { people: [anna] }));
    const put = async (firstName: string, lastName: string) => {
      const { seats } = await list().byId(delegation);
      const { id: seatId, version } = seats[0]!;
      const person = { firstName, lastName, email: undefined };
      return house.get(DelegationSeats).name(essen, delegation, { seatId, version, person }, acting());
    };
    expect(seats[0]?.email).toBe(essen.coordinator.email);
    expect(await put('ANNA', 'Schmidt')).toBe('corrected');
    expect(await put('Schmidt', 'Anna')).toBe('corrected');
    expect(await put('Anna', 'Schmidt')).toBe('corrected');
    expect(await put('Ann', 'A. Schmidt')).toBe('corrected');
    expect(await put('Anna', 'Schmidt')).toBe('corrected');
    expect(await told(id)).not.toContain(`registration.replaced ${essen.coordinator.email}`);
    expect(await put('Anna', 'Weber')).toBe('swapped');
    expect(await put('Anne', 'Weber')).toBe('swapped');
    const replaced = (await told(id)).filter((one) => one.startsWith('registration.replaced'));
    expect(replaced).toHaveLength(2);
  });

  it('gives a seat without a name to whom it names, once, however often the form is sent', async () => {
    const { id } = await workshop(3);
    const before = await delegate(house, essen, id, aParty([], { unnamed: 2 }));
    const [seat] = before.seats;
    await name(before, seat!, 'Ada');
    const between = await list().byId(before.id);
    await name(between, { ...seat! }, 'Ada');
    await expect(name(between, { ...seat! }, 'Bo')).rejects.toMatchObject({ name: 'SeatTaken' });
    const after = await list().byId(before.id);
    expect(standing(after)).toEqual(['Ada confirmed', 'N. N. confirmed']);
    expect(after.seats[0]?.nameBy).toBeUndefined();
    expect((await told(id)).filter((one) => one.endsWith('ada@amt.test'))).toHaveLength(1);
    house.clock.set(deadline);
    await lookAround(house);
    expect(standing(await list().byId(before.id))).toEqual(['Ada confirmed', 'N. N. expired']);
  });

  it('has who is named with the first of it asked for the answers that the event needs', async () => {
    const { id } = await workshop(3);
    await askQuestions(house, id, [{ required: true }]);
    await delegate(house, essen, id, aParty(['Emre']));
    const [mail] = await mailsTo(house, 'emre@amt.test');
    expect(mail?.text).toContain('Fragen, die Sie noch nicht beantwortet haben.');
    const free = await workshop(3);
    await delegate(house, essen, free.id, aParty(['Fee']));
    const [other] = await mailsTo(house, 'fee@amt.test');
    expect(other?.text).not.toContain('Fragen');
  });

  it('has who is named for a seat asked for the answers that the event needs', async () => {
    const { id } = await workshop(3);
    await askQuestions(house, id, [{ required: true }]);
    const before = await delegate(house, essen, id, aParty([], { unnamed: 1 }));
    await name(before, before.seats[0]!, 'Dilek');
    const [mail] = await mailsTo(house, 'dilek@amt.test');
    expect(mail?.text).toContain('Fragen, die Sie noch nicht beantwortet haben.');
  });

  it('gives a seat to one of two who are named at the same instant, and tells nobody twice', async () => {
    const { id } = await workshop(3);
    const before = await delegate(house, essen, id, aParty([], { unnamed: 1 }));
    const [seat] = before.seats;
    await Promise.allSettled([1, 2].map(() => name(before, seat!, 'Ada')));
    expect((await told(id)).filter((one) => one.endsWith('ada@amt.test'))).toEqual([
      'registration.registered ada@amt.test',
    ]);
    expect(standing(await list().byId(before.id))).toEqual(['Ada confirmed']);
  });

  it('withdraws a person and keeps the place without a name until the naming deadline', async () => {
    const { id, slug } = await workshop(1);
    const before = await delegate(house, essen, id, aParty(['Ada']));
    await register(house, slug, aPerson(1));
    await house.get(DelegationSeats).keep(essen, before.id, before.seats[0]!.id, acting());
    const kept = await list().byId(before.id);
    expect(standing(kept)).toEqual(['N. N. confirmed']);
    expect(kept.nameBy?.toInstant().toString()).toBe(deadline);
    expect((await told(id)).at(-1)).toBe('registration.replaced ada@amt.test');

    await name(kept, kept.seats[0]!, 'Bo');
    house.clock.set(deadline);
    const later = await list().byId(before.id);
    await expect(
      house.get(DelegationSeats).keep(essen, later.id, later.seats[0]!.id, acting()),
    ).rejects.toMatchObject({ name: 'NamingOver' });
    expect(standing(await list().byId(before.id))).toEqual(['Bo confirmed']);
  });

  it('gives a seat back to the first who waits', async () => {
    const { id, slug } = await workshop(1);
    const before = await delegate(house, essen, id, aParty(['Ada']));
    const waiting = await register(house, slug, aPerson(1));
    await house.get(DelegationSeats).withdraw(before.id, before.seats[0]!.id, acting());
    const { registration } = await house.get(RegistrationService).byId(waiting.registrationId!);
    expect(registration.status).toBe('confirmed');
    expect(standing(await list().byId(before.id))).toEqual(['Ada cancelled']);
  });

  it('is told when one of its people withdraws by their own link, once, and how somebody else can come', async () => {
    const { id, slug } = await workshop(5);
    const before = await delegate(house, essen, id, aParty(['Gül', 'Han'], { unnamed: 1 }));
    await withdrawByMail('gül@amt.test', id);
    const [left, ...others] = await lettersAbout('Gül');
    expect(others).toEqual([]);
    expect(left?.subject).toBe('Gül Amt hat sich abgemeldet: Sichere Plätze');
    expect(left?.text).toContain('Der Platz ist damit wieder frei');
    expect(left?.text).toMatch(new RegExp(`/delegation/[\\w-]{43}/events/${slug}\\?lang=de`));
    expect(left?.text).toContain(`/${before.id}?lang=de`);

    // Whom the coordinator withdraws needs no telling.
    await house.get(DelegationSeats).withdraw(before.id, seatOf(before, 'Han').id, acting());
    expect(await lettersAbout('Han')).toEqual([]);
  });

  it('keeps whom the office moves to another event, and its coordinator is told', async () => {
    const { id } = await workshop(5);
    const other = await workshop(5, { title: { de: 'Helle Wege' } });
    const before = await delegate(house, essen, id, aParty(['Jon', 'Kai']));
    const office = { actor: 'account:1' };
    await house.get(Moving).moveTo(seatOf(before, 'Jon').id, other.id, office);
    expect(standing(await list().byId(before.id))).toEqual(['Kai confirmed', 'Jon cancelled']);
    const [there] = await list().ofEvent(other.id);
    expect(standing(await list().byId(there!.id, essen.member.id))).toEqual(['Jon confirmed']);
    const [moved, ...others] = await lettersAbout('Jon');
    expect(others).toEqual([]);
    expect(moved?.subject).toBe('Jon Amt wurde umgebucht: Sichere Plätze');
    expect(moved?.text).toContain('zu „Helle Wege“ umgebucht');
    // A second one joins the delegation there; silently nobody is told.
    await house.get(Moving).moveTo(seatOf(before, 'Kai').id, other.id, { ...office, silent: true });
    expect(standing(await list().byId(there!.id))).toEqual(['Jon confirmed', 'Kai confirmed']);
    expect(await lettersAbout('Kai')).toEqual([]);
  });

  it('is begun elsewhere only under the locks that a member which turns out to be another waits for', async () => {
    const { id } = await workshop(5);
    const other = await workshop(5, { title: { de: 'Helle Wege' } });
    const before = await delegate(house, essen, id, aParty(['Lea']));
    const merging = house.manager.dataSource.createQueryRunner();
    try {
      await merging.startTransaction();
      await merging.query('SELECT FROM standing WHERE event_id = $1 FOR UPDATE', [id]);
      const moved = house.get(Moving).moveTo(seatOf(before, 'Lea').id, other.id, { actor: 'account:1' });
      await untilSomebodyWaits();
      // Two members that become one lock the seats first, and the member then.
      await merging.query('SELECT FROM member WHERE id = $1 FOR UPDATE', [essen.member.id]);
      await merging.commitTransaction();
      expect(await moved).toMatchObject({ status: 'confirmed' });
    } finally {
      await merging.release();
    }
  });

  it('is told without a way to replace whoever withdraws once registration has closed', async () => {
    const { id } = await workshop(0, { closesAt: Temporal.Instant.from('2027-02-10T11:00:00Z') });
    await delegate(house, essen, id, aParty(['Ida']));
    house.clock.set('2027-02-11T09:00:00Z');
    await withdrawByMail('ida@amt.test', id);
    const [left] = await lettersAbout('Ida');
    expect(left?.text).not.toMatch(/Ersatz|wieder frei/);
    expect(left?.text).toContain('Ida Amt gehört zu Ihrer Delegation und hat sich selbst abgemeldet.');
  });

  it('is one for each member and event, whoever of two coordinators begins and however often', async () => {
    const { id } = await workshop(10);
    const party = aParty(['Ada'], { unnamed: 1 });
    const how = { actor: actorOf(essen), key: 'one form' };
    const [one, ...others] = await Promise.all(
      [1, 2, 3].map(() => service().register(essen, id, party, how)),
    );
    expect(others.map(({ delegationId }) => delegationId)).toEqual([one!.delegationId, one!.delegationId]);
    await service().register(essen, id, aParty(['Bo']), { ...how, key: 'another form' });
    expect(standing(await list().byId(one!.delegationId))).toEqual([
      'Ada confirmed',
      'Bo confirmed',
      'N. N. confirmed',
    ]);
    const [{ count }] = await house.manager.query(
      'SELECT count(*)::integer FROM delegation WHERE event_id = $1',
      [id],
    );
    expect(count).toBe(1);
    const summaries = (await told(id)).filter((one) => one.startsWith('delegation.registered'));
    expect(summaries).toHaveLength(2);
    const deeds = await house.get(AuditService).of({ type: 'delegation', id: one!.delegationId });
    expect(deeds.map(({ action }) => action)).toEqual(['delegation.register', 'delegation.register']);
    await expect(service().register(essen, id, aParty(['Cem']), how)).rejects.toMatchObject({
      name: 'KeyReused',
    });
  });

  it('takes no seats without a name after the naming deadline, and nobody then', async () => {
    const { id } = await workshop(5);
    house.clock.set(deadline);
    const late = service().register(essen, id, aParty(['Ada'], { unnamed: 1 }), { ...acting(), key: 'late' });
    await expect(late).rejects.toMatchObject({ name: 'NamingOver' });
    expect(await list().ofMember(essen.member.id)).toEqual([]);
    expect(standing(await delegate(house, essen, id, aParty(['Ada'])))).toEqual(['Ada confirmed']);
  });

  it('has a whole day and until an evening to name people, however near the deadline is', async () => {
    const { id } = await workshop(5);
    // A Thursday, an hour before the deadline.
    house.clock.set('2027-02-04T16:00:00Z');
    const delegation = await delegate(house, essen, id, aParty(['Ada'], { unnamed: 1 }));
    expect(delegation.nameBy?.toString()).toBe('2027-02-05T18:00:00+01:00[Europe/Berlin]');
    const [summary] = (await mails(id)).filter(({ kind }) => kind === 'delegation.registered');
    expect(summary?.facts.nameBy).toBe('2027-02-05T17:00:00Z');
    house.clock.set(deadline);
    await lookAround(house);
    expect(standing(await list().byId(delegation.id))).toEqual(['Ada confirmed', 'N. N. confirmed']);
  });

  it('leaves nothing to be seen where the desk refuses it', async () => {
    const { id } = await workshop(5, { opensAt: Temporal.Instant.from('2027-01-20T08:00:00Z') });
    await expect(delegate(house, essen, id, aParty(['Ada']))).rejects.toMatchObject({
      name: 'RegistrationNotYetOpen',
    });
    expect(await list().ofEvent(id)).toEqual([]);
  });

  it('sends mails for who has no address of their own to the coordinator', async () => {
    const { id } = await workshop(5);
    const party = aParty([], { people: [{ firstName: 'Ada', lastName: 'Amt', email: undefined }] });
    const { seats } = await delegate(house, essen, id, party);
    expect(seats[0]?.email).toBe(essen.coordinator.email);
  });
});

describe('A group that comes together or not at all', () => {
  it('waits as a whole and moves up as a whole', async () => {
    const { id, slug } = await workshop(3);
    const seated = [];
    for (const number of [1, 2]) seated.push(await register(house, slug, aPerson(number)));
    const group = await delegate(house, essen, id, aParty(['Ada'], { unnamed: 2, together: true }));
    expect(standing(group)).toEqual(['Ada waitlisted 1', 'N. N. waitlisted 2', 'N. N. waitlisted 3']);
    expect(group.seats.every(({ together }) => together)).toBe(true);
    const registrations = house.get(RegistrationService);
    await registrations.withdraw(seated[0]!.registrationId!, { actor: 'participant' });
    expect(standing(await list().byId(group.id))[0]).toBe('Ada waitlisted 1');
    await registrations.withdraw(seated[1]!.registrationId!, { actor: 'participant' });
    expect(standing(await list().byId(group.id))).toEqual([
      'Ada confirmed',
      'N. N. confirmed',
      'N. N. confirmed',
    ]);
  });

  it('as many as possible gets what is there, and the others wait in their order', async () => {
    const { id } = await workshop(2);
    const group = await delegate(house, essen, id, aParty(['Ada', 'Bo', 'Cem'], { unnamed: 1 }));
    expect(standing(group).sort()).toEqual([
      'Ada confirmed',
      'Bo confirmed',
      'Cem waitlisted 1',
      'N. N. waitlisted 2',
    ]);
  });
});

it('A delegation that waits because its member has as many as it may knows so, until the release', async () => {
  const until = Temporal.Instant.from('2027-01-14T11:00:00Z');
  const contingents = { memberCap: 1, until };
  const plan = { event: { format: 'onsite' as const, ...inFebruary }, seats: { onsite: 9 }, contingents };
  const { id } = await planByRules(house, plan);
  const delegation = await delegate(house, essen, id, aParty(['Ada', 'Ben']));
  expect(standing(delegation)).toEqual(['Ada confirmed', 'Ben waitlisted 1']);
  expect(delegation.heldBack).toEqual({ by: 'cap', cap: 1, taken: 1, until });
  house.clock.set('2027-01-14T11:00:00Z');
  expect((await list().byId(delegation.id)).heldBack).toBeUndefined();
});

describe('Another member', () => {
  it('sees nothing of it: the delegation is unknown to its coordinator', async () => {
    const { id } = await workshop(5);
    const delegation = await delegate(house, essen, id, aParty(['Ada']));
    const bonn = await aCity(house, 'Bonn');
    await expect(list().byId(delegation.id, bonn.member.id)).rejects.toMatchObject({
      name: 'DelegationUnknown',
    });
    expect(await list().ofMember(bonn.member.id)).toEqual([]);
    expect((await list().ofMember(essen.member.id)).map((line) => line.id)).toEqual([delegation.id]);
  });

  it('cannot reach a seat by putting it into a delegation of its own', async () => {
    const { id } = await workshop(5);
    const delegation = await delegate(house, essen, id, aParty(['Ada']));
    const bonn = await aCity(house, 'Bonn');
    const own = await delegate(house, bonn, id, aParty(['Zoe']));
    const stolen = house
      .get(DelegationSeats)
      .withdraw(own.id, delegation.seats[0]!.id, { actor: actorOf(bonn) });
    await expect(stolen).rejects.toMatchObject({ name: 'SeatUnknown' });
    expect(standing(await list().byId(delegation.id))).toEqual(['Ada confirmed']);
  });
});

/** Until PostgreSQL itself says that a statement of this database waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await house.manager.query(waits)).length === 0) await setTimeout(20);
}
