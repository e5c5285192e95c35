import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import type { EventPlan } from '#event';
import { ProgrammeService } from '#event';
import { FormService } from '#form';
import { DeskRulesService, RegistrationService, recountSeats, stuckInLine } from '#registration';
import { planEvent } from '../../../../../test/builders/events.js';
import { mailsTo } from '../../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
});
afterAll(() => office.close());

describe('A request that waits for the office', () => {
  it('is in the list “to decide” and is approved there by one button; the person is told', async () => {
    const { id, page } = await requested(1);
    const list = textOf((await browser.get(`/office/events/${id}`)).body);
    expect(list).toContain('All (1) To decide (1)');
    expect(list).toMatch(/Awaiting approval until 18 Jan 2027/);
    const done = await browser.submit(`/office/events/${id}?status=requested`, `${page}/approve`);
    expect([done.statusCode, done.headers.location]).toEqual([303, `/office/events/${id}?status=requested`]);
    expect(textOf((await browser.get(done.headers.location!)).body)).toContain(
      'Alma Beispiel 1 has been approved',
    );
    expect(await statusOf(page)).toBe('confirmed');
    expect(await mailsTo(office, 'person1@stadt1.test')).toHaveLength(2);
    expect(textOf((await browser.get(page)).body)).toMatch(/Awaiting approval → Registered Büro 1/);
    expect(await deeds(page)).toMatchObject([
      { action: 'registration.approve', after: { status: 'confirmed' } },
    ]);
  });

  it('is declined with a message that the person reads, or quietly without a mail', async () => {
    const told = await requested(2);
    const quiet = await requested(3);
    const asked = textOf((await browser.get(`${told.page}/decline`)).body);
    expect(asked).toContain('Decline Alma Beispiel 2?');
    expect(await statusOf(told.page)).toBe('requested');
    await browser.submit(`${told.page}/decline`, `${told.page}/decline`, {
      reason: 'Nur Fachleute',
      mail: '1',
    });
    await browser.submit(`${quiet.page}/decline`, `${quiet.page}/decline`, { reason: 'intern' });
    expect([await statusOf(told.page), await statusOf(quiet.page)]).toEqual(['declined', 'declined']);
    const [, letter] = await mailsTo(office, 'person2@stadt2.test');
    expect(letter?.text).toContain('Nur Fachleute');
    expect(await mailsTo(office, 'person3@stadt3.test')).toHaveLength(1);
    expect(textOf((await browser.get(quiet.page)).body)).toMatch(
      /Awaiting approval → Not accepted Büro 1 intern/,
    );
  });

  it('is not approved by a button on an old page once the person has withdrawn', async () => {
    const { id, page } = await requested(4);
    await browser.get(`/office/events/${id}`);
    await office.get(RegistrationService).withdraw(idIn(page), { actor: 'participant' });
    await browser.post(`${page}/approve`, { _csrf: tokenIn(browser.answer.body), mail: '1' });
    expect(await statusOf(page)).toBe('cancelled');
    expect(await deeds(page)).toEqual([]);
    expect(textOf((await browser.get(page)).body)).toContain('There was nothing left to do');
  });
});

