import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { FormService } from '#form';
import { MemberService } from '#member';
import { DeskRulesService, RegistrationService, recountSeats } from '#registration';
import { planEvent } from '../../../../../test/builders/events.js';
import { mailsTo } from '../../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import { hiddenIn, textOf } from '../../../test/at-the-desk.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
});
afterAll(() => office.close());

const ina = { firstName: 'Ina', lastName: 'Nord', email: 'ina@nord.test', organization: '', language: 'en' };

describe('Registering somebody on their behalf', () => {
  it('asks for no window, no audience and no approval, and tells the person who did it', async () => {
    await office.get(MemberService).add({ name: 'Hellstadt', kind: 'city', from: '2015-01-01' }, 'account:1');
    const { id } = await planEvent(office, {
      audience: 'members',
      closesAt: Temporal.Instant.from('2027-01-01T00:00:00Z'),
    });
    await office.get(DeskRulesService).save(id, { approval: true }, 'account:1');
    const form = `/office/events/${id}/register`;
    expect((await browser.get(form)).body).toContain('<option value="Hellstadt"');
    expect(await rows(id)).toEqual([]);
    const done = await browser.submit(form, form, { ...ina, email: 'ina1@nord.test', mail: '1' });
    expect(done.statusCode).toBe(303);
    expect(await rows(id)).toEqual(['Ina Nord confirmed']);
    const page = textOf((await browser.get(done.headers.location!)).body);
    expect(page).toContain('Ina Nord is registered.');
    expect(page).toContain('Registered by the office (DEFUS)');
    const [letter] = await mailsTo(office, 'ina1@nord.test');
    expect(letter?.text).toContain('The office (DEFUS) has registered you.');
    expect(await deedsOf(done.headers.location!)).toMatchObject([
      { action: 'registration.register', after: { status: 'confirmed', over: false } },
    ]);
  });

  it('sends no mail where none is wished, and goes on with the next person', async () => {
    const { id } = await planEvent(office);
    const form = `/office/events/${id}/register`;
    const done = await browser.submit(form, form, { ...ina, email: 'ina2@nord.test', another: '1' });
    expect(done.headers.location).toBe(form);
    expect(textOf((await browser.get(form)).body)).toContain('Ina Nord is registered.');
    expect(await mailsTo(office, 'ina2@nord.test')).toEqual([]);
  });

  it('registers once however often the form is sent, and says who is on the list already', async () => {
    const { id } = await planEvent(office);
    const form = `/office/events/${id}/register`;
    const { body } = await browser.get(form);
    const hidden = { _csrf: hiddenIn(body, '_csrf'), submission: hiddenIn(body, 'submission') };
    const fields = { ...ina, email: 'ina3@nord.test', mail: '1' };
    const [one, two] = [
      await browser.post(form, { ...hidden, ...fields }),
      await browser.post(form, { ...hidden, ...fields }),
    ];
    expect([one.statusCode, two.headers.location]).toEqual([303, one.headers.location]);
    const again = await browser.submit(form, form, fields);
    expect([again.statusCode, textOf(again.body)]).toEqual([
      409,
      expect.stringContaining('Ina Nord is on the list already'),
    ]);
    expect(await rows(id)).toEqual(['Ina Nord confirmed']);
    expect(await mailsTo(office, 'ina3@nord.test')).toHaveLength(1);
  });

  it('lets choose between the waiting list and a seat beyond the last, with a reason and one mail', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 1 });
    const form = `/office/events/${id}/register`;
    expect((await browser.get(form)).body).not.toContain('name="full"');
    await register(office, slug, aPerson(1));
    expect(textOf((await browser.get(form)).body)).toContain('If no seat is free');
    await browser.submit(form, form, { ...ina, email: 'ina4@nord.test', full: 'wait', mail: '1' });
    const unreasoned = await browser.submit(form, form, {
      ...ina,
      lastName: 'Süd',
      full: 'over',
      reason: '',
    });
    expect(unreasoned.statusCode).toBe(422);
    expect(unreasoned.body).toContain('href="#reason"');
    const fields = {
      ...ina,
      lastName: 'Süd',
      email: 'sued@nord.test',
      full: 'over',
      reason: 'Vortrag',
      mail: '1',
    };
    const done = await browser.submit(form, form, fields);
    expect(await rows(id)).toEqual(['Alma Beispiel 1 confirmed', 'Ina Nord waitlisted', 'Ina Süd confirmed']);
    expect(await mailsTo(office, 'sued@nord.test')).toHaveLength(1);
    const page = textOf((await browser.get(done.headers.location!)).body);
    expect(page).toMatch(/Waiting list → Registered Büro 1 Vortrag/);
    expect(await recountSeats(office.manager)).toEqual([]);
  });

  it('gives everything typed back with what is wrong, and needs no answer for the person', async () => {
    const { id } = await planEvent(office, { format: 'hybrid' });
    const saved = await office.get(FormService).save(id, aForm(), 'account:1');
    const [job, day] = saved.questions.map((question) => question.id) as [string, string];
    const form = `/office/events/${id}/register`;
    const wrong = await browser.submit(form, form, {
      ...{ ...ina, firstName: '<b>', lastName: '', email: 'x' },
      [`answers.${day}`]: '2027-02-31',
    });
    expect(wrong.statusCode).toBe(422);
    for (const name of ['lastName', 'email', 'attendance', `answers.${day}`]) {
      expect(wrong.body).toContain(`href="#${name}"`);
    }
    expect(wrong.body).not.toContain(`href="#answers.${job}"`);
    expect(wrong.body).toContain('value="&lt;b>"');
    expect(wrong.body).toContain('value="2027-02-31"');
    expect(wrong.body).not.toContain('name="consents"');
    expect(await rows(id)).toEqual([]);
    const fields = {
      ...ina,
      email: 'ina5@nord.test',
      attendance: 'online',
      [`answers.${day}`]: '2027-02-01',
    };
    const done = await browser.submit(form, form, fields);
    expect(textOf((await browser.get(done.headers.location!)).body)).toContain('Your day 01 Feb 2027');
  });

  it('is not possible for what is cancelled or no event, and not for who has not signed in', async () => {
    const { id } = await planEvent(office, { status: 'cancelled' });
    const form = `/office/events/${id}/register`;
    const refused = await browser.submit(form, form, ina);
    expect([refused.statusCode, await rows(id)]).toEqual([410, []]);
    for (const path of ['register', 'import', 'interest']) {
      const unknown = `/office/events/${randomUUID()}/${path}`;
      expect((await browser.get(unknown)).statusCode).toBe(404);
      expect((await office.browser().get(unknown)).statusCode).toBe(303);
    }
  });
});

