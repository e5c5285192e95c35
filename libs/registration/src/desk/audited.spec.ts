import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson } from '../../../../test/builders/people.js';
import { RegistrationService } from '../registration.service.js';

let house: House;
let registrations: RegistrationService;
beforeAll(async () => {
  house = await openHouse();
  registrations = house.get(RegistrationService);
});
afterAll(() => house.close());

const BY_OFFICE = { actor: 'account:1', reason: 'Anruf' };
// No text of the database can hold it, so that nothing of the same transaction is written.
const UNWRITABLE = { action: 'registration.\0' };

describe('What the office does at the desk', () => {
  it('is in the audit with who did it, from where to where and why', async () => {
    const id = await registered();
    await registrations.withdraw(id, { ...BY_OFFICE, audited: { action: 'registration.withdraw' } });
    await registrations.admit(id, { ...BY_OFFICE, audited: { action: 'registration.restore' } });

    expect(await deeds(id)).toMatchObject([
      {
        action: 'registration.restore',
        before: { status: 'cancelled' },
        after: { status: 'confirmed', reason: 'Anruf' },
      },
      { action: 'registration.withdraw', actor: 'account:1', after: { status: 'cancelled' } },
      { action: 'registration.register', before: null, after: { status: 'confirmed', over: false } },
    ]);
  });

  it('is not done where it cannot be written down', async () => {
    const id = await registered();
    await expect(registrations.withdraw(id, { ...BY_OFFICE, audited: UNWRITABLE })).rejects.toThrow();

    expect((await registrations.byId(id)).registration.status).toBe('confirmed');
  });

  it('is in the audit once, though it is asked for again', async () => {
    const id = await registered();
    for (let again = 0; again < 2; again += 1) {
      await registrations.withdraw(id, { ...BY_OFFICE, audited: { action: 'registration.withdraw' } });
    }

    expect((await deeds(id)).map(({ action }) => action)).toEqual([
      'registration.withdraw',
      'registration.register',
    ]);
  });
});

async function registered(): Promise<string> {
  const { slug } = await planEvent(house);
  const { people } = await registrations.register(
    slug,
    { people: [aPerson(1)] },
    {
      ...{ actor: 'account:1', language: 'de', byOffice: true },
      audited: { action: 'registration.register', after: { over: false } },
    },
  );
  return people[0]?.registrationId as string;
}

const deeds = (id: string) => house.get(AuditService).of({ type: 'registration', id });
