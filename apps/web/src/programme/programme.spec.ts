import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DeskRulesService } from '#registration';
import { planEvent } from '../../../../test/builders/events.js';
import { textOf } from '../../test/at-the-desk.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

it('The programme tells events for which one can still ask from those that are closed', async () => {
  const plan = (title: string) =>
    planEvent(office, {
      title: { en: title },
      mainLanguage: 'en',
      format: 'onsite',
      dates: [{ starts: '2027-01-08T10:00', ends: '2027-01-08T12:00' }],
    });
  await plan('Asking');
  const strict = await plan('Strict');
  await office.get(DeskRulesService).save(strict.id, { lateRequests: false }, 'account:1');
  const { body } = await office.browser().get('/?lang=en');
  const entries = body.split('<article').map(textOf);
  expect(entries.find((entry) => entry.includes('Asking'))).toContain('Late places on request');
  expect(entries.find((entry) => entry.includes('Strict'))).toContain('Registration closed');
});