describe('The waiting list in the office’s hands', () => {
  it('lets somebody pass with a reason that the history keeps; without one nothing happens', async () => {
    const pages = await queue(4, { online: 1 });
    const last = pages[3]!;
    const refused = await browser.submit(`${last}/line`, `${last}/line`, { position: 'vorn', reason: '' });
    expect(refused.statusCode).toBe(422);
    expect(textOf(refused.body)).toContain('Please check 2 entries');
    expect(refused.body).toContain('href="#position"');
    expect(refused.body).toContain('href="#reason"');
    expect(refused.body).toContain('value="vorn"');
    expect(await positions(pages)).toEqual([undefined, 1, 2, 3]);
    const done = await browser.submit(`${last}/line`, `${last}/line`, {
      position: '1',
      reason: 'Referentin',
    });
    expect(done.statusCode).toBe(303);
    expect(await positions(pages)).toEqual([undefined, 2, 3, 1]);
    const page = textOf((await browser.get(last)).body);
    expect(page).toMatch(/Moved on the waiting list Position: 3 → 1 Büro 1 Referentin/);
    expect(page).toContain('Waiting list, no. 1');
    expect(await deeds(last)).toMatchObject([{ action: 'registration.line' }]);
  });

  it('gives a seat beyond the last one, with a reason', async () => {
    const [, waiting] = await queue(2, { online: 1 });
    const refused = await browser.submit(`${waiting}/seat`, `${waiting}/seat`, { reason: '  ', mail: '1' });
    expect([refused.statusCode, await statusOf(waiting!)]).toEqual([422, 'waitlisted']);
    await browser.submit(`${waiting}/seat`, `${waiting}/seat`, { reason: 'Vorstand', mail: '1' });
    expect(await statusOf(waiting!)).toBe('confirmed');
    expect(await deeds(waiting!)).toMatchObject([
      { action: 'registration.seat', before: { status: 'waitlisted' }, after: { reason: 'Vorstand' } },
    ]);
    await countsAgree();
  });

  it('takes somebody back who had withdrawn, to the end of the line where all is taken', async () => {
    const [first, second] = await queue(2, { online: 1 });
    await browser.submit(`${first}/withdraw`, `${first}/withdraw`, { mail: '1' });
    expect(await statusOf(second!)).toBe('confirmed');
    expect(textOf((await browser.get(first!)).body)).not.toContain('Change attendance');
    await browser.submit(`${first}/restore`, `${first}/restore`, { reason: 'Versehen' });
    expect(await statusOf(first!)).toBe('waitlisted');
    expect(textOf((await browser.get(first!)).body)).toMatch(/Withdrawn → Waiting list Büro 1 Versehen/);
    await countsAgree();
  });

  it('knows no other deeds, and none for what is no registration', async () => {
    const [page] = await queue(1, {});
    const token = tokenIn((await browser.get(page!)).body);
    for (const path of [
      `${page}/delete`,
      `${page}/__proto__`,
      `/office/registrations/${randomUUID()}/seat`,
    ]) {
      expect((await browser.get(path)).statusCode).toBe(404);
      expect((await browser.post(path, { _csrf: token, reason: 'x' })).statusCode).toBe(404);
    }
    expect((await browser.get(`${page}/restore`)).headers.location).toBe(page);
    expect(await statusOf(page!)).toBe('confirmed');
  });
});

