import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { EventUnknown, ProgrammeService } from '#event';
import { offerSessions } from '../../../test/builders/choices.js';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { DeskRulesService, OpeningService, StandingService } from './index.js';

let house: House;
let opening: OpeningService;
beforeAll(async () => {
  house = await openHouse();
  opening = house.get(OpeningService);
});
afterAll(() => house.close());

const actor = 'account:1';
const thursday = { starts: '2027-01-14T14:00', ends: '2027-01-14T15:30' };
const deeds = async (id: string) =>
  (await house.get(AuditService).of({ type: 'event', id })).map((entry) => `${entry.actor} ${entry.action}`);
const seatsOf = async (id: string) => {
  const event = await house.get(ProgrammeService).byId(id);
  return (await house.get(StandingService).seats([event])).get(id);
};

describe('A copied event', () => {
  it('has as many seats as the first, and all of them are free', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 12 });
    await register(house, slug, aPerson());
    const copy = await opening.copy(id, thursday, actor);
    expect(await seatsOf(copy)).toEqual({ online: { capacity: 12, taken: 0, waiting: 0 }, waiting: 0 });
    await opening.publish(copy, actor);
    const event = await house.get(ProgrammeService).byId(copy);
    expect(await register(house, event.slug, aPerson())).toMatchObject({ answer: { status: 'confirmed' } });
  });

  it('has its rules and sessions, also after a point of the programme was called off', async () => {
    const items = ['Rundgang', 'Vortrag', 'Werkstatt'].map((title) => ({ title: { de: title } }));
    const { id } = await planEvent(house, { items });
    const [, talk] = await offerSessions(house, id, [3, 4, 5]);
    await house.get(DeskRulesService).save(id, { approval: true }, actor);
    await house.manager.query("UPDATE event_item SET status = 'cancelled' WHERE id = $1", [talk]);
    const copy = await opening.copy(id, thursday, actor);
    const sessions = await house.get(DeskRulesService).sessions(copy);
    expect(sessions.map(({ item, capacity }) => [item.title.de, capacity])).toEqual([
      ['Rundgang', 3],
      ['Werkstatt', 5],
    ]);
    expect((await house.get(DeskRulesService).of(copy)).approval).toBe(true);
  });

  it('of a listing has none', async () => {
    const { id } = await planEvent(house, { kind: 'listing', ourRole: 'guest' });
    expect(await seatsOf(await opening.copy(id, thursday, actor))).toBeUndefined();
  });

  it('of an event that does not exist leaves nothing behind', async () => {
    const before = await house.manager.query('SELECT count(*) FROM event');
    const unknown = opening.copy('00000000-0000-7000-8000-000000000000', thursday, actor);
    await expect(unknown).rejects.toBeInstanceOf(EventUnknown);
    expect(await house.manager.query('SELECT count(*) FROM event')).toEqual(before);
  });
});

it('Whatever is done to an event’s plan is written down, and what changed nothing is not', async () => {
  const plan = { kind: 'exchange', audience: 'members', format: 'online', title: { de: 'Neu' } } as const;
  const id = await opening.plan({ ...plan, dates: [thursday] }, { online: 18 }, actor);
  expect(await seatsOf(id)).toMatchObject({ online: { capacity: 18 } });
  await opening.rework(id, { ...plan, ...thursday, title: { de: 'Neuer' }, place: '' }, actor);
  expect(await opening.publish(id, actor)).toBe(true);
  expect(await opening.publish(id, actor)).toBe(false);
  const copy = await opening.copy(id, thursday, actor);
  expect(await deeds(id)).toEqual([`${actor} event.publish`, `${actor} event.revise`, `${actor} event.plan`]);
  expect(await deeds(copy)).toEqual([`${actor} event.copy`]);
});

it('What is written down of a new event are the seats that it got: an assembly has no limit', async () => {
  const plan = { audience: 'members', format: 'online', title: { de: 'Neu' }, dates: [thursday] } as const;
  const noted = async (kind: 'assembly' | 'exchange') => {
    const id = await opening.plan({ ...plan, dates: [...plan.dates], kind }, { online: 18 }, actor);
    const [deed] = await house.get(AuditService).of({ type: 'event', id });
    return deed?.after;
  };
  expect(await noted('assembly')).toMatchObject({ seats: { onsite: null, online: null } });
  expect(await noted('exchange')).toMatchObject({ seats: { onsite: null, online: 18 } });
});
