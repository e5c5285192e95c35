import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswerSheets } from '#form';
import { RegistrationService } from '#registration';
import { askQuestions, optionsOf } from '../../../../../test/builders/choices.js';
import { planEvent } from '../../../../../test/builders/events.js';
import { atTheDesk, hiddenIn, idIn, textOf } from '../../../test/at-the-desk.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
let desk: ReturnType<typeof atTheDesk>;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
  desk = atTheDesk(office);
});
afterAll(() => office.close());

describe('Somebody’s answers', () => {
  it('are changed by the office, and the history says who did it and why', async () => {
    const { page, field, way, train } = await answered();
    const done = await change(page, {
      [field.way]: train,
      [field.note]: 'Um zehn',
      reason: 'Anruf',
      mail: '1',
    });

    expect(done.headers.location).toBe(page);
    expect(await answersOf(page)).toMatchObject({ [way]: train, [field.note.slice(8)]: 'Um zehn' });
    const shown = textOf((await browser.get(page)).body);
    expect(shown).toMatch(/answers have been changed; a mail is on its way/);
    expect(shown).toMatch(/Details changed Büro 1 Anruf/);
    expect(await desk.deeds(page)).toMatchObject([
      { action: 'registration.answers', after: { questions: [way, field.note.slice(8)], reason: 'Anruf' } },
    ]);
    expect(await letters(page)).toBe(2);
    await desk.countsAgree();
  });

  it('are changed without a mail where the office wants none, and not at all where they are the same', async () => {
    const { page, field, bus, train } = await answered();
    await change(page, { [field.way]: train });
    const again = await change(page, { [field.way]: train, mail: '1' });
    expect(textOf((await browser.get(String(again.headers.location))).body)).toContain('are as they were');
    expect(await letters(page)).toBe(1);
    expect(await desk.deeds(page)).toHaveLength(1);
    await change(page, { [field.way]: bus });
    expect(await desk.deeds(page)).toHaveLength(2);
  });

  it('are checked as the person’s own: what is limited is taken once, and what was required stays so', async () => {
    const { slug, page, field, way, bus } = await answered();
    const other = await desk.entered(slug, 2, { answers: {} });
    const taken = await change(other, { [field.way]: bus });
    expect([taken.statusCode, textOf(taken.body)]).toEqual([
      409,
      expect.stringContaining('“Bus” for “Anreise” has been taken meanwhile'),
    ]);
    expect(taken.body).toContain(`href="#answers.${way}"`);
    expect(taken.body).not.toContain('role="alert"');
    const empty = await change(page, { [field.way]: '' });
    expect([empty.statusCode, empty.body]).toEqual([422, expect.stringContaining(`href="#answers.${way}"`)]);
    const long = await change(page, { [field.way]: bus, [field.note]: 'x'.repeat(201) });
    expect(long.statusCode).toBe(422);
    expect(await desk.deeds(page)).toEqual([]);
    // Nobody must answer for somebody what they did not answer themselves.
    expect((await change(other, { [field.note]: 'Nichts weiter' })).statusCode).toBe(303);
    expect(textOf((await browser.get(`${page}/answers`)).body)).toContain('Bus (reserved for this person)');
    await desk.countsAgree();
  });

  it('given in confidence are neither shown nor lost before they are opened', async () => {
    const { page, field, diet, train } = await answered();
    const { body } = await browser.get(`${page}/answers`);
    expect(body).not.toContain(field.diet);
    expect(body).not.toContain('Ohne Nüsse');
    await change(page, { [field.way]: train, [field.diet]: 'Alles' });
    expect(await answersOf(page)).toMatchObject({ [diet]: 'Ohne Nüsse' });
    expect((await desk.deeds(page)).map(({ action }) => action)).toEqual(['registration.answers']);
  });

  it('given in confidence are changed by who has opened them, which is written down and seen', async () => {
    const { page, field, bus, diet } = await answered();
    const opened = await browser.submit(`${page}/answers`, `${page}/answers/sensitive`);
    expect([opened.statusCode, opened.body]).toEqual([200, expect.stringContaining('Ohne Nüsse')]);
    expect(textOf((await browser.get(page)).body)).toContain('Opened by: Büro 1');
    const fields = {
      [field.way]: bus,
      _csrf: hiddenIn(opened.body),
      opened: hiddenIn(opened.body, 'opened'),
    };

    await browser.post(`${page}/answers`, { ...fields, [field.diet]: 'Vegan' });
    expect(await answersOf(page)).toMatchObject({ [diet]: 'Vegan' });
    await browser.post(`${page}/answers`, { ...fields, [field.diet]: '' });
    expect(await answersOf(page)).not.toHaveProperty(diet);

    const deeds = await desk.deeds(page);
    expect(deeds.map(({ action }) => action)).toEqual([
      'registration.answers',
      'registration.answers',
      'registration.lookSensitive',
    ]);
    expect(JSON.stringify(deeds)).not.toMatch(/Nüsse|Vegan/);
    expect(textOf((await browser.get(page)).body)).not.toContain('Vegan');
  });

  it('given in confidence stay closed to a form that only says they were opened', async () => {
    const { page, field, diet, bus } = await answered();
    const forged = { [field.way]: bus, [field.diet]: 'Alles', opened: '1', reason: 'x'.repeat(501) };
    const refused = await change(page, forged);
    expect([refused.statusCode, refused.body]).toEqual([422, expect.not.stringContaining(field.diet)]);
    await change(page, { ...forged, reason: '' });
    expect(await answersOf(page)).toMatchObject({ [diet]: 'Ohne Nüsse' });
  });

  it('are offered for change where there are questions and somebody to answer them', async () => {
    const { page, field } = await answered();
    expect((await browser.get(page)).body).toContain(`href="${page}/answers"`);
    await office.get(RegistrationService).withdraw(idIn(page), { actor: 'participant' });
    expect((await browser.get(page)).body).not.toContain(`href="${page}/answers"`);
    expect((await browser.get(`${page}/answers`)).headers.location).toBe(page);
    const token = hiddenIn((await browser.get(page)).body);
    const late = await browser.post(`${page}/answers`, { _csrf: token, [field.note]: 'Zu spät' });
    expect(late.headers.location).toBe(page);
    const [bare] = await desk.queue(1);
    expect((await browser.get(bare!)).body).not.toContain(`href="${bare}/answers"`);
    expect((await office.browser().get(`${page}/answers`)).statusCode).toBe(303);
    expect((await browser.post(`${page}/answers`, {})).statusCode).toBe(403);
    expect((await browser.post(`${page}/answers/sensitive`, {})).statusCode).toBe(403);
  });
});

