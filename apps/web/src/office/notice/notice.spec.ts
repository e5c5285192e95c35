import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProgrammeService } from '#event';
import { ContactService, MemberService } from '#member';
import { planEvent } from '../../../../../test/builders/events.js';
import { mailsTo, managePath } from '../../../../../test/builders/mails.js';
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

const another = { day: '2027-01-26', from: '14:00', until: '16:00' };

/** An event with people who come. */
async function anEvent(
  people: readonly ReturnType<typeof aPerson>[],
  changes: Parameters<typeof planEvent>[1] = {},
) {
  const event = await planEvent(office, changes);
  for (const person of people) await register(office, event.slug, person);
  await office.deliverMail();
  return { ...event, page: `/office/events/${event.id}/notice` };
}

/** Opens the form for a happening and asks for its preview. */
const preview = (page: string, query: string, fields: Record<string, string> = {}) =>
  browser.submit(`${page}?${query}`, page, fields);

/** The hidden fields of the preview's form with this wish. */
function fieldsOf(body: string, wish: string): Record<string, string> {
  const form = body.split('<form').find((part) => part.includes(`name="wish" value="${wish}"`));
  const hidden = [...(form ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const plain = (value = '') => value.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  return Object.fromEntries(hidden.map(([, name, value]) => [name, plain(value)]));
}

/** Sends what a preview shows. */
async function sendFrom(page: string, body: string) {
  const fields = fieldsOf(body, 'send');
  return { fields, answer: await browser.post(page, fields) };
}

describe('The page for the evening before', () => {
  it('asks what has happened, then to what of it, and is found from the event', async () => {
    const dates = ['2027-02-09', '2027-03-09'].map((day) => ({
      starts: `${day}T10:00`,
      ends: `${day}T12:00`,
    }));
    const { id, page } = await anEvent([], { dates, items: [{ title: { de: 'Rundgang' } }] });
    expect((await browser.get(`/office/events/${id}`)).body).toContain(`href="${page}"`);
    const { body } = await browser.get(page);
    for (const what of ['programme', 'moved', 'online', 'postponed', 'cancelled'])
      expect(body).toContain(`href="${page}?what=${what}"`);
    const { body: which } = await browser.get(`${page}?what=cancelled`);
    expect(which).toContain('The whole event');
    expect(which).toContain('Tuesday, 9 March 2027');
    expect(which).toContain('<span lang="de">Rundgang</span>');
    const event = await office.get(ProgrammeService).byId(id);
    const date = await browser.get(`${page}?what=moved&scope=date:${event.dates[1]!.id}`);
    expect(date.body).toContain('value="2027-03-09"');
  });

  it('shows who will be told what, and changes nothing by that', async () => {
    const people = [
      aPerson(1, { email: 'eins@vorschau.test' }),
      aPerson(2, { email: 'deux@vorschau.test', language: 'fr' }),
    ];
    const { id, page } = await anEvent(people);
    const before = await office.get(ProgrammeService).byId(id);
    const { statusCode, body } = await preview(page, 'what=moved', {
      ...another,
      'text.de': 'Der Saal ist <belegt>.',
    });
    expect(statusCode).toBe(200);
    for (const shown of [
      '2 people',
      '2 Registered',
      '1 Deutsch, 1 Français',
      'Geändert: Sichere Plätze',
      'Modifié : Des places sûres',
      'Der Saal ist &lt;belegt>.',
      'Dienstag, 26. Januar 2027, 14:00–16:00 Uhr (MEZ)',
      'This mail changes the appointment in the calendar.',
      'This cannot be undone.',
    ])
      expect(body).toContain(shown);
    expect(body).not.toContain('/registrations/');
    expect(await office.get(ProgrammeService).byId(id)).toEqual(before);
    expect(await mailsTo(office, 'eins@vorschau.test')).toHaveLength(1);
    const back = await browser.post(page, fieldsOf(body, 'change'));
    expect(back.body).toContain('Der Saal ist &lt;belegt>.');
    expect(back.body).toContain('value="2027-01-26"');
  });

  it('warns in which languages the office’s own words are missing', async () => {
    const people = [aPerson(1), aPerson(2, { language: 'fr' }), aPerson(3, { language: 'en' })];
    const { page } = await anEvent(people);
    const warning = 'Your text is missing in:';
    const german = await preview(page, 'what=programme', { 'text.de': 'Die Referentin ist krank.' });
    expect(german.body).toMatch(
      /missing in: (English, Français|Français, English)\. .* reads it in Deutsch\./,
    );
    const all = { 'text.de': 'Krank.', 'text.en': 'Ill.', 'text.fr': 'Malade.' };
    expect((await preview(page, 'what=programme', all)).body).not.toContain(warning);
    expect((await preview(page, 'what=moved', another)).body).not.toContain(warning);
  });

  it('says at each field what is wrong and keeps what was typed', async () => {
    const { page } = await anEvent([aPerson(1)]);
    const wrong: [string, Record<string, string>, string, string][] = [
      ['what=moved', { day: '2027-01-25', from: '10:00', until: '12:00' }, 'day', 'It is so already'],
      ['what=moved', { ...another, day: '2027-01-03' }, 'day', 'already over'],
      ['what=moved', { ...another, until: '13:00' }, 'until', 'after the start'],
      ['what=moved', { ...another, day: 'soon' }, 'day', 'give a day'],
      ['what=programme', {}, 'text.de', 'main language'],
      ['what=online', { joiningLink: 'javascript:alert(1)' }, 'joiningLink', 'https://'],
      ['what=cancelled', { 'text.de': 'x'.repeat(2001) }, 'text.de', '2,000'],
    ];
    for (const [query, fields, field, sentence] of wrong) {
      const { statusCode, body } = await preview(page, query, fields);
      expect([query, statusCode]).toEqual([query, 422]);
      expect(body).toContain(`href="#${field}"`);
      expect(body).toContain(sentence);
      for (const typed of Object.values(fields)) expect(body).toContain(typed.slice(0, 40));
    }
    expect((await browser.post(page, { what: 'cancelled', scope: 'event', wish: 'send' })).statusCode).toBe(
      403,
    );
  });

  it('tells what was changed in the plan, which says that nobody knows and leads here', async () => {
    const { id, page } = await anEvent([aPerson(1, { email: 'plan@stadt.test' })]);
    const plan = `/office/events/${id}/plan`;
    const warning =
      '1 registered person has not been told that the time, place or meeting point has changed.';
    office.clock.advance({ minutes: 1 });
    const fields = { 'title.de': 'Sichere Plätze', format: 'online', audience: 'public', ...another };
    await browser.submit(plan, plan, fields);
    const { body: saved } = await browser.get(plan);
    expect(saved).toContain(warning);
    expect(saved).toContain(`href="${page}?what=moved"`);
    const { statusCode, body } = await preview(page, 'what=moved', another);
    expect(statusCode).toBe(200);
    await sendFrom(page, body);
    expect((await browser.get(plan)).body).not.toContain(warning);
    const mail = (await mailsTo(office, 'plan@stadt.test')).at(-1);
    expect(mail?.calendar?.content).toContain('20270126T140000');
  });

  it('sends once however often the button is pressed, and shows who has read it', async () => {
    const people = [1, 2, 3].map((n) => aPerson(n, { email: `leser${n}@stadt.test` }));
    const { id, page } = await anEvent(people);
    const { body } = await preview(page, 'what=moved', another);
    const { fields, answer } = await sendFrom(page, body);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page}/${fields.notice}`]);
    expect((await browser.post(page, fields)).headers.location).toBe(`${page}/${fields.notice}`);
    const mails = await mailsTo(office, 'leser1@stadt.test');
    expect(mails).toHaveLength(2);

    const readers = async () => (await browser.get(`${page}/${fields.notice}`)).body;
    expect(await readers()).toContain('3 of 3 delivered, 0 read, 0 withdrawn');
    const mail = mails[1]!;
    const path = `${managePath(mail)}/notices/${fields.notice}`;
    expect(mail.text).toContain(path);
    const stranger = office.browser();
    const { body: opened } = await stranger.get(`${path}?lang=en`);
    expect(opened).toContain('Tuesday, 26 January 2027, 14:00–16:00');
    expect(opened).toContain(`${managePath(mail)}/withdraw`);
    expect(await readers()).toContain('0 read');
    await stranger.submit(path, path);
    expect((await stranger.get(`${path}?done=read`)).body).toContain('Thank you.');
    expect(await readers()).toContain('3 of 3 delivered, 1 read, 0 withdrawn');

    const leaver = (await mailsTo(office, 'leser2@stadt.test'))[1]!;
    await stranger.submit(`${managePath(leaver)}/withdraw`, `${managePath(leaver)}/withdraw`);
    expect(await readers()).toContain('3 of 3 delivered, 1 read, 1 withdrawn');
    expect((await browser.get(page)).body).toContain(`href="${page}/${fields.notice}"`);
    expect((await office.get(ProgrammeService).byId(id)).dates[0]?.sequence).toBe(1);
  });

  it('opens a notice to those who were told alone', async () => {
    const told = await anEvent([aPerson(1, { email: 'gemeint@stadt.test' })]);
    const other = await anEvent([aPerson(2, { email: 'fremd@stadt.test' })]);
    const { fields } = await sendFrom(told.page, (await preview(told.page, 'what=postponed')).body);
    const stranger = managePath((await mailsTo(office, 'fremd@stadt.test'))[0]!);
    for (const path of [`${stranger}/notices/${fields.notice}`, `${stranger}/notices/nonsense`])
      expect((await office.browser().get(path)).statusCode).toBe(404);
    expect((await browser.get(`${other.page}/${fields.notice}`)).statusCode).toBe(404);
  });

  it('shows the preview again when somebody has changed the event meanwhile', async () => {
    const { id, page } = await anEvent([aPerson(1, { email: 'zweimal@stadt.test' })]);
    const first = await preview(page, 'what=moved', another);
    const second = await preview(page, 'what=cancelled');
    await sendFrom(page, second.body);
    const { answer } = await sendFrom(page, first.body);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('not possible');
    expect((await office.get(ProgrammeService).byId(id)).status).toBe('cancelled');
    expect(await mailsTo(office, 'zweimal@stadt.test')).toHaveLength(2);

    const renamed = await anEvent([aPerson(1)]);
    const seen = await preview(renamed.page, 'what=moved', another);
    await office.manager.query('UPDATE event SET sequence = sequence + 1 WHERE id = $1', [renamed.id]);
    const again = await sendFrom(renamed.page, seen.body);
    expect(again.answer.statusCode).toBe(409);
    expect(again.answer.body).toContain('nothing was sent');
    expect((await sendFrom(renamed.page, again.answer.body)).answer.statusCode).toBe(303);
  });

  it('gives numbers to call for those whom no mail reaches', async () => {
    const memberId = await office
      .get(MemberService)
      .add({ name: 'Stadt Telefon', kind: 'city', from: '2020-01-01' }, 'account:1');
    const contact = { memberId, lastName: 'Klar', language: 'de' as const };
    await office
      .get(ContactService)
      .add({ ...contact, firstName: 'Kim', phone: '+49 30 1234', roles: ['coordinator'] }, 'account:1');
    const lost = aPerson(1, { email: 'verloren@telefon.test', organization: 'Stadt Telefon' });
    const { page } = await anEvent([lost, aPerson(2, { email: 'da@telefon.test' })]);
    await office.manager.query(
      "UPDATE message SET status = 'failed', sent_at = NULL WHERE to_address = 'verloren@telefon.test'",
    );
    const { body } = await preview(page, 'what=cancelled', { scope: 'event' });
    expect(body).toContain('The last mail to 1 person did not arrive. Please call.');
    expect(body).toContain('href="tel:+49301234"');
    const { fields } = await sendFrom(page, body);
    await office.deliverMail();
    await office.manager.query(
      "UPDATE message SET status = 'failed', sent_at = NULL WHERE to_address = 'verloren@telefon.test' AND kind = 'notice.cancelled'",
    );
    const { body: readers } = await browser.get(`${page}/${fields.notice}`);
    expect(readers).toContain('1 of 2 delivered');
    expect(readers.indexOf('undeliverable')).toBeLessThan(readers.indexOf('delivered, not confirmed'));
    expect(readers).toContain('href="tel:+49301234"');
  });

  it('is filled in where the office was asked about a missed minimum', async () => {
    const { page } = await anEvent([]);
    const { body } = await browser.get(`${page}?what=cancelled&scope=event&reason=minimum`);
    expect(body).toContain('Grund: Die Mindestzahl an Anmeldungen wurde nicht erreicht.');
  });

  it('has nothing to offer for what is over or cancelled, and is closed to strangers', async () => {
    const { page } = await anEvent([], { status: 'cancelled' });
    expect((await browser.get(page)).body).toContain('nothing left to tell');
    expect((await browser.get('/office/events/00000000-0000-7000-8000-000000000000/notice')).statusCode).toBe(
      404,
    );
    expect((await office.browser().get(page)).statusCode).toBe(303);
  });
});
