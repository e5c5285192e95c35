import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { type Form, FormService, sheetOf } from '#form';
import { planEvent } from '../../../../../test/builders/events.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import { storeSheets } from '../../../../../test/builders/sheets.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
});
afterAll(() => office.close());

/** An event whose form is to be written. */
async function anEvent() {
  const event = await planEvent(office);
  return { ...event, path: `/office/events/${event.id}/form` };
}

const formOf = (id: string): Promise<Form> => office.get(FormService).of(id);
const page = async (url: string) => textOf((await browser.get(url)).body);

/** Adds a question as the office does. */
function add(path: string, kind: string, fields: Record<string, string>) {
  return browser.submit(`${path}/questions/new?kind=${kind}`, `${path}/questions/new`, fields);
}

const lunch = {
  'label.de': 'Mittagessen',
  'label.en': 'Lunch',
  'options.0.de': 'Vegetarisch',
  'options.0.en': 'Vegetarian',
  'options.0.limit': '20',
  'options.1.de': 'Fleisch',
  'options.1.en': 'Meat',
};

describe('The office’s page of a form', () => {
  it('adds questions of every kind and shows what people will see', async () => {
    const { id, path } = await anEvent();
    expect(await page(path)).toContain('No questions yet.');
    const added = await add(path, 'single', { ...lunch, marks: 'required' });
    expect([added.statusCode, added.headers.location]).toEqual([303, path]);
    await add(path, 'number', { 'label.de': 'Wie viele Nächte?', least: '0,5', most: '3' });
    await add(path, 'long', { 'label.de': 'Unverträglichkeiten', marks: 'sensitive' });
    for (const kind of ['short', 'multiple', 'yesNo', 'date']) {
      const options: Record<string, string> =
        kind === 'multiple' ? { 'options.0.de': 'Montag', 'options.1.de': 'Dienstag' } : {};
      await add(path, kind, { 'label.de': `Frage ${kind}`, ...options });
    }
    const { questions } = await formOf(id);
    expect(questions.map(({ kind }) => kind)).toEqual([
      'single',
      'number',
      'long',
      'short',
      'multiple',
      'yesNo',
      'date',
    ]);
    expect(questions[0]).toMatchObject({ required: true, options: [{ limit: 20 }, { limit: null }] });
    expect(questions[1]).toMatchObject({ least: 0.5, most: 3 });
    const shown = await page(path);
    expect(shown).toMatch(/Lunch One of several answers Required Vegetarian \(at most 20\) · Meat/);
    expect(shown).toMatch(
      /What the form looks like.*A number from 0\.5 to 3\..*deleted 14 days after the event/,
    );
    expect(browser.answer.body).toContain('<span lang="de">Unverträglichkeiten</span>');
    const german = await page(`${path}?lang=de`);
    expect(german).toMatch(
      /Mittagessen Eine von mehreren Antworten Pflichtfrage Vegetarisch \(höchstens 20\)/,
    );
    expect(german).toContain('Eine Zahl von 0,5 bis 3.');
    await browser.get(`${path}?lang=en`);
    const trace = await office.get(AuditService).of({ type: 'event', id });
    expect(trace[0]).toMatchObject({ action: 'form.save', actor: expect.stringMatching(/^account:/) });
  });

  it('changes a question without giving it another identity, and takes out an answer that is emptied', async () => {
    const { id, path } = await anEvent();
    await add(path, 'single', { ...lunch, 'options.2.de': 'Fisch' });
    const [question] = (await formOf(id)).questions;
    const href = `${path}/questions/${question!.id}`;
    const shown = await browser.get(href);
    expect(shown.body).toContain('value="Vegetarisch"');
    const saved = await browser.submit(href, href, {
      ...lunch,
      'label.de': 'Essen am Mittag',
      'options.2.de': '',
      'options.3.de': 'Vegan',
    });
    expect(saved.statusCode).toBe(303);
    const [changed] = (await formOf(id)).questions;
    expect(changed).toMatchObject({ id: question!.id, label: { de: 'Essen am Mittag', en: 'Lunch' } });
    expect(changed!.options.map(({ label, retired }) => [label.de, retired ?? false])).toEqual([
      ['Vegetarisch', false],
      ['Fleisch', false],
      ['Vegan', false],
      ['Fisch', true],
    ]);
    expect(changed!.options[0]!.id).toBe(question!.options[0]!.id);
  });

  it('moves, retires and restores questions', async () => {
    const { id, path } = await anEvent();
    for (const name of ['Erste', 'Zweite']) await add(path, 'short', { 'label.de': name });
    const deed = (what: string, name: string, form: Form) => {
      const question = [...form.questions, ...form.retired].find(({ label }) => label.de === name);
      return browser.submit(path, `${path}/arrange`, { deed: what, question: question!.id });
    };
    const names = async () => (await formOf(id)).questions.map(({ label }) => label.de);
    await deed('up', 'Zweite', await formOf(id));
    expect(await names()).toEqual(['Zweite', 'Erste']);
    await deed('retire', 'Zweite', await formOf(id));
    expect(await names()).toEqual(['Erste']);
    expect(await page(path)).toMatch(
      /no longer asked\. Answers given stay readable.*No longer asked .*Zweite/,
    );
    await deed('restore', 'Zweite', await formOf(id));
    await deed('down', 'Erste', await formOf(id));
    expect(await names()).toEqual(['Zweite', 'Erste']);
  });

  it('gives the form back with everything typed and what is wrong', async () => {
    const { id, path } = await anEvent();
    const wrong = await add(path, 'single', {
      'label.de': '',
      'label.en': 'Typed before',
      'options.0.de': 'Bahn',
      'options.1.de': 'bahn',
      'options.2.en': 'Only English',
      'options.2.limit': 'many',
      shownWhen: 'nonsense',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="Typed before"');
    for (const field of ['label.de', 'options.2.de', 'options.2.limit', 'shownWhen']) {
      expect(wrong.body).toContain(`href="#${field}"`);
    }
    expect(wrong.body).not.toContain('e-mail address');
    // The languages are called as whoever edits calls them.
    expect(textOf(wrong.body)).toContain('Answer 3, German');
    const twins = await add(path, 'single', { ...lunch, 'options.1.de': 'VEGETARISCH' });
    expect(textOf(twins.body)).toContain('Two answers are called the same.');
    expect((await formOf(id)).questions).toEqual([]);
  });

  it('needs every text in the event’s main language, and only in that', async () => {
    const event = await planEvent(office, { mainLanguage: 'en' });
    const path = `/office/events/${event.id}/form`;
    const wrong = await add(path, 'short', { 'label.de': 'Woher?' });
    expect(wrong.body).toContain('href="#label.en"');
    expect((await add(path, 'short', { 'label.en': 'Where from?' })).statusCode).toBe(303);
    expect(await page(`${path}?lang=fr`)).toMatch(/Formulaire d’inscription.*Where from\? Texte court/);
    await browser.get(`${path}?lang=en`);
  });

  it('offers more lines without losing what was typed', async () => {
    const { path } = await anEvent();
    const more = await add(path, 'single', { ...lunch, more: '1' });
    expect(more.statusCode).toBe(200);
    expect(more.body).toContain('value="Vegetarisch"');
    expect(more.body).toContain('name="options.4.de"');
  });

  it('refuses the thirty-first question', async () => {
    const { id, path } = await anEvent();
    const question = (number: number) => ({
      id: crypto.randomUUID(),
      kind: 'short' as const,
      label: { de: `Frage ${number}` },
      help: {},
      required: false,
      sensitive: false,
      options: [],
      shownWhen: null,
      least: null,
      most: null,
    });
    const questions = Array.from({ length: 30 }, (_, number) => question(number));
    await office.get(FormService).save(id, { version: null, questions, consents: [] }, 'account:1');
    const refused = await add(path, 'short', { 'label.de': 'Eine zu viel' });
    expect(refused.statusCode).toBe(422);
    expect(textOf(refused.body)).toContain('A form has at most 30 questions.');
    expect(refused.body).toContain('value="Eine zu viel"');
  });

  it('hangs a question on an earlier one, and lets nothing break that', async () => {
    const { id, path } = await anEvent();
    await add(path, 'yesNo', { 'label.de': 'Übernachten Sie?' });
    const [stays] = (await formOf(id)).questions;
    expect((await browser.get(`${path}/questions/new?kind=short`)).body).toContain(
      `value="${stays!.id}:yes"`,
    );
    await add(path, 'date', { 'label.de': 'Von wann an?', shownWhen: `${stays!.id}:yes` });
    const [, from] = (await formOf(id)).questions;
    expect(from!.shownWhen).toEqual({ question: stays!.id, is: true });
    expect(await page(path)).toContain('Only if “Übernachten Sie?” is answered with “Yes”.');

    const later = await browser.submit(`${path}/questions/${stays!.id}`, `${path}/questions/${stays!.id}`, {
      'label.de': 'Übernachten Sie?',
      shownWhen: `${from!.id}:yes`,
    });
    expect(later.statusCode).toBe(422);
    expect(textOf(later.body)).toContain('can only refer to an earlier question');
    for (const deed of ['up', 'retire']) {
      const question = deed === 'up' ? from!.id : stays!.id;
      const broken = await browser.submit(path, `${path}/arrange`, { deed, question });
      expect(broken.statusCode).toBe(422);
      expect(textOf(broken.body)).toContain('“Von wann an?”: “When to ask” can only refer');
    }
    expect((await formOf(id)).questions).toHaveLength(2);
  });

  it('tells who saves a form that somebody else has changed meanwhile', async () => {
    const { id, path } = await anEvent();
    const { body } = await browser.get(`${path}/questions/new?kind=short`);
    await add(path, 'short', { 'label.de': 'Von der Kollegin' });
    const late = await browser.post(`${path}/questions/new`, { ...hiddenOf(body), 'label.de': 'Von mir' });
    expect(late.statusCode).toBe(409);
    expect(textOf(late.body)).toContain('Somebody else has changed the form in the meantime.');
    await browser.post(`${path}/questions/new`, { ...hiddenOf(late.body), 'label.de': 'Von mir' });
    expect((await formOf(id)).questions.map(({ label }) => label.de)).toEqual([
      'Von der Kollegin',
      'Von mir',
    ]);
  });

  it('asks for consents one by one, and keeps the old wording when there is a new one', async () => {
    const { id, path } = await anEvent();
    const save = (text: string) =>
      browser.submit(path, `${path}/consents`, { 'consent.photo.de': text, 'consent.photo.en': 'Photos' });
    expect((await save('Fotos im Netz')).statusCode).toBe(303);
    await save('Fotos und Film im Netz');
    expect(await formOf(id)).toMatchObject({
      consents: [{ purpose: 'photo', version: 2, text: { de: 'Fotos und Film im Netz', en: 'Photos' } }],
      retiredConsents: [{ version: 1 }],
    });
    const wrong = await save('');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#consent.photo.de"');
    await browser.submit(path, `${path}/consents`, {});
    expect((await formOf(id)).consents).toEqual([]);
  });

  it('warns when people have answered already', async () => {
    const { id, slug, path } = await anEvent();
    await add(path, 'short', { 'label.de': 'Woher?' });
    expect(await page(path)).not.toContain('answered already');
    const { registrationId } = await register(office, slug, aPerson());
    const form = await formOf(id);
    const sheet = sheetOf(form, { [form.questions[0]!.id]: 'Essen' });
    await storeSheets(office, [
      { registrationId: registrationId!, eventId: id, formVersion: form.version!, ...sheet },
    ]);
    expect(await page(path)).toContain('One person has answered already.');
  });

  it('takes signs of HTML for what they are', async () => {
    const { path } = await anEvent();
    await add(path, 'single', {
      'label.de': '<script>alert(1)</script>',
      'help.de': '<b>fett</b>',
      'options.0.de': '"><img src=x>',
      'options.1.de': 'Zwei',
    });
    const { body } = await browser.get(path);
    expect(body).not.toMatch(/<script>alert|<b>fett|<img/);
    expect(body).toContain('&lt;script>alert(1)&lt;/script>');
  });

  it('does not exist for what is no event and no question', async () => {
    const { path } = await anEvent();
    for (const address of [
      '/office/events/00000000-0000-7000-8000-000000000000/form',
      '/office/events/x/form',
      `${path}/questions/00000000-0000-7000-8000-000000000000`,
      `${path}/questions/%00`,
    ]) {
      expect((await browser.get(address)).statusCode).toBe(404);
    }
    expect((await office.browser().get(path)).statusCode).toBe(303);
  });
});

/** The hidden fields of the page's own form: the token and the version. */
function hiddenOf(html: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes('name="label.de"'))!;
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
}

/** What a person reads of a page: its text without marks, in one line. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