/** Somebody who comes by the only bus and said in confidence what they eat. */
async function answered() {
  const { id, slug } = await planEvent(office);
  const { questions } = await askQuestions(office, id, [
    { kind: 'single', label: { de: 'Anreise' }, required: true, options: optionsOf(['Bus', 1], 'Bahn') },
    { label: { de: 'Noch etwas' } },
    { label: { de: 'Essen' }, sensitive: true },
  ]);
  const [way, note, diet] = questions.map((question) => question.id) as [string, string, string];
  const [bus, train] = questions[0]!.options.map((option) => option.id) as [string, string];
  const page = await desk.entered(slug, 1, { answers: { [way]: bus, [diet]: 'Ohne Nüsse' } });
  const field = { way: `answers.${way}`, note: `answers.${note}`, diet: `answers.${diet}` };
  return { slug, page, way, diet, bus, train, field };
}

const change = (page: string, fields: Record<string, string>) =>
  browser.submit(`${page}/answers`, `${page}/answers`, fields);

async function answersOf(page: string) {
  const sheet = (await office.get(AnswerSheets).of([idIn(page)], { sensitive: true })).get(idIn(page));
  return { ...sheet?.answers, ...sheet?.sensitive };
}

const letters = async (page: string): Promise<number> =>
  (await office.manager.query('SELECT id FROM message WHERE subject_id = $1', [idIn(page)])).length;
