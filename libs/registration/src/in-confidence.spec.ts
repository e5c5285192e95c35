import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Links } from '#account';
import { AnswerSheets } from '#form';
import { askQuestions } from '../../../test/builders/choices.js';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { mailsTo } from '../../../test/builders/mails.js';
import { aPerson } from '../../../test/builders/people.js';
import { CorrectionOver, NoOffer, OfferOver } from './refusals.js';
import { RegistrationService } from './registration.service.js';
import { SubmissionService } from './submission.service.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const COPIES = 'sekretariat@stadt.test';

/** Somebody registered by a secretariat, which gets the copies; they have answered in confidence since. */
async function registered() {
  const { id: eventId, slug } = await planEvent(house);
  const form = await askQuestions(house, eventId, [{ sensitive: true, required: false }]);
  const [question] = form.questions.map(({ id }) => id) as [string];
  const registrations = house.get(RegistrationService);
  const person = aPerson(1);
  const { people, submissionId } = await registrations.register(
    slug,
    { people: [person], copyTo: COPIES },
    { actor: 'participant', language: 'de', idempotency: { client: 'web', key: slug } },
  );
  const id = people[0]?.registrationId as string;
  const answer = () =>
    registrations.change(id, { actor: 'participant', answers: { [question]: 'Zöliakie' } });
  const links = house.get(Links);
  return {
    id,
    person,
    answer,
    copy: links.token('copy', id),
    own: links.token('registration', id),
    outcome: links.token('submission', submissionId as string),
    answers: async () => (await house.get(AnswerSheets).of([id], { sensitive: true })).get(id)?.sensitive,
    told: async () => {
      const rows: { kind: string; to_address: string }[] = await house.manager.query(
        'SELECT kind, to_address FROM message WHERE subject_id = $1 ORDER BY id',
        [id],
      );
      return rows.map(({ kind, to_address }) => `${kind.replace('registration.', '')} ${to_address}`);
    },
  };
}

describe('What was answered in confidence', () => {
  it('stays with the person who corrects the own address', async () => {
    const { person, own, answer, answers } = await registered();
    await answer();
    const corrected = { ...person, email: 'neu@stadt.test', language: 'de' as const };
    await house.get(RegistrationService).swapByLink(own, corrected, { corrects: true });

    expect(await answers()).not.toBeFalsy();
  });

  it('does not go to another address by the link in a copy, and the person is told', async () => {
    const { person, copy, answer, answers, told } = await registered();
    await answer();
    const corrected = { ...person, email: COPIES, language: 'de' as const };
    await house.get(RegistrationService).swapByLink(copy, corrected, { corrects: true });

    expect(await answers()).toBeFalsy();
    expect(await told()).toContain(`replaced ${person.email}`);
  });

  it('stays where the link in a copy corrects the name only', async () => {
    const { person, copy, answer, answers, told } = await registered();
    await answer();
    const corrected = { ...person, lastName: 'Richtig', language: 'de' as const };
    await house.get(RegistrationService).swapByLink(copy, corrected, { corrects: true });

    expect(await answers()).not.toBeFalsy();
    expect(await told()).not.toContain(`replaced ${person.email}`);
  });

  it('is in no copy, neither in its words nor in its appointment', async () => {
    const { id, answer } = await registered();
    await house.deliverMail();
    const before = (await mailsTo(house, COPIES)).length;
    await answer();
    await house.get(RegistrationService).withdraw(id, { actor: 'participant' });
    const copies = (await mailsTo(house, COPIES)).slice(before);
    expect(copies.map(({ calendar }) => calendar !== undefined)).toEqual([false, true]);
    for (const { text, html, calendar } of copies) {
      expect(`${text}${html}${calendar?.content}`).not.toContain('Zöliakie');
    }
  });

  it('closes the correction after the form, because whoever registered them is another', async () => {
    const { outcome, answer, answers } = await registered();
    const submissions = house.get(SubmissionService);
    await submissions.correctAddress(outcome, 0, 'tippfehler@stadt.test');
    await submissions.correctAddress(outcome, 0, 'richtig@stadt.test');
    await answer();

    await expect(submissions.correctAddress(outcome, 0, COPIES)).rejects.toBeInstanceOf(CorrectionOver);
    expect(await answers()).not.toBeFalsy();
  });
});

describe('An offer', () => {
  async function offered() {
    const { id: eventId, slug } = await planEvent(house, {}, { online: 1 });
    await house.manager.query(`INSERT INTO desk_rules (event_id, promotion) VALUES ($1, 'offer')`, [eventId]);
    await house.manager.query('UPDATE standing SET rules_version = rules_version + 1 WHERE event_id = $1', [
      eventId,
    ]);
    const registrations = house.get(RegistrationService);
    const come = async (number: number) => {
      const asking = { actor: 'participant', language: 'de' as const };
      const { people } = await registrations.register(slug, { people: [aPerson(number)] }, asking);
      return people[0]?.registrationId as string;
    };
    const [first, second] = [await come(1), await come(2)];
    await registrations.withdraw(first, { actor: 'participant' });
    return { registrations, own: house.get(Links).token('registration', second), id: second };
  }

  it('that was accepted cannot be refused in another window, nor the other way round', async () => {
    const accepted = await offered();
    await accepted.registrations.acceptByLink(accepted.own);
    await expect(accepted.registrations.refuseByLink(accepted.own)).rejects.toBeInstanceOf(NoOffer);

    const refused = await offered();
    await refused.registrations.refuseByLink(refused.own);
    await expect(refused.registrations.acceptByLink(refused.own)).rejects.toBeInstanceOf(NoOffer);
  });

  it('that has lapsed says so', async () => {
    const { registrations, own, id } = await offered();
    await house.manager.query(
      `UPDATE registration SET status = 'expired', holds_seat = false, expires_at = NULL WHERE id = $1`,
      [id],
    );

    await expect(registrations.acceptByLink(own)).rejects.toBeInstanceOf(OfferOver);
    await expect(registrations.refuseByLink(own)).rejects.toBeInstanceOf(OfferOver);
  });
});
