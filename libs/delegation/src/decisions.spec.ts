import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { RegistrationService, recountSeats } from '#registration';
import type { House } from '../../../test/builders/house.js';
import { mailsTo } from '../../../test/builders/mails.js';
import { planByRules } from '../../../test/builders/rules.js';
import { aCity, aParty, delegate, openDelegations } from '../test/cities.js';
import { DelegationDecisions, DelegationList } from './index.js';
import type { Coordination } from './words.js';

let house: House;
let essen: Coordination;
beforeAll(async () => {
  house = await openDelegations();
});
afterAll(() => house.close());
beforeEach(async () => {
  essen = await aCity(house, 'Essen');
});

const OFFICE = { actor: 'account:1' };
const decisions = () => house.get(DelegationDecisions);

/** A delegation to an event where the office decides, with as many seats. */
async function asked(seats: number, names: string[], unnamed = 0) {
  const dates = [{ starts: '2027-02-18T10:00', ends: '2027-02-18T16:00' }];
  const event = { format: 'onsite' as const, dates };
  const { id } = await planByRules(house, { event, seats: { onsite: seats }, rules: { approval: true } });
  return { eventId: id, delegation: await delegate(house, essen, id, aParty(names, { unnamed })) };
}
const standing = async (id: string) =>
  (await house.get(DelegationList).byId(id)).seats.map(
    ({ firstName, status }) => `${firstName || 'N. N.'} ${status}`,
  );
const told = async (eventId: string): Promise<string[]> => {
  const rows: { line: string }[] = await house.manager.query(
    `SELECT kind || ' ' || to_address AS line FROM message
     WHERE event_id = $1 AND kind NOT LIKE '%.registered' ORDER BY 1`,
    [eventId],
  );
  return rows.map(({ line }) => line);
};

describe('The office', () => {
  it('approves a whole delegation at once: each person is told, and the coordinator once', async () => {
    const { eventId, delegation } = await asked(2, ['Ada', 'Bo'], 1);
    expect(await standing(delegation.id)).toEqual(['Ada requested', 'Bo requested', 'N. N. requested']);
    // What runs out now is the request, not the time to name somebody.
    expect([delegation.unnamed, delegation.nameBy]).toEqual([1, undefined]);
    expect(await decisions().decide(delegation.id, 'approve', OFFICE)).toBe(3);
    expect(await standing(delegation.id)).toEqual(['Ada confirmed', 'Bo confirmed', 'N. N. waitlisted']);
    const { nameBy } = await house.get(DelegationList).byId(delegation.id);
    expect(nameBy?.toPlainDate().toString()).toBe('2027-02-04');
    expect(await told(eventId)).toEqual([
      `delegation.approved ${essen.coordinator.email}`,
      'registration.admitted ada@amt.test',
      'registration.admitted bo@amt.test',
    ]);
    const [mail] = (await mailsTo(house, essen.coordinator.email!)).filter(({ subject }) =>
      subject?.startsWith('Zusage für Ihre Delegation'),
    );
    expect(mail?.text).toMatch(/Plätze sicher: 2\s+Auf der Warteliste: 1/);
    expect(mail?.text).toContain('Bitte nennen Sie ihn bis Donnerstag, 4. Februar 2027, 18:00 Uhr');
    const [deed] = await house.get(AuditService).of({ type: 'delegation', id: delegation.id });
    expect(deed).toMatchObject({ actor: 'account:1', action: 'delegation.approve' });
    // A second click finds nothing to decide.
    expect(await decisions().decide(delegation.id, 'decline', OFFICE)).toBe(0);
    expect(await told(eventId)).toHaveLength(3);
    expect(await recountSeats(house.manager)).toEqual([]);
  });

  it('declines what is still asked for, with its words, and leaves alone who was approved before', async () => {
    const { eventId, delegation } = await asked(5, ['Ada', 'Bo', 'Cem']);
    const ada = delegation.seats.find(({ firstName }) => firstName === 'Ada');
    await house.get(RegistrationService).admit(ada!.id, { ...OFFICE, silent: true });
    const reason = 'Leider zu viele Anfragen.';
    expect(await decisions().decide(delegation.id, 'decline', { ...OFFICE, reason })).toBe(2);
    expect((await standing(delegation.id)).sort()).toEqual(['Ada confirmed', 'Bo declined', 'Cem declined']);
    expect(await told(eventId)).toEqual([
      `delegation.declined ${essen.coordinator.email}`,
      'registration.declined bo@amt.test',
      'registration.declined cem@amt.test',
    ]);
    const [mail] = (await mailsTo(house, essen.coordinator.email!)).filter(({ subject }) =>
      subject?.startsWith('Keine Zusage'),
    );
    expect(mail?.text).toContain(reason);
  });

  it('tells nobody where it decides silently', async () => {
    const { eventId, delegation } = await asked(5, ['Ada']);
    await decisions().decide(delegation.id, 'approve', { ...OFFICE, silent: true });
    expect(await standing(delegation.id)).toEqual(['Ada confirmed']);
    expect(await told(eventId)).toEqual([]);
  });
});