describe('A partner’s list in the office', () => {
  it('is shown line by line first, then taken over once by a button', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 2 });
    await register(office, slug, aPerson(1, { firstName: 'Eva', lastName: 'West', email: 'eva@west.test' }));
    const page = `/office/events/${id}/import`;
    expect(textOf((await browser.get(page)).body)).toContain('At most 1,000 lines');
    const sent = await browser.upload(page, page, {
      name: '<liste>.csv',
      content: Buffer.from(
        'Name;Vorname;Mail\nWest;Eva;eva@west.test\n=1+1;Ina;ina@liste.test\nSüd;Omar;omar@liste.test\nsüd;omar;OMAR@liste.test',
      ),
    });
    expect(sent.statusCode).toBe(303);
    const preview = sent.headers.location!;
    const shown = await browser.get(preview);
    const text = textOf(shown.body);
    expect(shown.body).toContain('&lt;liste>.csv');
    expect(text).toContain(
      '2 new, 1 on the list already, 1 twice in the file, 0 withdrawn or declined, 0 wrong',
    );
    expect(text).toContain('one person would go on the waiting list');
    expect(text).toMatch(/5 omar süd .* twice, as in line 4/);
    expect(await rows(id)).toEqual(['Eva West confirmed']);

    const nameless = await browser.submit(preview, preview, { from: ' ', mail: '1' });
    expect([nameless.statusCode, await rows(id)]).toEqual([422, ['Eva West confirmed']]);
    expect(nameless.body).toContain('href="#from"');
    const done = await browser.submit(preview, preview, { from: 'Kreis Süd', mail: '1' });
    expect([done.statusCode, done.headers.location]).toEqual([303, `/office/events/${id}`]);
    expect(textOf((await browser.get(`/office/events/${id}`)).body)).toContain(
      'One person has been registered, one is on the waiting list.',
    );
    expect(await rows(id)).toEqual(['Eva West confirmed', 'Ina =1+1 confirmed', 'Omar Süd waitlisted']);
    expect((await mailsTo(office, 'omar@liste.test'))[0]?.text).toContain('Kreis Süd');
    expect(textOf((await browser.get(preview)).body)).toContain('This list has been taken over already.');
    expect((await browser.get(`/office/events/${id}/attendees.csv?dialect=plain`)).body).toContain("'=1+1");
  });

  it('says what is wrong with the file and takes nothing over', async () => {
    const { id } = await planEvent(office);
    const page = `/office/events/${id}/import`;
    const upload = (content: string | Buffer) =>
      browser.upload(page, page, { name: 'x.csv', content: Buffer.from(content) });
    const none = await browser.submit(page, page, {});
    expect([none.statusCode, textOf(none.body)]).toEqual([
      422,
      expect.stringContaining('Please choose a file'),
    ]);
    const picture = await upload(Buffer.from([0x89, 0x50, 0, 1]));
    expect([picture.statusCode, textOf(picture.body)]).toEqual([
      422,
      expect.stringContaining('neither readable CSV nor an Excel file'),
    ]);
    const bare = await upload('Nachname\nNord');
    expect([bare.statusCode, textOf(bare.body)]).toEqual([
      422,
      expect.stringContaining('These columns are missing: First name, E-mail address'),
    ]);
    const wrong = await upload('Vorname,Nachname,E-Mail\nIna,Nord,<script>');
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('&lt;script>')]);
    expect(wrong.body).not.toContain(`action="${page}/`);
    const lost = `${page}/${randomUUID()}`;
    expect((await browser.get(lost)).statusCode).toBe(410);
    expect(await rows(id)).toEqual([]);
  });
});

