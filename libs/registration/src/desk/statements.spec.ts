import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FormService, sheetOf } from '#form';
import { askQuestions } from '../../../../test/builders/choices.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson } from '../../../../test/builders/people.js';
import { aMember, planByRules } from '../../../../test/builders/rules.js';
import { statementsOf } from '../../../../test/builders/statements.js';
import type { RegisterRequest } from './desk-request.js';
import { SettlementService } from './settlement.service.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('The desk of a hot event with all rules on', () => {
  it('needs as many statements for fifty people as for two, in few round trips', async () => {
    const { register } = await hotEvent();
    const settlement = house.get(SettlementService);
    const count = async (people: number) => {
      const requests = Array.from({ length: people }, () => register());
      const statements = await statementsOf(house.manager, () =>
        settlement.settle(requests[0]!.eventId, requests),
      );
      return statements.map(short);
    };
    await count(1);

    const two = await count(2);

    expect(two).toEqual([
      'BEGIN',
      'SET',
      'SELECT standing',
      'SELECT registration',
      'SELECT member',
      'COPY registration',
      'COPY registration_change',
      'COPY answer_sheet',
      'UPDATE standing',
      'INSERT member_standing',
      'INSERT appointment',
      'COPY message',
      'COMMIT',
    ]);
    expect(await count(50)).toEqual(two);
  });
});

async function hotEvent() {
  const organization = 'Essen';
  await aMember(house, organization);
  const { id: eventId } = await planByRules(house, {
    seats: { online: 500 },
    rules: { lineOrder: 'fair' },
    contingents: { memberGuaranteed: 2, memberCap: 400 },
  });
  const form = await askQuestions(house, eventId, [{ required: true }, {}, {}, {}, {}]);
  const current = await house.get(FormService).of(eventId);
  const answers = Object.fromEntries(form.questions.map(({ id }) => [id, 'Antwort']));
  let came = 0;
  return {
    register(): RegisterRequest {
      came += 1;
      const sheet = { ...sheetOf(current, answers), formVersion: current.version as number };
      const person = { ...aPerson(came, { organization }), language: 'de' as const, sheet };
      return { verb: 'register', eventId, people: [person], actor: 'participant' };
    },
  };
}

/** What a statement does to which table. */
function short(statement: string): string {
  const words = statement.trim().split(/\s+/);
  const verb = words[0] as string;
  const table = / (?:FROM|INTO|UPDATE|COPY) (\w+)/.exec(` ${words.join(' ')}`)?.[1];
  const known = ['registration', 'member'].find((name) =>
    new RegExp(`FROM ${name} \\w+ `).test(words.join(' ')),
  );
  return verb === 'SELECT' && known && table !== 'standing'
    ? `SELECT ${known}`
    : [verb, table].filter(Boolean).join(' ');
}
