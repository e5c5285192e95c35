import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { FormService } from '#form';
import { planEvent } from '../../../../../test/builders/events.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import { textOf } from '../../../test/at-the-desk.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
});
afterAll(() => office.close());

describe('The list for the kitchen', () => {
  it('counts what those who come need, after a button, and writes down who pressed it', async () => {
    const { id, page, of } = await anEventWithDiets();
    // Whoever waits eats nothing yet.
    await of(4, 'vegan', 'Nüsse');
    const before = await browser.get(page);
    expect(before.body).not.toContain('Vegan');
    expect(before.body).not.toContain('Sellerie');
    expect(await looks(id)).toEqual([]);
    const { statusCode, body } = await browser.submit(page, page);
    expect(statusCode).toBe(200);
    const text = textOf(body);
    expect(text).toMatch(/Meal Answer Number Names Vegetarian 2 .* Vegan 1 /);
    expect(text).toMatch(/Allergies Answer Number Names Sellerie 1 Alma Beispiel 2/);
    expect(text).not.toContain('Nüsse');
    expect(text).not.toContain('Planerin');
    expect(await looks(id)).toMatchObject([
      { actor: expect.stringMatching(/^account:/), after: { as: 'page' } },
    ]);
    expect(textOf((await browser.get(page)).body)).toContain('Opened by: Büro 1, 04 Jan 2027, 10:00');
  });

  it('is said to have been seen on the page of everybody on it', async () => {
    const { page, of } = await anEventWithDiets();
    const person = `/office/registrations/${await of(9, 'vegan', '')}`;
    expect(textOf((await browser.get(person)).body)).not.toContain('Opened by');
    await browser.submit(page, page);
    expect(textOf((await browser.get(person)).body)).toContain('Opened by: Büro 1');
  });

  it('is loaded as a file that names people only beside their own words', async () => {
    const { id, page } = await anEventWithDiets();
    const file = await browser.submit(page, page, { file: 'plain' });
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="workshop-\d+-catering-2027-01-04.csv"$/,
    );
    expect(file.body.trim().split('\r\n')).toEqual([
      'Question,Answer,Number,Names',
      'Meal,Vegetarian,2,',
      'Meal,Vegan,1,',
      'Allergies,Sellerie,1,Alma Beispiel 2',
    ]);
    expect(await looks(id)).toMatchObject([{ after: { as: 'plain' } }]);
  });

  it('is closed to strangers and foreign forms, and says where nothing is asked', async () => {
    const { id, page } = await anEventWithDiets();
    expect((await office.browser().get(page)).statusCode).toBe(303);
    expect((await browser.post(page, {})).statusCode).toBe(403);
    expect(await looks(id)).toEqual([]);
    const other = await planEvent(office);
    const { body } = await browser.get(`/office/events/${other.id}/kitchen`);
    expect(body).toContain('This event asks nothing confidential.');
    expect(body).not.toContain('Open the list');
    expect((await browser.get(`/office/events/${randomUUID()}/kitchen`)).statusCode).toBe(404);
    expect((await browser.get(`/office/events/${id}`)).body).toContain(`href="${page}"`);
  });
});

async function anEventWithDiets() {
  const { id, slug } = await planEvent(office, {}, { online: 3 });
  const option = (label: string) => ({ id: randomUUID(), label: { de: label }, limit: null });
  const [vegetarian, vegan] = [option('Vegetarian'), option('Vegan')];
  const question = (label: string, kind: 'short' | 'single', sensitive: boolean) => ({
    id: randomUUID(),
    kind,
    label: { de: label },
    help: {},
    required: false,
    sensitive,
    options: kind === 'single' ? [vegetarian, vegan] : [],
    shownWhen: null,
    least: null,
    most: null,
  });
  const questions = [
    question('Job', 'short', false),
    question('Meal', 'single', true),
    question('Allergies', 'short', true),
  ];
  const form = await office
    .get(FormService)
    .save(id, { version: null, questions, consents: [] }, 'account:1');
  const [job, meal, allergies] = form.questions;
  const meals = new Map(meal!.options.map(({ id, label }) => [label.de!.toLowerCase(), id]));
  const of = async (number: number, food: string, allergy: string): Promise<string> => {
    const answers = {
      [job!.id]: 'Planerin',
      ...(food && { [meal!.id]: meals.get(food) }),
      ...(allergy && { [allergies!.id]: allergy }),
    };
    const { registrationId } = await register(office, slug, aPerson(number, { answers }));
    return registrationId!;
  };
  await of(1, 'vegetarian', '');
  await of(2, 'vegan', 'Sellerie');
  await of(3, 'vegetarian', '');
  return { id, page: `/office/events/${id}/kitchen`, of };
}

const looks = async (id: string) =>
  (await office.get(AuditService).of({ type: 'event', id })).filter(
    ({ action }) => action === 'attendees.lookSensitive',
  );
