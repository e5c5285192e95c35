import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PlanningService } from '#event';
import { ContactService } from '#member';
import { DeskRulesService } from '#registration';
import { planEvent } from '../../../test/builders/events.js';
import type { House } from '../../../test/builders/house.js';
import { mailsTo } from '../../../test/builders/mails.js';
import { aCity, aCoordinator, aParty, delegate, openDelegations } from '../test/cities.js';
import { DelegationList, NamingReminders } from './index.js';
import type { Coordination } from './words.js';

let house: House;
let essen: Coordination;
let eventId: string;
beforeAll(async () => {
  house = await openDelegations();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set('2027-01-04T09:00:00Z');
  essen = await aCity(house, 'Essen');
  const dates = [{ starts: '2027-02-18T10:00', ends: '2027-02-18T16:00' }];
  ({ id: eventId } = await planEvent(house, { dates }));
});

// The names are due on 4 February at 18:00 in Berlin.
const remindedAt = async (moment: string, address = essen.coordinator.email!) => {
  house.clock.set(moment);
  await house.get(NamingReminders).remindDue();
  const mails = await mailsTo(house, address);
  return mails.filter(({ subject }) => /missing|name|nom/i.test(subject ?? ''));
};

describe('A coordinator with seats without a name', () => {
  it('is reminded seven days and two days before the deadline, each time once', async () => {
    await delegate(house, essen, eventId, aParty(['Ada'], { unnamed: 2 }));
    expect(await remindedAt('2027-01-28T16:59:59Z')).toHaveLength(0);
    const [first, ...others] = await remindedAt('2027-01-28T17:00:00Z');
    expect(others).toEqual([]);
    expect(first?.subject).toContain('2 Namen fehlen noch: Sichere Plätze');
    expect(first?.text).toContain('bis Donnerstag, 4. Februar 2027, 18:00 Uhr (MEZ)');
    expect(first?.text).toMatch(/\/delegation\/[\w-]{43}\/[\da-f-]{36}\?lang=de/);
    expect(await remindedAt('2027-02-01T08:00:00Z')).toHaveLength(1);
    expect(await remindedAt('2027-02-02T17:00:00Z')).toHaveLength(2);
    expect(await remindedAt('2027-02-04T16:00:00Z')).toHaveLength(2);
    expect(await remindedAt('2027-02-04T17:00:00Z')).toHaveLength(2);
  });

  it('is told at once of a deadline that the office brings nearer, and reminded of the new one', async () => {
    await delegate(house, essen, eventId, aParty(['Ada'], { unnamed: 2 }));
    house.clock.set('2027-01-11T09:00:00Z');
    await house.get(DeskRulesService).save(eventId, { namingDays: 35 }, 'account:1');
    const [told, ...others] = await remindedAt('2027-01-11T09:15:00Z');
    expect(others).toEqual([]);
    expect(told?.subject).toContain('Neue Frist für die Namen: Sichere Plätze');
    expect(told?.text).toContain('bis Donnerstag, 14. Januar 2027, 18:00 Uhr (MEZ)');
    expect(told?.text).toMatch(/\/delegation\/[\w-]{43}\/[\da-f-]{36}\?lang=de/);
    expect(await remindedAt('2027-01-12T16:59:59Z')).toHaveLength(1);
    expect(await remindedAt('2027-01-12T17:00:00Z')).toHaveLength(2);
    await house.get(DeskRulesService).save(eventId, { namingDays: 14 }, 'account:1');
    expect(await remindedAt('2027-01-12T18:00:00Z')).toHaveLength(2);
  });

  it('hears of a deadline in the past that it is the evening after tomorrow, and keeps the seats until then', async () => {
    const { id } = await delegate(house, essen, eventId, aParty([], { unnamed: 1 }));
    // A Wednesday, late at night in Berlin.
    house.clock.set('2027-01-13T22:00:00Z');
    await house.get(DeskRulesService).save(eventId, { namingDays: 40 }, 'account:1');
    const { nameBy } = await house.get(DelegationList).byId(id);
    expect(nameBy?.toString()).toBe('2027-01-15T18:00:00+01:00[Europe/Berlin]');
    const [told] = await remindedAt('2027-01-13T23:00:00Z');
    expect(told?.text).toContain('bis Freitag, 15. Januar 2027, 18:00 Uhr (MEZ)');
  });

  it('gets only the second reminder where nobody looked for the first', async () => {
    await delegate(house, essen, eventId, aParty([], { unnamed: 1 }));
    const mails = await remindedAt('2027-02-03T08:00:00Z');
    expect(mails.map(({ subject }) => subject)).toEqual(['Ein Name fehlt noch: Sichere Plätze']);
  });

  it('is not reminded of what was asked for a moment ago, nor of a cancelled event', async () => {
    house.clock.set('2027-01-30T08:00:00Z');
    await delegate(house, essen, eventId, aParty([], { unnamed: 1 }));
    expect(await remindedAt('2027-01-30T09:00:00Z')).toHaveLength(0);
    await house.get(PlanningService).revise(eventId, { event: { status: 'cancelled' } });
    expect(await remindedAt('2027-02-03T08:00:00Z')).toHaveLength(0);
  });

  it('is followed by a colleague with the same task after the last day', async () => {
    await delegate(house, essen, eventId, aParty([], { unnamed: 1 }));
    const colleague = await aCoordinator(house, essen.member.id, 'Nachfolge');
    await house.get(ContactService).leave(essen.coordinator.id, '2027-01-20', 'account:1');
    expect(await remindedAt('2027-01-29T08:00:00Z')).toHaveLength(0);
    expect(await remindedAt('2027-01-29T08:00:00Z', colleague.email!)).toHaveLength(1);
  });

  it('reads it in the own language', async () => {
    const lyon = await aCity(house, 'Lyon', { language: 'fr' });
    const graz = await aCity(house, 'Graz', { language: 'en' });
    for (const city of [lyon, graz]) await delegate(house, city, eventId, aParty([], { unnamed: 2 }));
    const [french] = await remindedAt('2027-01-29T08:00:00Z', lyon.coordinator.email!);
    const [english] = await remindedAt('2027-01-29T08:00:00Z', graz.coordinator.email!);
    expect(french?.subject).toBe('2 noms manquent encore : Des places sûres');
    expect(english?.subject).toBe('2 names are still missing: Safe squares');
    expect(english?.text).toContain('2 seats have no name yet. Please give the names by Thursday');
    for (const mail of [french, english]) expect(mail?.text).not.toMatch(/undefined|\{|delegation\./);
  });
});