describe('A registration’s page', () => {
  it('keeps a note for colleagues, in the history with who wrote it; the person is not told', async () => {
    const [page] = await queue(1, {});
    await browser.submit(page!, `${page}/note`, { note: 'Kommt mit <Hund>\n\n\n\nund Kind' });
    const { body } = await browser.get(page!);
    expect(body).toContain('Kommt mit &lt;Hund>\n\nund Kind</textarea>');
    expect(textOf(body)).toMatch(/Note changed Büro 1/);
    expect(textOf(body).match(/Note changed/g)).toHaveLength(1);
    const long = await browser.submit(page!, `${page}/note`, { note: 'x'.repeat(2001) });
    expect([long.statusCode, textOf(long.body)]).toEqual([422, expect.stringContaining('At most 2,000')]);
    await browser.submit(page!, `${page}/note`, { note: ' ' });
    expect(await note(page!)).toBeNull();
    expect(await messages(page!)).toHaveLength(1);
  });

  it('changes how somebody attends where there is room, and says so where there is none', async () => {
    const { id, slug } = await planEvent(office, { format: 'hybrid' }, { onsite: 1, online: 5 });
    const page = await entered(slug, 11, { attendance: 'online' });
    await browser.submit(`${page}/change`, `${page}/change`, {
      attendance: 'onsite',
      mail: '1',
      reason: 'Anruf',
    });
    expect(await attendance(page)).toBe('onsite');
    expect(textOf((await browser.get(page)).body)).toMatch(
      /Attendance changed Attendance: online → on site Büro 1 Anruf/,
    );
    const other = await entered(slug, 12, { attendance: 'online' });
    const refused = await browser.submit(`${other}/change`, `${other}/change`, { attendance: 'onsite' });
    expect(refused.statusCode).toBe(409);
    expect(await attendance(other)).toBe('online');
    const wrong = await browser.submit(`${other}/change`, `${other}/change`, { attendance: 'mars' });
    expect(wrong.statusCode).toBe(422);
    expect(await deeds(page)).toMatchObject([
      { action: 'registration.change', after: { attendance: 'onsite' } },
    ]);
    expect(await deeds(other)).toEqual([]);
    expect(await office.get(ProgrammeService).byId(id)).toMatchObject({ format: 'hybrid' });
    await countsAgree();
  });

  it('shows the sessions chosen and changes them, but not to two at the same time', async () => {
    const { slug, tour, talk, late } = await withSessions();
    const page = await entered(slug, 13, { sessions: [tour] });
    expect(textOf((await browser.get(page)).body)).toMatch(/Sessions 10:15–11:00: Site visit/);
    const overlap = await browser.submit(`${page}/change`, `${page}/change`, { sessions: [tour, talk] });
    expect([overlap.statusCode, textOf(overlap.body)]).toEqual([422, expect.stringContaining('Site visit')]);
    const unknown = await browser.submit(`${page}/change`, `${page}/change`, { sessions: randomUUID() });
    expect(unknown.statusCode).toBe(422);
    await browser.submit(`${page}/change`, `${page}/change`, { sessions: [talk, late] });
    expect(textOf((await browser.get(page)).body)).toMatch(/Sessions 10:30–11:00: Talk 11:00–12:00: Late/);
    await countsAgree();
  });

  it('corrects a name on a sold-out event, and swaps the person who comes', async () => {
    const [page] = await queue(2, { online: 1 });
    const form = { firstName: 'Alma', lastName: 'Richtig', email: 'alma@richtig.test', language: 'en' };
    const unsure = await browser.submit(`${page}/person`, `${page}/person`, form);
    expect(unsure.statusCode).toBe(422);
    expect(unsure.body).toContain('href="#wish"');
    const bad = await browser.submit(`${page}/person`, `${page}/person`, {
      ...form,
      email: 'x',
      wish: 'swap',
    });
    expect(bad.statusCode).toBe(422);
    await browser.submit(`${page}/person`, `${page}/person`, { ...form, wish: 'correct', mail: '1' });
    expect(textOf((await browser.get(page!)).body)).toMatch(/Details corrected .*Last name: .* → Richtig/);
    const swapped = { ...form, firstName: 'Bert', lastName: 'Neu', email: 'bert@neu.test' };
    await browser.submit(`${page}/person`, `${page}/person`, {
      ...swapped,
      wish: 'swap',
      reason: 'krank',
      mail: '1',
    });
    const text = textOf((await browser.get(page!)).body);
    expect(text).toMatch(/Bert Neu/);
    expect(text).toMatch(/Another person .*First name: Alma → Bert.* Büro 1 krank/);
    expect(await statusOf(page!)).toBe('confirmed');
    expect(await mailsTo(office, 'bert@neu.test')).toHaveLength(1);
    expect((await deeds(page!)).map(({ action }) => action)).toEqual([
      'registration.swap',
      'registration.correct',
    ]);
    await countsAgree();
  });

  it('refuses a person who is on the list already', async () => {
    const pages = await queue(2, {});
    const [, second] = pages;
    const { registration } = await office.get(RegistrationService).byId(idIn(second!));
    const { firstName, lastName, email, language } = registration;
    const double = await browser.submit(`${pages[0]}/person`, `${pages[0]}/person`, {
      ...{ firstName, lastName, email, language, wish: 'swap' },
    });
    expect(double.statusCode).toBe(409);
    expect(await deeds(pages[0]!)).toEqual([]);
  });

  it('moves somebody to another event: told once about each, and found from both ends', async () => {
    const { slug } = await planEvent(office, { title: { en: 'Old date' } });
    const other = await planEvent(office, { title: { en: 'New date' } }, { online: 5 });
    const draft = await planEvent(office, { title: { en: 'Secret' }, status: 'draft' });
    const page = await entered(slug, 21);
    const { body } = await browser.get(`${page}/move`);
    expect(body).toContain('25 Jan 2027: New date');
    expect(body).not.toContain('Secret');
    for (const event of ['', draft.id, 'x']) {
      expect((await browser.submit(`${page}/move`, `${page}/move`, { event })).statusCode).toBe(422);
    }
    const done = await browser.submit(`${page}/move`, `${page}/move`, {
      event: other.id,
      reason: 'Urlaub',
      mail: '1',
    });
    const arrived = done.headers.location!;
    expect([await statusOf(page), await statusOf(arrived)]).toEqual(['cancelled', 'confirmed']);
    const letters = (await mailsTo(office, 'person21@stadt21.test')).map(({ subject }) => subject);
    // One takes the old date out of the calendar, one puts in the new: no program reads two from one mail.
    expect(letters).toEqual(['Angemeldet: Old date', 'Abgemeldet: Old date', 'Umgebucht: New date']);
    for (const [one, its] of [
      [page, arrived],
      [arrived, page],
    ]) {
      const shown = await browser.get(one!);
      expect(textOf(shown.body)).toMatch(/Moved to another event .*Büro 1 Urlaub/);
      expect(shown.body).toContain(`href="${its}"`);
    }
    await countsAgree();
  });

  it('keeps sensitive answers behind a button, and writes down who pressed it', async () => {
    const { id, slug } = await planEvent(office);
    const form = await office.get(FormService).save(id, aForm(), 'account:1');
    const [job, diet] = form.questions.map((question) => question.id);
    const page = await entered(slug, 31, { answers: { [job!]: 'Planerin', [diet!]: 'vegan' } });
    const shown = await browser.get(page);
    expect(textOf(shown.body)).toContain('Your job Planerin');
    expect(shown.body).not.toContain('vegan');
    expect((await browser.get(`${page}/sensitive`)).statusCode).toBe(404);
    expect(await deeds(page)).toEqual([]);
    const opened = await browser.submit(page, `${page}/sensitive`);
    expect([opened.statusCode, textOf(opened.body)]).toEqual([
      200,
      expect.stringContaining('Your diet vegan'),
    ]);
    expect(await deeds(page)).toMatchObject([
      { action: 'registration.lookSensitive', actor: expect.stringMatching(/^account:/) },
    ]);
    expect(textOf((await browser.get(page)).body)).toContain('Opened by: Büro 1, 04 Jan 2027, 10:00');
    const file = await browser.get(`/office/events/${id}/attendees.csv?dialect=plain&lang=en`);
    expect(file.body).toContain('Your job');
    expect(file.body).toContain('Planerin');
    expect(file.body).not.toContain('vegan');
  });

  it('names who may be the same person, on the page and in the list', async () => {
    const { id, slug } = await planEvent(office);
    const one = await entered(slug, 41, { firstName: 'Ina', lastName: 'Meier', email: 'ina@amt.test' });
    const two = await entered(slug, 42, {
      firstName: 'Ina',
      lastName: 'Meier',
      email: 'i.meier@privat.test',
    });
    await entered(slug, 43, { firstName: 'Olaf', lastName: 'Anders', email: 'ina@amt.test' });
    const { body } = await browser.get(one);
    expect(textOf(body)).toContain('may be on the list twice Ina Meier , i.meier@privat.test (Registered)');
    expect(body).toContain(`href="${two}"`);
    const list = await browser.get(`/office/events/${id}?mark=double`);
    expect(textOf(list.body)).toContain('All (3) Registered (3) Possible doubles (2)');
    expect(list.body).not.toContain('Anders, Olaf');
  });

  it('changes nothing when it is only opened', async () => {
    const pages = await queue(2, { online: 1 });
    const before = await everything();
    for (const path of [
      '',
      '/approve',
      '/decline',
      '/seat',
      '/line',
      '/withdraw',
      '/change',
      '/person',
      '/move',
    ]) {
      expect((await browser.get(`${pages[1]}${path}`)).statusCode).toBeLessThan(400);
    }
    expect(await everything()).toEqual(before);
  });

  it('speaks German and French, and shows a seat without a name as N. N.', async () => {
    const { id } = await planEvent(office);
    const { people } = await office.get(RegistrationService).ask({
      verb: 'register',
      eventId: id,
      actor: 'account:1',
      byOffice: true,
      people: [
        {
          ...{ firstName: '', lastName: '', email: 'kora@nord.test', language: 'de' },
          unnamedUntil: office.clock.now().add({ hours: 240 }),
        },
      ],
    });
    const page = `/office/registrations/${people[0]!.registrationId}`;
    expect(textOf((await browser.get(`${page}?lang=de`)).body)).toMatch(
      /N\. N\..*Frist Donnerstag, 14\. Januar 2027/,
    );
    expect(textOf((await browser.get(`${page}?lang=fr`)).body)).toContain('Nommer la personne');
    expect(textOf((await browser.get(`/office/events/${id}?lang=en`)).body)).toContain('N. N.');
    const form = { firstName: 'Uta', lastName: 'Genannt', email: 'uta@nord.test', language: 'de', mail: '1' };
    await browser.submit(`${page}/person?lang=en`, `${page}/person`, form);
    expect(textOf((await browser.get(page)).body)).toContain('Uta Genannt');
    expect((await office.get(RegistrationService).byId(idIn(page))).registration.expiresAt).toBeNull();
  });
});

