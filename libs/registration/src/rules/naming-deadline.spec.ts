import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { nobodyYet } from '../../../../test/builders/people.js';
import { planByRules } from '../../../../test/builders/rules.js';
import { Clerk, DeskRulesService, OpeningService, RegistrationService } from '../index.js';

const OFFICE = 'account:1';
const workshop = { title: { de: 'Plätze' }, format: 'online', audience: 'public', place: '' } as const;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A seat without a name at a workshop on 22 February 2027, with names due on 8 February. */
async function aSeat({ seats = 1 } = {}) {
  const dates = [{ starts: '2027-02-22T10:00', ends: '2027-02-22T12:00' }];
  const { id: eventId } = await planByRules(house, { event: { dates }, seats: { online: seats } });
  const nobody = nobodyYet(Temporal.Instant.from('2027-02-08T17:00:00Z'));
  const { people } = await house
    .get(RegistrationService)
    .ask({ verb: 'register', eventId, people: [nobody], actor: OFFICE, byOffice: true });
  const id = people[0]!.registrationId!;
  const seat = async () => (await house.get(RegistrationService).byId(id)).registration;
  return { eventId, id, deadline: async () => (await seat()).expiresAt?.toString(), seat };
}

describe('The deadline for naming people', () => {
  it('follows the days that the office gives, and the desk looks in time', async () => {
    const { eventId, deadline, seat } = await aSeat();
    await house.get(DeskRulesService).save(eventId, { namingDays: 21 }, OFFICE);
    expect(await deadline()).toBe('2027-02-01T17:00:00Z');
    house.clock.set('2027-02-01T17:00:00Z');
    await house.get(Clerk).lookAround();
    expect((await seat()).status).toBe('expired');
    house.clock.set('2027-01-04T09:00:00Z');
  });

  it('of who waits follows too, and never leaves less than a day, nor ends before the evening', async () => {
    const { eventId, deadline, seat } = await aSeat({ seats: 0 });
    await house.get(DeskRulesService).save(eventId, { namingDays: 49 }, OFFICE);
    expect((await seat()).status).toBe('waitlisted');
    expect(await deadline()).toBe('2027-01-05T17:00:00Z');
  });

  it('brought nearer ends on no weekend, unless the event begins before', async () => {
    const { eventId, deadline } = await aSeat();
    const soon = async (moment: string, namingDays: number) => {
      house.clock.set(moment);
      await house.get(DeskRulesService).save(eventId, { namingDays }, OFFICE);
      return deadline();
    };
    // A Friday.
    expect(await soon('2027-01-15T09:00:00Z', 50)).toBe('2027-01-18T17:00:00Z');
    // The Friday before the event's Monday.
    expect(await soon('2027-02-19T10:00:00Z', 51)).toBe('2027-02-22T09:00:00Z');
    house.clock.set('2027-01-04T09:00:00Z');
  });

  it('follows the event when the office plans another day, and stays where only the title changes', async () => {
    const { eventId, deadline } = await aSeat();
    const opening = house.get(OpeningService);
    const later = { starts: '2027-03-22T10:00', ends: '2027-03-22T12:00' };
    await opening.rework(eventId, { ...workshop, ...later }, OFFICE);
    expect(await deadline()).toBe('2027-03-08T17:00:00Z');
    // What is overdue in this very moment is not given another day by a corrected title.
    house.clock.set('2027-03-08T17:00:00Z');
    await opening.rework(eventId, { ...workshop, ...later, title: { de: 'Sichere Plätze' } }, OFFICE);
    expect(await deadline()).toBe('2027-03-08T17:00:00Z');
    house.clock.set('2027-01-04T09:00:00Z');
  });
});
