import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../../test/builders/house.js';
import { mailsTo } from '../../../test/builders/mails.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { aMember, planByRules } from '../../../test/builders/rules.js';
import { RegistrationService } from './registration.service.js';

const RELEASE = Temporal.Instant.from('2027-01-14T11:00:00Z');
const FULL = 'Derzeit sind alle Plätze vergeben';
let house: House;
let people = 0;
beforeAll(async () => {
  house = await openHouse();
  await aMember(house, 'Kiel');
  await aMember(house, 'Jena');
});
afterAll(() => house.close());

describe('Who waits though seats are free', () => {
  it('because the member has as many as it may is told so, in the answer, the mail and the own page', async () => {
    const { slug } = await planByRules(house, {
      seats: { online: 9 },
      contingents: { memberCap: 1, until: RELEASE },
    });
    await comes(slug, 'Kiel');
    const waits = await comes(slug, 'Kiel');
    expect(waits.heldBack).toEqual({ by: 'cap', cap: 1, taken: 1 });
    expect((await viewOf(waits)).heldBack).toEqual({ by: 'cap', cap: 1, taken: 1, until: RELEASE });
    const [mail] = await mailsTo(house, waits.email);
    expect(mail?.text).toContain('höchstens einen Platz haben und hat schon einen');
    expect(mail?.text).not.toContain(FULL);
  });

  it('because they are kept for other members is told so', async () => {
    const { slug } = await planByRules(house, {
      seats: { online: 2 },
      contingents: { memberGuaranteed: 1, until: RELEASE },
    });
    await comes(slug, 'Kiel');
    const waits = await comes(slug);
    expect(waits.heldBack).toEqual({ by: 'guarantees' });
    expect((await viewOf(waits)).heldBack).toEqual({ by: 'guarantees', until: RELEASE });
    expect((await mailsTo(house, waits.email))[0]?.text).toContain('für andere Mitglieder reserviert');
  });

  it('as a group that is larger than the cap is told so', async () => {
    const { slug } = await planByRules(house, {
      seats: { online: 9 },
      contingents: { memberCap: 1, until: RELEASE },
    });
    const party = [aPerson(++people, { organization: 'Kiel' }), aPerson(++people, { organization: 'Kiel' })];
    const answer = await house
      .get(RegistrationService)
      .register(
        slug,
        { people: party, copyTo: undefined },
        { actor: 'participant', language: 'de', together: true },
      );
    for (const person of answer.people) {
      expect(person.heldBack).toEqual({ by: 'cap', cap: 1, taken: 0 });
      expect((await viewOf(person)).heldBack).toMatchObject({ by: 'cap', cap: 1, taken: 0 });
    }
  });

  it('is answered so whether or not they are on the list already', async () => {
    const { slug } = await planByRules(house, {
      seats: { online: 9 },
      contingents: { memberCap: 1, until: RELEASE },
    });
    const known = aPerson(++people, { organization: 'Kiel' });
    await register(house, slug, known);
    const [again, other] = [await register(house, slug, known), await comes(slug, 'Kiel')];
    expect([again.answer, again.heldBack]).toEqual([other.answer, other.heldBack]);
    expect(again.heldBack).toEqual({ by: 'cap', cap: 1, taken: 1 });
  });
});

it('Who waits because all seats are taken, or since the release, is told no other reason', async () => {
  const { slug } = await planByRules(house, {
    seats: { online: 1 },
    contingents: { memberCap: 1, until: RELEASE },
  });
  await comes(slug, 'Kiel');
  const jena = await comes(slug, 'Jena');
  expect([jena.heldBack, (await viewOf(jena)).heldBack]).toEqual([undefined, undefined]);
  expect((await mailsTo(house, jena.email))[0]?.text).toContain(FULL);
  const kiel = await comes(slug, 'Kiel');
  expect((await viewOf(kiel)).heldBack).toMatchObject({ by: 'cap' });
  house.clock.set('2027-01-14T11:00:00Z');
  expect((await viewOf(kiel)).heldBack).toBeUndefined();
});

const comes = (slug: string, organization?: string) =>
  register(house, slug, aPerson(++people, { organization }));

const viewOf = ({ registrationId }: { registrationId?: string }) =>
  house.get(RegistrationService).byId(registrationId as string);
