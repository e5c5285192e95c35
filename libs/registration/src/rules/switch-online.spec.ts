import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { ProgrammeService } from '#event';
import { MemberService } from '#member';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { Clerk, DeskRulesService, RegistrationService, StandingService } from '../index.js';
import { recountSeats, stuckInLine } from '../verify.js';

let house: House;
let rules: DeskRulesService;
beforeAll(async () => {
  house = await openHouse();
  rules = house.get(DeskRulesService);
  const essen = { name: 'Essen', kind: 'city' as const, from: '2020-01-01' };
  await house.get(MemberService).add(essen, actor);
});
afterAll(() => house.close());
beforeEach(() => house.clock.set('2027-01-04T09:00:00Z'));

const actor = 'account:1';
const joiningLink = 'https://meet.forum.test/anders';
const dates = [{ starts: '2027-01-25T10:00', ends: '2027-01-25T12:00', place: { de: 'Rathaus' } }];

describe('A whole event online instead', () => {
  it('keeps everybody: the seats, the line, and who was online before', async () => {
    const { id, slug } = await planEvent(house, { format: 'hybrid', dates }, { onsite: 2, online: 3 });
    const ids = [...(await enter(slug, [1, 2, 3], 'onsite')), ...(await enter(slug, [4, 5], 'online'))];
    const switched = await rules.switchOnline(id, { joiningLink }, actor);
    expect(switched.sort()).toEqual(ids.slice(0, 3).sort());
    const event = await house.get(ProgrammeService).byId(id);
    expect(event).toMatchObject({ format: 'online', dates: [{ joiningLink, place: {}, sequence: 1 }] });
    const seats = await house.get(StandingService).seats([event]);
    expect(seats.get(id)).toMatchObject({ online: { capacity: 3, taken: 4, waiting: 1 }, waiting: 1 });
    expect((await house.get(RegistrationService).byId(ids[2]!)).position).toBe(1);
    await countsAgree();
    // Nobody moves up until fewer than the online seats are taken.
    await house.get(RegistrationService).withdraw(ids[0]!, { actor: 'participant' });
    expect((await house.get(RegistrationService).byId(ids[2]!)).registration.status).toBe('waitlisted');
    await house.get(RegistrationService).withdraw(ids[1]!, { actor: 'participant' });
    expect((await house.get(RegistrationService).byId(ids[2]!)).registration.status).toBe('confirmed');
    await countsAgree();
  });

  it('has room for all who waited where online seats have no limit', async () => {
    const { id, slug } = await planEvent(house, { format: 'hybrid', dates }, { onsite: 1 });
    const ids = await enter(slug, [1, 2], 'onsite');
    await rules.switchOnline(id, {}, actor);
    const { registration, event } = await house.get(RegistrationService).byId(ids[1]!);
    expect(registration).toMatchObject({ status: 'confirmed', attendance: 'online' });
    const seats = await house.get(StandingService).seats([event]);
    expect(seats.get(id)).toMatchObject({ online: { capacity: null, taken: 2, waiting: 0 } });
    await countsAgree();
  });

  it('has as many seats as the room had where none were online', async () => {
    const { id, slug } = await planEvent(house, { format: 'onsite', dates }, { onsite: 1 });
    const ids = await enter(slug, [1, 2], 'onsite');
    await rules.switchOnline(id, {}, actor);
    const { event, position } = await house.get(RegistrationService).byId(ids[1]!);
    expect(position).toBe(1);
    const seats = await house.get(StandingService).seats([event]);
    expect(seats.get(id)).toMatchObject({ online: { capacity: 1, taken: 1, waiting: 1 } });
    await countsAgree();
  });

  it('counts members’ seats online from now on', async () => {
    const { id, slug } = await planEvent(house, { format: 'hybrid', dates }, { onsite: 5, online: 5 });
    const contingents = { memberGuaranteed: 1, memberCap: 3, overrides: {} };
    await rules.saveContingents(id, contingents, actor);
    await enter(slug, [1], 'onsite', 'Essen');
    await enter(slug, [2], 'online', 'Essen');
    expect(await rules.contingents(id)).toMatchObject([{ name: 'Essen', taken: 1 }]);
    await rules.switchOnline(id, {}, actor);
    expect(await rules.contingents(id)).toMatchObject([{ name: 'Essen', taken: 2 }]);
    await countsAgree();
  });

  it('keeps to a member’s cap also where online seats have no limit', async () => {
    // Contingents hold until three weeks before.
    house.clock.set('2027-01-01T09:00:00Z');
    const { id, slug } = await planEvent(house, { format: 'hybrid', dates }, { onsite: 1 });
    await rules.saveContingents(id, { memberGuaranteed: 0, memberCap: 2, overrides: {} }, actor);
    const ids = await enter(slug, [1, 2, 3], 'onsite', 'Essen');
    await rules.switchOnline(id, {}, actor);
    const statuses = await Promise.all(
      ids.map(async (one) => (await house.get(RegistrationService).byId(one)).registration.status),
    );
    expect(statuses).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    await countsAgree();
  });

  it('is in the history of each who came on site, and in the event’s, once', async () => {
    const { id, slug } = await planEvent(house, { format: 'onsite', dates });
    const [coming, left] = await enter(slug, [1, 2], 'onsite');
    await house.get(RegistrationService).withdraw(left!, { actor: 'participant' });
    await rules.switchOnline(id, { joiningLink }, actor);
    expect(await rules.switchOnline(id, { joiningLink }, actor)).toEqual([]);
    const lines = await house.manager.query(
      `SELECT registration_id AS id, actor, detail FROM registration_change
       WHERE registration_id = ANY($1) AND what = 'changed'`,
      [[coming, left]],
    );
    expect(lines).toEqual([{ id: coming, actor, detail: { attendance: ['onsite', 'online'] } }]);
    // Who comes back later comes back online.
    await house.get(RegistrationService).admit(left!, { actor });
    expect((await house.get(RegistrationService).byId(left!)).registration.attendance).toBe('online');
    const [, first] = await house.get(AuditService).of({ type: 'event', id });
    expect(first).toMatchObject({
      action: 'event.online',
      before: { format: 'onsite', places: [{ de: 'Rathaus' }] },
    });
    await countsAgree();
  });

  it('moves up who waited for the room at the desk’s next turn', async () => {
    const { id, slug } = await planEvent(house, { format: 'hybrid', dates }, { onsite: 1, online: 5 });
    const ids = await enter(slug, [1, 2], 'onsite');
    await house.manager.transaction((manager) => rules.switchOnline(id, {}, actor, manager));
    const statusOf = async (one: string) =>
      (await house.get(RegistrationService).byId(one)).registration.status;
    expect(await statusOf(ids[1]!)).toBe('waitlisted');
    await house.get(Clerk).lookAround();
    expect(await statusOf(ids[1]!)).toBe('confirmed');
    await countsAgree();
  });

  it('can be part of somebody else’s transaction, and is undone with it', async () => {
    const { id, slug } = await planEvent(house, { format: 'onsite', dates }, { onsite: 5 });
    const [coming] = await enter(slug, [1], 'onsite');
    const undone = house.manager.transaction(async (manager) => {
      expect(await rules.switchOnline(id, {}, actor, manager)).toEqual([coming]);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    const { registration, event } = await house.get(RegistrationService).byId(coming!);
    expect([registration.attendance, event.format]).toEqual(['onsite', 'onsite']);
    await countsAgree();
  });
});

async function enter(
  slug: string,
  numbers: number[],
  attendance: 'onsite' | 'online',
  organization?: string,
) {
  const ids: string[] = [];
  for (const number of numbers) {
    const { registrationId } = await register(house, slug, aPerson(number, { attendance, organization }));
    ids.push(String(registrationId));
  }
  return ids;
}

async function countsAgree(): Promise<void> {
  expect(await recountSeats(house.manager)).toEqual([]);
  expect(await stuckInLine(house.manager)).toEqual([]);
}
