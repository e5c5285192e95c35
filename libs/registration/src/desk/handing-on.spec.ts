import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AnswerSheets, sheetOf } from '#form';
import { askQuestions, optionsOf } from '../../../../test/builders/choices.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { mailsTo } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { aMember, planByRules } from '../../../../test/builders/rules.js';
import { DeskRulesService, RegistrationService, recountSeats, SubmissionService } from '../index.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  expect(await recountSeats(house.manager)).toEqual([]);
  await house.close();
});

const desk = () => house.get(RegistrationService);
const stranger = {
  email: 'fremd@werbung.test',
  firstName: 'Fremd',
  lastName: 'Person',
  language: 'de' as const,
};

/** Somebody comes by a form that is remembered; answers the registration's id and the token of the outcome page. */
async function comes(slug: string, organization?: string) {
  const party = { people: [aPerson(1, { organization })], copyTo: 'chefin@stadt.test' };
  const asking = {
    actor: 'participant',
    language: 'de' as const,
    idempotency: { client: 'page', key: 'one' },
  };
  const { people, submissionId } = await desk().register(slug, party, asking);
  const token = house.get(SubmissionService).tokenOf(submissionId as string);
  return { id: people[0]?.registrationId as string, token };
}

const swap = (id: string, eventId: string, person: typeof stranger) =>
  desk().ask({ verb: 'swap', eventId, registrationId: id, person, actor: 'participant' });

