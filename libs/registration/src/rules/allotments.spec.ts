import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { DeskRulesService, RegistrationService } from '../index.js';
import { recountSeats } from '../verify.js';

let house: House;
let rules: DeskRulesService;
beforeAll(async () => {
  house = await openHouse();
  rules = house.get(DeskRulesService);
});
afterAll(() => house.close());
beforeEach(() => house.clock.set('2027-01-04T09:00:00Z'));

const actor = 'account:1';

describe('Sessions', () => {
  it('have seats of their own, which the office sets and writes down', async () => {
    const { id, items } = await eventWithTours();
    expect(await rules.sessions(id)).toEqual([]);
    await rules.saveSessions(
      id,
      [
        { itemId: items[0]!, capacity: 2 },
        { itemId: items[1]!, capacity: null },
      ],
      actor,
    );
    expect(await rules.sessions(id)).toMatchObject([
      { id: items[0], capacity: 2, taken: 0 },
      { id: items[1], capacity: null, taken: 0 },
    ]);
    const [deed] = await house.get(AuditService).of({ type: 'event', id });
    expect(deed).toMatchObject({ action: 'event.sessions', after: { [items[0]!]: { capacity: 2 } } });
  });

  it('that become smaller keep everybody who chose them, and take nobody in', async () => {
    const { id, slug, items } = await eventWithTours();
    const [tour] = items as [string];
    await rules.saveSessions(id, [{ itemId: tour, capacity: 2 }], actor);
    const [first] = await Promise.all([1, 2].map((number) => register(house, slug, goingTo(number, tour))));
    await rules.saveSessions(id, [{ itemId: tour, capacity: 1 }], actor);
    expect(await rules.sessions(id)).toMatchObject([{ capacity: 1, taken: 2 }]);
    expect(await recountSeats(house.manager)).toEqual([]);
    await house.get(RegistrationService).withdraw(String(first?.registrationId), { actor: 'participant' });
    await expect(register(house, slug, goingTo(3, tour))).rejects.toMatchObject({ name: 'ChoiceTaken' });
    expect(await recountSeats(house.manager)).toEqual([]);
  });

  it('that somebody has chosen stay sessions, and only the event’s own items can be some', async () => {
    const { id, slug, items } = await eventWithTours();
    const [tour, talk] = items as [string, string];
    await rules.saveSessions(id, [{ itemId: tour, capacity: 2 }], actor);
    const { registrationId } = await register(house, slug, goingTo(1, tour));
    const others = rules.saveSessions(id, [{ itemId: talk, capacity: null }], actor);
    await expect(others).rejects.toMatchObject({ name: 'SessionChosen', values: { people: 1 } });
    expect(await rules.sessions(id)).toMatchObject([{ id: tour }]);
    await house.get(RegistrationService).withdraw(String(registrationId), { actor: 'participant' });
    await rules.saveSessions(id, [], actor);
    expect(await rules.sessions(id)).toEqual([]);
    const strange = rules.saveSessions(id, [{ itemId: randomUUID(), capacity: 1 }], actor);
    await expect(strange).rejects.toMatchObject({ errors: [{ key: 'error.session.unknown' }] });
  });
});

describe('Choices of the form that are limited', () => {
  it('count those who chose them before, and let nobody go', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 2 });
    const [vegan, train] = [randomUUID(), randomUUID()];
    for (const number of [1, 2, 3]) {
      const { registrationId } = await register(house, slug, aPerson(number));
      await house.manager.query(
        `INSERT INTO answer_sheet (registration_id, event_id, form_version, answers, sensitive, changed_at)
         VALUES ($1, $2, 1, $3, $4, now())`,
        [registrationId, id, { travel: [train, randomUUID()] }, number === 2 ? null : { meal: vegan }],
      );
    }
    await sync(id, [
      { id: vegan, limit: 5 },
      { id: train, limit: 1 },
    ]);
    expect(await optionsOf(id)).toEqual({
      [vegan]: { capacity: 5, taken: 1, over: 0 },
      [train]: { capacity: 1, taken: 2, over: 1 },
    });
    expect(await recountSeats(house.manager)).toEqual([]);
    // The third waits, and gets what was chosen with the seat.
    const wishes = 'SELECT count(*)::integer FROM claim WHERE allotment_id = $1 AND NOT held';
    expect(await house.manager.query(wishes, [vegan])).toEqual([{ count: 1 }]);
    await rules.resize(id, { online: 3 }, actor);
    expect(await optionsOf(id)).toMatchObject({ [vegan]: { taken: 2 } });
    await sync(id, [{ id: train, limit: 3 }]);
    expect(await optionsOf(id)).toEqual({ [train]: { capacity: 3, taken: 2, over: 0 } });
    expect(await recountSeats(house.manager)).toEqual([]);
  });

  it('of an event that takes no registrations are not counted', async () => {
    const { id } = await planEvent(house, { kind: 'listing', ourRole: 'guest' });
    await sync(id, [{ id: randomUUID(), limit: 1 }]);
    expect(await optionsOf(id)).toEqual({});
  });
});

async function eventWithTours() {
  const items = [
    { starts: '2027-01-25T10:00', ends: '2027-01-25T11:00', title: { de: 'Rundgang' } },
    { starts: '2027-01-25T11:00', ends: '2027-01-25T12:00', title: { de: 'Vortrag' } },
  ];
  const planned = await planEvent(house, { items }, { online: 10 });
  const rows: { id: string }[] = await house.manager.query(
    'SELECT id FROM event_item WHERE event_id = $1 ORDER BY position',
    [planned.id],
  );
  return { ...planned, items: rows.map(({ id }) => id) };
}

const goingTo = (number: number, session: string) => ({ ...aPerson(number), sessions: [session] });

const sync = (id: string, options: { id: string; limit: number }[]) =>
  house.manager.transaction((manager) => rules.syncOptions(id, options, manager));

async function optionsOf(id: string): Promise<Record<string, unknown>> {
  const rows: { id: string }[] = await house.manager.query(
    "SELECT id, capacity, taken, over FROM allotment WHERE event_id = $1 AND kind = 'option'",
    [id],
  );
  return Object.fromEntries(rows.map(({ id, ...counts }) => [id, counts]));
}