const idIn = (page: string): string => page.split('/').at(-1)!;
const tokenIn = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)![1]!;

async function entered(slug: string, number: number, changes = {}): Promise<string> {
  const { registrationId } = await register(office, slug, aPerson(number, changes));
  return `/office/registrations/${registrationId}`;
}

/** An event that needs approval, with one request. */
async function requested(number: number) {
  const { id, slug } = await planEvent(office);
  await office.get(DeskRulesService).save(id, { approval: true }, 'account:1');
  return { id, page: await entered(slug, number) };
}

let queues = 100;
async function queue(size: number, seats: { online?: number }): Promise<string[]> {
  const { slug } = await planEvent(office, {}, seats);
  const pages: string[] = [];
  for (let number = 0; number < size; number += 1) {
    queues += 1;
    pages.push(await entered(slug, queues));
  }
  return pages;
}

async function withSessions() {
  const item = (title: string, starts: string, ends: string) => ({
    title: { de: title, en: title },
    starts: `2027-01-25T${starts}`,
    ends: `2027-01-25T${ends}`,
  });
  const items: EventPlan['items'] = [
    item('Site visit', '10:15', '11:00'),
    item('Talk', '10:30', '11:00'),
    item('Late', '11:00', '12:00'),
  ];
  const { id, slug } = await planEvent(office, { items });
  const event = await office.get(ProgrammeService).byId(id);
  const [tour, talk, late] = event.items.map((one) => one.id) as [string, string, string];
  const sessions = [tour, talk, late].map((itemId) => ({ itemId, capacity: 5 }));
  await office.get(DeskRulesService).saveSessions(id, sessions, 'account:1');
  return { slug, tour, talk, late };
}