describe('A corrected address', () => {
  it('keeps the seat of its member, on a full event too', async () => {
    const essen = await aMember(house, 'Essen');
    const contingents = { memberGuaranteed: 1, memberCap: 1 };
    const { id: eventId, slug } = await planByRules(house, { seats: { online: 1 }, contingents });
    const { id, token } = await comes(slug, 'Essen');
    await house.get(SubmissionService).correctAddress(token, 0, 'richtig@privat.test');
    const { registration } = await desk().byId(id);
    expect(registration).toMatchObject({
      email: 'richtig@privat.test',
      memberId: essen,
      status: 'confirmed',
    });
    expect(await house.get(DeskRulesService).contingents(eventId)).toMatchObject([{ taken: 1 }]);
  });

  it.each([
    ['participant', 'auf der persönlichen Seite der Anmeldung'],
    ['account:1', 'Geändert hat das die Geschäftsstelle.'],
    ['contact:1', 'Geändert hat das die Koordination Ihrer Organisation.'],
  ])('is told to the old one, by whom and without a way in: %s', async (actor, said) => {
    const { slug } = await planByRules(house, {});
    const { id } = await comes(slug);
    const { email, firstName, lastName } = aPerson(1);
    const right = { email: 'richtig@privat.test', firstName, lastName, language: 'de' as const };
    await desk().swap(id, right, { actor, corrects: true });
    const old = (await mailsTo(house, email)).at(-1);
    expect(old?.subject).toBe('Anmeldung geht an eine andere Adresse: Sichere Plätze');
    expect(old?.text).toContain(said);
    expect(`${old?.text}${old?.html}`).not.toMatch(/richtig@privat|registrations\//);
    expect(old?.calendar).toBeUndefined();
    expect(await mailsTo(house, right.email)).toHaveLength(1);
    // The second address hears of it once, as of every change.
    expect(await mailsTo(house, 'chefin@stadt.test')).toHaveLength(2);
  });

  it('is not told to the old one where only the name is corrected, or whoever typed it wrong has just said so', async () => {
    const { slug } = await planByRules(house, {});
    const { id } = await comes(slug);
    const { email } = aPerson(1);
    const renamed = { email: ` ${email.toUpperCase()}`, firstName: 'Alma', lastName: 'Anders' };
    await desk().swap(id, { ...renamed, language: 'de' }, { actor: 'account:1', corrects: true });
    const other = await planByRules(house, {});
    const { token } = await comes(other.slug);
    await house.get(SubmissionService).correctAddress(token, 0, 'richtig@privat.test');
    const subjects = (await mailsTo(house, email)).map(({ subject }) => subject);
    expect(subjects).not.toContain('Anmeldung geht an eine andere Adresse: Sichere Plätze');
  });

  it('takes nothing back from whoever has the place by now', async () => {
    const { id: eventId, slug } = await planByRules(house, {});
    const { id, token } = await comes(slug);
    await swap(id, eventId, stranger);
    await expect(
      house.get(SubmissionService).correctAddress(token, 0, 'boese@stadt.test'),
    ).rejects.toMatchObject({
      name: 'CorrectionOver',
    });
    expect((await desk().byId(id)).registration.email).toBe(stranger.email);
  });
});

describe('Somebody in another’s place', () => {
  it('must belong to a member where the event is for members', async () => {
    await aMember(house, 'Essen');
    const { id: eventId, slug } = await planByRules(house, {
      event: { audience: 'members' },
      rules: { proof: 'address' },
    });
    const party = { people: [aPerson(1, { organization: 'Essen' })], copyTo: undefined };
    const how = { actor: 'account:1', language: 'de' as const, byOffice: true };
    const { people } = await desk().register(slug, party, how);
    const id = people[0]?.registrationId as string;
    await expect(swap(id, eventId, stranger)).rejects.toMatchObject({ name: 'AddressOfMemberNeeded' });
  });

  it('does not come where the limit of the series is reached', async () => {
    const rules = { series: 'Reihe', mostInSeries: 1 };
    const one = await planByRules(house, { rules });
    const other = await planByRules(house, { rules });
    const { id } = await comes(one.slug);
    await register(house, other.slug, aPerson(2));
    const { email, firstName, lastName } = aPerson(2);
    await expect(swap(id, one.id, { email, firstName, lastName, language: 'de' })).rejects.toMatchObject({
      name: 'SeriesLimit',
    });
  });

  it('is not written to by way of the other’s second address', async () => {
    const { id: eventId, slug } = await planByRules(house, {});
    const { id } = await comes(slug);
    await swap(id, eventId, stranger);
    const mails: { to_address: string }[] = await house.manager.query(
      `SELECT to_address FROM message WHERE subject_id = $1 AND facts ->> 'firstName' = 'Fremd'`,
      [id],
    );
    expect(mails).toEqual([{ to_address: stranger.email }]);
  });
});

describe('Protected answers', () => {
  it('go with whoever leaves', async () => {
    const { id: eventId, slug } = await planByRules(house, {});
    const form = await askQuestions(house, eventId, [{ sensitive: true }]);
    const answers = { [form.questions[0]!.id]: 'Zöliakie' };
    const sheet = { ...sheetOf(form, answers), formVersion: form.version as number };
    const { id } = await comes(slug);
    await desk().ask({ verb: 'change', eventId, registrationId: id, actor: 'participant', sheet });
    const kept = async () => (await house.get(AnswerSheets).of([id], { sensitive: true })).get(id)?.sensitive;
    expect(await kept()).toEqual(answers);
    await desk().withdraw(id, { actor: 'participant' });
    expect(await kept()).toBeNull();
  });
});

describe('A limited choice that went to somebody else', () => {
  it('is named to whoever is approved without it', async () => {
    const { id: eventId, slug } = await planByRules(house, { rules: { approval: true } });
    const form = await askQuestions(house, eventId, [
      { kind: 'single', options: optionsOf(['Vegetarisch', 1], 'Mit Fleisch') },
    ]);
    const question = form.questions[0]!;
    const answers = { [question.id]: question.options[0]!.id };
    const ids: string[] = [];
    for (const number of [1, 2]) {
      const answer = await register(house, slug, aPerson(number, { answers } as never));
      ids.push(answer.registrationId as string);
    }
    for (const id of ids) await desk().admit(id, { actor: 'account:1' });
    const missed: { missed: string[] | null }[] = await house.manager.query(
      `SELECT facts -> 'missed' AS missed FROM message WHERE kind = 'registration.admitted' ORDER BY id`,
    );
    expect(missed.map((one) => one.missed?.length ?? 0).sort()).toEqual([0, 1]);
  });
});