describe('The interest of those who got no seat', () => {
  it('is carried over: everybody who waits is invited to the follow-up event, once', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 1 });
    const next = await planEvent(office, { title: { en: 'Second round' }, audience: 'invited' });
    const people = [];
    for (const number of [61, 62, 63, 64]) people.push(await register(office, slug, aPerson(number)));
    const withdrawn = people[3]!.registrationId!;
    await office.get(RegistrationService).withdraw(withdrawn, { actor: 'participant' });
    await register(office, next.slug, aPerson(62), { invited: true });

    const page = `/office/events/${id}/interest`;
    expect((await browser.get(`/office/events/${id}`)).body).toContain(`href="${page}"`);
    expect(textOf((await browser.get(page)).body)).toContain('2 people have waited here');
    const shown = await browser.get(`${page}?event=${next.id}`);
    expect(textOf(shown.body)).toContain(
      'One person would get an invitation; 1 is registered or invited there already',
    );
    expect(shown.body).toContain('person63@stadt63.test');
    const done = await browser.submit(`${page}?event=${next.id}`, page, {});
    expect([done.statusCode, done.headers.location]).toEqual([303, `/office/events/${next.id}/invitations`]);
    expect(textOf((await browser.get(done.headers.location!)).body)).toContain(
      'One invitation is on its way.',
    );
    const letters = async () =>
      (await mailsTo(office, 'person63@stadt63.test')).map(({ subject }) => subject);
    expect((await letters()).filter((subject) => subject.includes('Second round'))).toHaveLength(1);
    await browser.post(page, { _csrf: hiddenIn(shown.body, '_csrf'), event: next.id });
    expect((await letters()).filter((subject) => subject.includes('Second round'))).toHaveLength(1);
    const invitation = (await mailsTo(office, 'person63@stadt63.test')).at(-1);
    // Who still waits may yet get one.
    expect(invitation?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Sie hatten Interesse an „Sichere Plätze“ und haben dort bisher keinen Platz bekommen.',
    );
    for (const number of [61, 62, 64]) {
      const mails = await mailsTo(office, `person${number}@stadt${number}.test`);
      expect(mails.filter(({ subject }) => /Einladung/.test(subject))).toEqual([]);
    }
  });

  it('needs an event that people can be invited to', async () => {
    const { id } = await planEvent(office, {}, { online: 0 });
    const page = `/office/events/${id}/interest`;
    for (const event of ['', id, 'x', randomUUID()]) {
      expect((await browser.get(`${page}?event=${event}`)).body).not.toContain(
        `method="post" action="${page}`,
      );
      const token = hiddenIn((await browser.get(`/office/events/${id}/import`)).body, '_csrf');
      const posted = await browser.post(page, { _csrf: token, event });
      expect(posted.statusCode).toBe(422);
    }
  });
});

function aForm() {
  const question = (kind: 'short' | 'date', label: string) => ({
    ...{ id: randomUUID(), kind, label: { de: label, en: label }, help: {}, required: kind === 'short' },
    ...{ sensitive: false, options: [], shownWhen: null, least: null, most: null },
  });
  const consents = [{ purpose: 'photo' as const, text: { de: 'Fotos', en: 'Photos' } }];
  return {
    version: null,
    questions: [question('short', 'Your job'), question('date', 'Your day')],
    consents,
  };
}

const deedsOf = (page: string) =>
  office.get(AuditService).of({ type: 'registration', id: page.split('/').at(-1)! });

async function rows(eventId: string): Promise<string[]> {
  const found: { line: string }[] = await office.manager.query(
    `SELECT concat_ws(' ', first_name, last_name, status) AS line FROM registration
     WHERE event_id = $1 AND status <> 'cancelled' ORDER BY 1`,
    [eventId],
  );
  return found.map(({ line }) => line);
}