function aForm() {
  const question = (label: string, sensitive: boolean) => ({
    id: randomUUID(),
    kind: 'short' as const,
    label: { de: label, en: label },
    help: {},
    required: false,
    sensitive,
    options: [],
    shownWhen: null,
    least: null,
    most: null,
  });
  return {
    version: null,
    questions: [question('Your job', false), question('Your diet', true)],
    consents: [],
  };
}

const one = async (page: string) => (await office.get(RegistrationService).byId(idIn(page))).registration;
const statusOf = async (page: string) => (await one(page)).status;
const attendance = async (page: string) => (await one(page)).attendance;
const note = async (page: string) => (await one(page)).note;
const deeds = (page: string) => office.get(AuditService).of({ type: 'registration', id: idIn(page) });
const messages = (page: string): Promise<unknown[]> =>
  office.manager.query('SELECT id FROM message WHERE subject_id = $1', [idIn(page)]);

const positions = (pages: string[]) =>
  Promise.all(pages.map(async (page) => (await office.get(RegistrationService).byId(idIn(page))).position));

async function countsAgree(): Promise<void> {
  expect(await recountSeats(office.manager)).toEqual([]);
  expect(await stuckInLine(office.manager)).toEqual([]);
}

const everything = (): Promise<unknown[]> =>
  office.manager.query(
    `SELECT (SELECT jsonb_agg(r ORDER BY id) FROM registration r) AS registrations,
       (SELECT count(*) FROM registration_change) AS changes, (SELECT count(*) FROM audit_entry) AS deeds,
       (SELECT count(*) FROM message) AS messages`,
  );

/** What a person reads of a page: its text without marks, in one line. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
