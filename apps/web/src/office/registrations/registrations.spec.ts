import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Links } from '#account';
import { type EventPlan, ProgrammeService } from '#event';
import { FormService } from '#form';
import { DeskRulesService, RegistrationService } from '#registration';
import { askQuestions, offerSessions } from '../../../../../test/builders/choices.js';
import { planEvent } from '../../../../../test/builders/events.js';
import { mailsTo } from '../../../../../test/builders/mails.js';
import { atTheDesk, idIn, textOf } from '../../../test/at-the-desk.js';
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

describe('A registration’s page', () => {
  it('keeps a note for colleagues, in the history with who wrote it; the person is not told', async () => {
    const [page] = await desk.queue(1, {});
    await browser.submit(page!, `${page}/note`, { note: 'Kommt mit <Hund>\n\n\n\nund Kind' });
    const { body } = await browser.get(page!);
    expect(body).toContain('Kommt mit &lt;Hund>\n\nund Kind</textarea>');
    expect(textOf(body)).toMatch(/Note changed Büro 1/);
    expect(textOf(body).match(/Note changed/g)).toHaveLength(1);
    const long = await browser.submit(page!, `${page}/note`, { note: 'x'.repeat(2001) });
    expect([long.statusCode, textOf(long.body)]).toEqual([422, expect.stringContaining('At most 2,000')]);
    await browser.submit(page!, `${page}/note`, { note: ' ' });
    expect((await desk.registration(page!)).note).toBeNull();
    expect(await messages(page!)).toHaveLength(1);
  });

  it('changes how somebody attends where there is room, and says so where there is none', async () => {
    const { id, slug } = await planEvent(office, { format: 'hybrid' }, { onsite: 1, online: 5 });
    const page = await desk.entered(slug, 11, { attendance: 'online' });
    await browser.submit(`${page}/change`, `${page}/change`, {
      attendance: 'onsite',
      mail: '1',
      reason: 'Anruf',
    });
    expect((await desk.registration(page)).attendance).toBe('onsite');
    expect(textOf((await browser.get(page)).body)).toMatch(
      /Attendance changed Attendance: online → on site Büro 1 Anruf/,
    );
    const other = await desk.entered(slug, 12, { attendance: 'online' });
    const refused = await browser.submit(`${other}/change`, `${other}/change`, { attendance: 'onsite' });
    expect(refused.statusCode).toBe(409);
    expect((await desk.registration(other)).attendance).toBe('online');
    const wrong = await browser.submit(`${other}/change`, `${other}/change`, { attendance: 'mars' });
    expect(wrong.statusCode).toBe(422);
    expect(await desk.deeds(page)).toMatchObject([
      { action: 'registration.change', after: { attendance: 'onsite' } },
    ]);
    expect(await desk.deeds(other)).toEqual([]);
    expect(await office.get(ProgrammeService).byId(id)).toMatchObject({ format: 'hybrid' });
    await desk.countsAgree();
  });

  it('does not call fully booked what the person holds themselves', async () => {
    const { id, slug } = await planEvent(
      office,
      { format: 'hybrid', items: [{ title: { en: 'Walk' } }] },
      { onsite: 1, online: 1 },
    );
    const [walk] = await offerSessions(office, id, [1]);
    const page = await desk.entered(slug, 15, { attendance: 'onsite', sessions: [walk] });
    const other = await desk.entered(slug, 16, { attendance: 'online' });
    const own = textOf((await browser.get(`${page}/change`)).body);
    expect(own).toMatch(/on site \(reserved for this person\) .*Walk \(reserved for this person\)/);
    const others = textOf((await browser.get(`${other}/change`)).body);
    expect(others).toMatch(/Walk \(fully booked\)/);
    expect(others).not.toMatch(/on site \(reserved/);
  });

  it('offers to change how somebody attends only where there is something to choose', async () => {
    const simple = await desk.entered((await planEvent(office)).slug, 15);
    const hybrid = await planEvent(office, { format: 'hybrid' });
    const either = await desk.entered(hybrid.slug, 16, { attendance: 'online' });
    const { slug } = await withSessions();
    const choosing = await desk.entered(slug, 17);
    const offers = async (page: string) => (await browser.get(page)).body.includes('/change"');
    expect([await offers(simple), await offers(either), await offers(choosing)]).toEqual([false, true, true]);
    expect((await browser.get(`${simple}/change`)).headers.location).toBe(simple);
  });

  it('says in the history whether it was the attendance that changed or only what was answered', async () => {
    const { id, slug } = await planEvent(office, { format: 'hybrid' });
    const form = await askQuestions(office, id, [{ label: { de: 'Anreise' } }]);
    const page = await desk.entered(slug, 14, { attendance: 'online' });
    const own = `/registrations/${office.get(Links).token('registration', idIn(page), 0)}`;
    const answers = { [`answers.${form.questions[0]!.id}`]: 'Bahn' };
    await browser.submit(`${own}/change`, `${own}/change`, { attendance: 'online', ...answers });
    const answered = textOf((await browser.get(page)).body);
    expect(answered).toContain('Details changed');
    expect(answered).not.toContain('Attendance changed');
    await browser.submit(`${own}/change`, `${own}/change`, { attendance: 'onsite', ...answers });
    expect(textOf((await browser.get(page)).body)).toContain(
      'Attendance changed Attendance: online → on site',
    );
  });

  it('shows the sessions chosen and changes them, but not to two at the same time', async () => {
    const { slug, tour, talk, late } = await withSessions();
    const page = await desk.entered(slug, 13, { sessions: [tour] });
    expect(textOf((await browser.get(page)).body)).toMatch(/Sessions 10:15–11:00: Site visit/);
    const overlap = await browser.submit(`${page}/change`, `${page}/change`, { sessions: [tour, talk] });
    expect([overlap.statusCode, textOf(overlap.body)]).toEqual([422, expect.stringContaining('Site visit')]);
    const unknown = await browser.submit(`${page}/change`, `${page}/change`, { sessions: randomUUID() });
    expect(unknown.statusCode).toBe(422);
    await browser.submit(`${page}/change`, `${page}/change`, { sessions: [talk, late] });
    expect(textOf((await browser.get(page)).body)).toMatch(/Sessions 10:30–11:00: Talk 11:00–12:00: Late/);
    await desk.countsAgree();
  });

  it('corrects a name on a sold-out event, and swaps the person who comes', async () => {
    const [page] = await desk.queue(2, { online: 1 });
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
    expect(await desk.statusOf(page!)).toBe('confirmed');
    expect(await mailsTo(office, 'bert@neu.test')).toHaveLength(1);
    expect((await desk.deeds(page!)).map(({ action }) => action)).toEqual([
      'registration.swap',
      'registration.correct',
    ]);
    await desk.countsAgree();
  });

  it('refuses a person who is on the list already', async () => {
    const pages = await desk.queue(2, {});
    const [, second] = pages;
    const { registration } = await office.get(RegistrationService).byId(idIn(second!));
    const { firstName, lastName, email, language } = registration;
    const double = await browser.submit(`${pages[0]}/person`, `${pages[0]}/person`, {
      ...{ firstName, lastName, email, language, wish: 'swap' },
    });
    expect(double.statusCode).toBe(409);
    expect(await desk.deeds(pages[0]!)).toEqual([]);
  });

  it('moves somebody to another event: told once about each, and found from both ends', async () => {
    const { slug } = await planEvent(office, { title: { en: 'Old date' } });
    const other = await planEvent(office, { title: { en: 'New date' } }, { online: 5 });
    const draft = await planEvent(office, { title: { en: 'Secret' }, status: 'draft' });
    const page = await desk.entered(slug, 21);
    const { body } = await browser.get(`${page}/move`);
    expect(body).toContain('25 Jan 2027: New date');
    expect(body).not.toContain('Secret');
    const asked = `${page}/move?event=${other.id}`;
    for (const event of ['', draft.id, 'x']) {
      expect((await browser.submit(asked, `${page}/move`, { event })).statusCode).toBe(422);
      expect((await browser.get(`${page}/move?event=${event}`)).body).not.toContain('name="reason"');
    }
    expect(textOf((await browser.get(asked)).body)).toContain('gets a seat at “25 Jan 2027: New date”');
    const done = await browser.submit(asked, `${page}/move`, { reason: 'Urlaub', mail: '1' });
    const arrived = done.headers.location!;
    expect([await desk.statusOf(page), await desk.statusOf(arrived)]).toEqual(['cancelled', 'confirmed']);
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
      // As it is read, where nothing but the words themselves keeps them apart.
      expect(shown.body.replace(/<[^>]*>/g, '')).toMatch(/another event (?:earlier|new) registration/);
    }
    await desk.countsAgree();
  });

  it('says before it moves somebody from a seat to a waiting list, and asks whether it is to be so', async () => {
    const { slug } = await planEvent(office, {}, { online: 1 });
    const full = await planEvent(office, { title: { en: 'Sold out' } }, { online: 1 });
    for (const number of [22, 23]) await desk.entered(full.slug, number);
    const page = await desk.entered(slug, 24);
    const waits = await desk.entered(slug, 25);
    const before = await everything();
    const asked = `${page}/move?event=${full.id}`;
    const said = textOf((await browser.get(asked)).body);
    expect(said).toContain(
      'goes on the waiting list of “25 Jan 2027: Sold out”, no. 2. The seat here is lost.',
    );
    expect(said).toContain('Move all the same');
    // As an old page would, that had not said so.
    const unsure = await browser.submit(asked, `${page}/move`, { sure: '' });
    expect([unsure.statusCode, textOf(unsure.body)]).toEqual([
      409,
      expect.stringContaining('Nothing has been moved yet'),
    ]);
    expect(unsure.body).toContain('name="sure" value="1"');
    expect(await everything()).toEqual(before);
    const done = await browser.submit(asked, `${page}/move`, {});
    const arrived = done.headers.location!;
    expect([await desk.statusOf(page), await desk.statusOf(waits)]).toEqual(['cancelled', 'confirmed']);
    expect(textOf((await browser.get(arrived)).body)).toContain(
      'has been moved to the waiting list of “Sold out”, no. 2, without a mail.',
    );
    await desk.countsAgree();
  });

  it('says so as well where the other line is longer, or where somebody cannot be moved', async () => {
    const [, waiting] = await desk.queue(2, { online: 1 });
    const full = await planEvent(office, { title: { en: 'Crowded' } }, { online: 1 });
    for (const number of [26, 27]) await desk.entered(full.slug, number);
    expect(textOf((await browser.get(`${waiting}/move?event=${full.id}`)).body)).toMatch(
      /Crowded”, no\. 2\. Here it is no\. 1\./,
    );
    const { email, firstName, lastName } = await desk.registration(waiting!);
    const there = await planEvent(office);
    await desk.entered(there.slug, 28, { email, firstName, lastName });
    const refused = await browser.get(`${waiting}/move?event=${there.id}`);
    expect(textOf(refused.body)).toContain('is on the list already');
    expect(refused.body).not.toContain('name="reason"');
  });

  it('keeps sensitive answers behind a button, and writes down who pressed it', async () => {
    const { id, slug } = await planEvent(office);
    const form = await office.get(FormService).save(id, aForm(), 'account:1');
    const [job, diet] = form.questions.map((question) => question.id);
    const page = await desk.entered(slug, 31, { answers: { [job!]: 'Planerin', [diet!]: 'vegan' } });
    const shown = await browser.get(page);
    expect(textOf(shown.body)).toContain('Your job Planerin');
    expect(shown.body).not.toContain('vegan');
    expect((await browser.get(`${page}/sensitive`)).statusCode).toBe(404);
    expect(await desk.deeds(page)).toEqual([]);
    const opened = await browser.submit(page, `${page}/sensitive`);
    expect([opened.statusCode, textOf(opened.body)]).toEqual([
      200,
      expect.stringContaining('Your diet vegan'),
    ]);
    expect(await desk.deeds(page)).toMatchObject([
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
    const one = await desk.entered(slug, 41, { firstName: 'Ina', lastName: 'Meier', email: 'ina@amt.test' });
    const two = await desk.entered(slug, 42, {
      firstName: 'Ina',
      lastName: 'Meier',
      email: 'i.meier@privat.test',
    });
    await desk.entered(slug, 43, { firstName: 'Olaf', lastName: 'Anders', email: 'ina@amt.test' });
    const { body } = await browser.get(one);
    expect(textOf(body)).toContain('may be on the list twice Ina Meier , i.meier@privat.test (Registered)');
    expect(body).toContain(`href="${two}"`);
    const list = await browser.get(`/office/events/${id}?mark=double`);
    expect(textOf(list.body)).toContain('All (3) Registered (3) Possible doubles (2)');
    expect(list.body).not.toContain('Anders, Olaf');
  });

  it('asks no more about two people once the office has said that they are no doubles', async () => {
    const { id, slug } = await planEvent(office);
    const named = { firstName: 'Ina', lastName: 'Meier' };
    const one = await desk.entered(slug, 44, { ...named, email: 'ina@amt.test' });
    const two = await desk.entered(slug, 45, { ...named, email: 'i.meier@privat.test' });
    const elsewhere = await desk.entered((await planEvent(office)).slug, 46);
    for (const other of ['x', randomUUID(), idIn(one), idIn(elsewhere)]) {
      expect((await browser.submit(one, `${one}/apart`, { other })).statusCode).toBe(404);
    }
    await browser.submit(one, `${one}/apart`);
    expect(textOf((await browser.get(one)).body)).toContain(
      'Ina Meier, i.meier@privat.test is another person',
    );
    for (const [page, other] of [
      [one, two],
      [two, one],
    ] as const) {
      const { body } = await browser.get(page);
      expect(body).not.toContain('may be on the list twice');
      expect(textOf(body)).toMatch(/Not a double the other person Büro 1/);
      expect(body).toContain(`href="${other}"`);
      expect(await desk.deeds(page)).toMatchObject([{ action: 'registration.apart' }]);
    }
    expect(textOf((await browser.get(`/office/events/${id}`)).body)).not.toContain('Possible doubles (');
  });

  it('changes nothing when it is only opened', async () => {
    const pages = await desk.queue(2, { online: 1 });
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

const messages = (page: string): Promise<unknown[]> =>
  office.manager.query('SELECT id FROM message WHERE subject_id = $1', [idIn(page)]);

const everything = (): Promise<unknown[]> =>
  office.manager.query(
    `SELECT (SELECT jsonb_agg(r ORDER BY id) FROM registration r) AS registrations,
       (SELECT count(*) FROM registration_change) AS changes, (SELECT count(*) FROM audit_entry) AS deeds,
       (SELECT count(*) FROM message) AS messages`,
  );
