import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventPlan } from '#event';
import type { Form } from '#form';
import { MemberService } from '#member';
import { DeskRulesService, type RulesInput } from '#registration';
import { askQuestions, offerSessions, optionsOf } from '../../../../test/builders/choices.js';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo, managePath } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { aMember, planByRules } from '../../../../test/builders/rules.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  browser = office.browser();
  office.clock.set('2027-01-04T09:00:00Z');
});

const items: EventPlan['items'] = [
  { starts: '2027-01-25T10:00', ends: '2027-01-25T10:45', title: { de: 'Rundgang', en: 'Walk' } },
  { starts: '2027-01-25T10:30', ends: '2027-01-25T11:30', title: { de: 'Vortrag', en: 'Talk' } },
  { starts: '2027-01-25T11:30', ends: '2027-01-25T12:00', title: { de: 'Runde <b>', en: 'Round <b>' } },
];
const alma = (number = 1) => ({
  'people.0.firstName': 'Alma',
  'people.0.lastName': `Beispiel ${number}`,
  'people.0.email': `alma${number}@stadt.test`,
});
const rules = (eventId: string, changes: RulesInput) =>
  office.get(DeskRulesService).save(eventId, changes, 'account:1');
const rows = (eventId: string) =>
  office.manager.query('SELECT status, first_name FROM registration WHERE event_id = $1 ORDER BY id', [
    eventId,
  ]);
/** Sends the form and shows where it leads. */
async function send(slug: string, fields: Record<string, string | string[]>, to = browser) {
  const answer = await to.submit(`/events/${slug}/register`, `/events/${slug}/register`, fields);
  return answer.statusCode === 303 ? to.get(String(answer.headers.location)) : answer;
}

describe('Sessions on the form', () => {
  it('stand with their times and free seats; a taken one is shown and cannot be chosen', async () => {
    const { id, slug } = await planEvent(office, { items });
    const [walk, talk] = await offerSessions(office, id, [1, 5, null]);
    await register(office, slug, aPerson(1, { sessions: [walk!] }));
    const { body } = await browser.get(`/events/${slug}/register`);
    expect(body).toContain('10:00–10:45: Walk');
    expect(body).toMatch(new RegExp(`<input[^>]*value="${walk}"[^>]*disabled`));
    expect(body).toMatch(/Walk<span class="choice-hint"> \(fully booked\)/);
    expect(body).toMatch(/Talk<span class="choice-hint"> \(5 of 5 seats free\)/);
    expect(body).not.toMatch(new RegExp(`<input[^>]*value="${talk}"[^>]*disabled`));
    expect(body).toContain('Round &lt;b>');
    expect((await browser.get(`/events/${slug}`)).body).toContain('fully booked');
  });

  it('are kept with the seat', async () => {
    const { id, slug } = await planEvent(office, { items });
    const [walk] = await offerSessions(office, id, [1, 1, 1]);
    const { body } = await send(slug, { ...alma(), 'people.0.sessions': walk! });
    expect(body).toContain('You are registered.');
    expect(await office.manager.query('SELECT taken FROM allotment WHERE id = $1', [walk])).toEqual([
      { taken: 1 },
    ]);
  });

  it('that overlap are refused with the names of both, and come back ticked', async () => {
    const { id, slug } = await planEvent(office, { items });
    const [walk, talk] = await offerSessions(office, id, [5, 5, 5]);
    const answer = await send(slug, { ...alma(), 'people.0.sessions': [walk!, talk!] });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('“Walk” and “Talk” take place at the same time');
    expect(answer.body).toContain('href="#people.0.sessions"');
    for (const id of [walk, talk]) expect(answer.body).toMatch(new RegExp(`value="${id}"[^>]*checked`));
    expect(await rows(id)).toEqual([]);
  });

  it('can be wished for by who waits, though they are taken', async () => {
    const { id, slug } = await planEvent(office, { items }, { online: 1 });
    const [walk] = await offerSessions(office, id, [1, 1, 1]);
    await register(office, slug, aPerson(1, { sessions: [walk!] }));
    const { body } = await browser.get(`/events/${slug}/register`);
    expect(body).not.toMatch(/<input[^>]*disabled/);
    expect((await send(slug, { ...alma(), 'people.0.sessions': walk! })).body).toContain('waiting list');
  });

  it.each([
    ['of another event', '0198c0de-0000-7000-8000-000000000001'],
    ['that are none', '<script>'],
    ['with a NUL', 'a\0b'],
  ])('%s cannot be chosen', async (_, session) => {
    const { id, slug } = await planEvent(office, { items });
    const answer = await send(slug, { ...alma(), 'people.0.sessions': session });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('This session cannot be chosen here.');
    expect(answer.body).not.toContain('<script>');
    expect(await rows(id)).toEqual([]);
  });
});

describe('Questions on the form', () => {
  const ask = (eventId: string) =>
    askQuestions(
      office,
      eventId,
      [
        { required: true, label: { de: 'Woran arbeiten Sie?', en: 'What do you work on?' } },
        { kind: 'single', label: { de: 'Essen' }, options: optionsOf(['Suppe', 1], 'Brot') },
        { kind: 'long', sensitive: true, label: { de: 'Was brauchen Sie?' } },
      ],
      [{ purpose: 'photo', text: { de: 'Fotos von mir sind in Ordnung.' } }],
    );
  const field = (form: Form, index: number, person = 0) =>
    `people.${person}.answers.${form.questions[index]!.id}`;

  it('are asked of every person, in the language of who reads where it exists', async () => {
    const { id, slug } = await planEvent(office);
    const form = await ask(id);
    const { body } = await browser.post(`/events/${slug}/register`, { ...alma(), add: '1' });
    for (const person of [0, 1]) expect(body).toContain(`name="${field(form, 0, person)}"`);
    expect(body).toContain('What do you work on?');
    expect(body).toContain('<span lang="de">Was brauchen Sie?</span>');
    expect(body).not.toMatch(/consents"[^>]*checked/);
  });

  it('that are required lead to their field when they were left out, and keep what was typed', async () => {
    const { id, slug } = await planEvent(office);
    const form = await ask(id);
    const answer = await send(slug, { ...alma(), [field(form, 2)]: 'Rampe "A" <b>' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`href="#${field(form, 0)}"`);
    expect(answer.body).toContain('What do you work on? Please answer this question.');
    expect(answer.body).toContain('>Rampe &quot;A&quot; &lt;b></textarea>');
    expect(await rows(id)).toEqual([]);
  });

  it('are stored with the registration, and nothing of them stands in the mail', async () => {
    const { id, slug } = await planEvent(office);
    const form = await ask(id);
    const consent = form.consents[0]!.id;
    await send(slug, {
      ...alma(),
      [field(form, 0)]: 'An Plätzen',
      [field(form, 1)]: form.questions[1]!.options[0]!.id,
      [field(form, 2)]: 'Eine Rampe',
      'people.0.consents': consent,
    });
    const [sheet] = await office.manager.query(
      'SELECT answers, sensitive FROM answer_sheet WHERE event_id = $1',
      [id],
    );
    expect(Object.values(sheet.sensitive)).toEqual(['Eine Rampe']);
    expect(Object.values(sheet.answers)).toContain('An Plätzen');
    expect(
      await office.manager.query('SELECT given FROM consent_given WHERE consent_id = $1', [consent]),
    ).toEqual([{ given: true }]);
    const [mail] = (await mailsTo(office, 'alma1@stadt.test')).slice(-1);
    expect(mail!.text).not.toMatch(/Rampe|An Plätzen/);
    const own = await browser.get(managePath(mail!));
    for (const text of ['Eine Rampe', 'An Plätzen', 'Suppe']) expect(own.body).toContain(text);
  });

  it('with a limited choice say when it is taken, which, and by whom it was chosen', async () => {
    const { id, slug } = await planEvent(office);
    const form = await ask(id);
    const soup = { [field(form, 0)]: 'x', [field(form, 1)]: form.questions[1]!.options[0]!.id };
    await send(slug, { ...alma(1), ...soup });
    const answer = await send(slug, { ...alma(2), ...soup });
    expect([answer.statusCode, answer.body]).toEqual([
      409,
      expect.stringContaining('has been taken meanwhile'),
    ]);
    expect(answer.body).toMatch(/Suppe<\/span><span class="choice-hint"> \(fully booked\)/);
    expect(answer.body).toMatch(/“Suppe” for “[^”]+” has been taken meanwhile/);
    expect(answer.body).toContain(`href="#${field(form, 1)}"`);
    // It is said by the summary alone, which leads to the field and has the focus.
    expect(answer.body).not.toContain('role="alert"');
    expect(answer.body.match(/ autofocus/g)).toHaveLength(1);
    expect(await rows(id)).toHaveLength(1);
  });

  it('with a limited choice that two of a party cannot both have name the second', async () => {
    const { id, slug } = await planEvent(office);
    const form = await ask(id);
    const soup = { [field(form, 0)]: 'x', [field(form, 1)]: form.questions[1]!.options[0]!.id };
    const colleague = Object.fromEntries(
      Object.entries({ ...alma(2), ...soup }).map(([name, value]) => [
        name.replace('people.0.', 'people.1.'),
        value,
      ]),
    );
    const answer = await send(slug, { ...alma(1), ...soup, ...colleague });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain(`href="#${field(form, 1).replace('people.0.', 'people.1.')}"`);
    expect(await rows(id)).toEqual([]);
  });
});

describe('The form says what will come of it', () => {
  it('where the office decides', async () => {
    const { id, slug } = await planEvent(office);
    await rules(id, { approval: true });
    expect((await browser.get(`/events/${slug}`)).body).toContain('Request a place');
    const form = (await browser.get(`/events/${slug}/register`)).body;
    for (const said of ['The office decides who takes part', 'Our answer goes to this address.']) {
      expect(form).toContain(said);
    }
    expect((await send(slug, alma())).body).toContain('We have received your request.');
    expect(await rows(id)).toEqual([{ status: 'requested', first_name: 'Alma' }]);
  });

  it('where registration has closed and one can still ask', async () => {
    const { id, slug } = await planEvent(office, { closesAt: Temporal.Instant.from('2027-01-03T09:00:00Z') });
    expect((await browser.get(`/events/${slug}`)).body).toContain('Ask for a late place');
    expect((await browser.get(`/events/${slug}/register`)).body).toContain('Send the request');
    expect((await send(slug, alma())).body).toContain('We have received your request.');
    expect(await rows(id)).toEqual([{ status: 'requested', first_name: 'Alma' }]);
  });

  it('where it has closed for good', async () => {
    const { id, slug } = await planEvent(office, { closesAt: Temporal.Instant.from('2027-01-03T09:00:00Z') });
    await rules(id, { lateRequests: false });
    expect((await browser.get(`/events/${slug}`)).body).not.toContain('/register"');
    expect((await browser.get(`/events/${slug}/register`)).statusCode).toBe(409);
  });

  it('where the address is to be confirmed first, and until when', async () => {
    const { id, slug } = await planEvent(office);
    await rules(id, { verifyMinutes: 60 });
    expect((await browser.get(`/events/${slug}/register`)).body).toContain(
      'confirm your e-mail address afterwards',
    );
    const { body } = await send(slug, alma());
    expect(body).toContain('Please confirm your e-mail address.');
    expect(body).toMatch(/until Monday,? 4 January 2027, 11:00 \(CET\)/);
  });

  it('where members are known by their address', async () => {
    const now = office.clock.now();
    await office.get(MemberService).enter([{ name: 'Essen', kind: 'city', from: '2020-01-01' }], now);
    const { id, slug } = await planEvent(office, { audience: 'members' });
    await rules(id, { proof: 'address' });
    expect((await browser.get(`/events/${slug}/register`)).body).toContain(
      'the address at your member organization',
    );
    const answer = await send(slug, { ...alma(), 'people.0.organization': 'Essen' });
    expect([answer.statusCode, answer.body]).toEqual([
      422,
      expect.stringContaining('the address you have at your member organization'),
    ]);
  });
});

describe('Many registrations in a short time', () => {
  it('are for a secretariat with one mailbox twenty an hour; the form says when to go on, and keeps everything', async () => {
    const limited = await openOffice({ RATE_LIMIT: 'on' });
    try {
      const { slug } = await planEvent(limited);
      const form = `/events/${slug}/register`;
      const colleagues = Array.from({ length: 20 }, (_, index) => index).flatMap((index) => [
        [`people.${index}.firstName`, 'Alma'],
        [`people.${index}.lastName`, `Beispiel ${index}`],
        [`people.${index}.email`, 'amt@stadt.test'],
      ]);
      const visitor = limited.browser();
      expect((await visitor.post(form, Object.fromEntries(colleagues))).statusCode).toBe(303);
      const refused = await visitor.post(form, { ...alma(), 'people.0.email': 'amt@stadt.test' });
      expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
      // It is said first, to who looks as to who listens.
      expect(refused.body).toMatch(
        /<div role="alert" tabindex="-1" autofocus>.*Please try again in \d+ minutes.*<form/s,
      );
      expect(refused.body).toContain('value="amt@stadt.test"');
      expect((await visitor.post(form, alma(2))).statusCode).toBe(303);
    } finally {
      await limited.close();
    }
  });
});

describe('The address for copies', () => {
  it('gets no more mail from forms than any other', async () => {
    const limited = await openOffice({ RATE_LIMIT: 'on' });
    try {
      const { id, slug } = await planEvent(limited);
      const form = `/events/${slug}/register`;
      const invented = Array.from({ length: 20 }, (_, index) => index).flatMap((index) => [
        [`people.${index}.firstName`, 'Alma'],
        [`people.${index}.lastName`, `Beispiel ${index}`],
        [`people.${index}.email`, `erfunden${index}@stadt.test`],
      ]);
      const visitor = limited.browser();
      const copied = { copyTo: 'opfer@stadt.test' };
      const first = await visitor.post(form, { ...Object.fromEntries(invented), ...copied });
      expect(first.statusCode).toBe(303);
      const refused = await visitor.post(form, { ...alma(), ...copied });
      expect(refused.statusCode).toBe(429);
      expect(refused.body).toContain('value="opfer@stadt.test"');
      const mails = await limited.manager.query(
        "SELECT id FROM message WHERE event_id = $1 AND to_address = 'opfer@stadt.test'",
        [id],
      );
      expect(mails).toHaveLength(20);
    } finally {
      await limited.close();
    }
  });
});

describe('A waiting list where members without a seat come first', () => {
  it('shows no number on the page after the form, but on one’s own page the true one, and says why', async () => {
    await aMember(office, 'Kiel');
    await aMember(office, 'Jena');
    const { slug } = await planByRules(office, { seats: { online: 1 }, rules: { lineOrder: 'fair' } });
    for (const number of [71, 72]) await register(office, slug, aPerson(number, { organization: 'Kiel' }));
    const { body } = await send(slug, { ...alma(73), 'people.0.organization': 'Jena' });
    expect(body).toContain('members that have no seat yet come first');
    expect(body).not.toMatch(/no\. \d/);
    const own = await browser.get(managePath((await mailsTo(office, 'alma73@stadt.test'))[0]!));
    expect(own.body).toContain('You are no. 1 on the waiting list');
    expect(own.body).toContain('members that have no seat yet come first');
  });
});

describe('The page after the form', () => {
  it('says that the member has as many as it may, also to who is on the list already', async () => {
    await aMember(office, 'Trier');
    const until = Temporal.Instant.from('2027-01-14T11:00:00Z');
    const { slug } = await planByRules(office, {
      seats: { online: 9 },
      contingents: { memberCap: 1, until },
    });
    const organization = { 'people.0.organization': 'Trier' };
    const said = /Until .*? your member organization can have one seat at most and already has one\./;
    expect((await send(slug, { ...alma(81), ...organization })).body).toContain('You are registered.');
    for (const number of [82, 81]) {
      const { body } = await send(slug, { ...alma(number), ...organization });
      expect(body).toMatch(said);
      expect(body).not.toContain('All places are taken');
    }
  });

  it('tells several people that each has a link of their own', async () => {
    const { slug } = await planEvent(office);
    const colleague = Object.entries(alma(96)).map(([name, value]) => [
      name.replace('people.0', 'people.1'),
      value,
    ]);
    const { body } = await send(slug, { ...alma(95), ...Object.fromEntries(colleague) });
    expect(body).toContain('Both people are registered.');
    expect(body).toContain('everyone finds a link');
  });

  it('says that a free place will be offered, where it will', async () => {
    const { slug } = await planByRules(office, { seats: { online: 1 }, rules: { promotion: 'offer' } });
    await register(office, slug, aPerson(83));
    expect((await browser.get(`/events/${slug}`)).body).toContain(
      'it is offered by e-mail to the waiting list',
    );
    expect((await browser.get(`/events/${slug}/register`)).body).toContain('we offer it to you by e-mail');
    const { body } = await send(slug, alma(84));
    expect(body).toContain('If one becomes free, we offer it to you by e-mail; shortly before the start');
    expect(body).not.toContain('automatically');
  });

  it('says that a free place is given at once where it is too late for offers', async () => {
    // In 47 hours.
    const dates = [{ starts: '2027-01-06T09:00', ends: '2027-01-06T11:00' }];
    const rules = { promotion: 'offer' } as const;
    const { slug } = await planByRules(office, { event: { dates }, seats: { online: 1 }, rules });
    await register(office, slug, aPerson(91));
    expect((await browser.get(`/events/${slug}`)).body).toContain('the waiting list moves up automatically');
    const form = await browser.get(`/events/${slug}/register`);
    expect(form.body).toContain('you move up automatically');
    const { body } = await send(slug, alma(92));
    expect(body).toContain('If one becomes free, you move up automatically.');
    for (const page of [form.body, body]) expect(page).not.toContain('offer it to you');
  });

  it('claims no mail that is not sent to who registers twice, and says the same to both', async () => {
    const { slug } = await planEvent(office);
    await send(slug, alma(85));
    const { body } = await send(slug, alma(85));
    expect(await mailsTo(office, 'alma85@stadt.test')).toHaveLength(1);
    expect(body).not.toContain('have sent');
    expect(body).toContain('What the latest e-mail to this address says is what counts.');
    expect((await send(slug, alma(86))).body).toContain(
      'What the latest e-mail to this address says is what counts.',
    );
  });
});

describe('A field that people never see', () => {
  it('is hidden from everybody, and out of the way of the keyboard', async () => {
    const { slug } = await planEvent(office);
    const { body } = await browser.get(`/events/${slug}/register`);
    const trap = /<div class="kern-sr-only" aria-hidden="true">.*?<\/div>/s.exec(body)?.[0];
    expect(trap).toMatch(
      /<input id="homepage" name="homepage" type="text" value tabindex="-1" autocomplete="off"/,
    );
  });

  it('gives who fills it in the usual answer, and changes nothing', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 1 });
    await register(office, slug, aPerson(1));
    const before = await office.manager.query('SELECT count(*) FROM message');
    const trapped = await send(slug, { ...alma(), homepage: 'https://spam.test' });
    expect(trapped.statusCode).toBe(200);
    expect(trapped.body).toContain('You are on the waiting list.');
    expect(trapped.body).toContain('alma1@stadt.test');
    expect(await rows(id)).toHaveLength(1);
    expect(await office.manager.query('SELECT count(*) FROM message')).toEqual(before);
    expect(await office.manager.query('SELECT id FROM submission WHERE event_id = $1', [id])).toEqual([]);
  });

  it('does not hide what else is wrong', async () => {
    const { slug } = await planEvent(office);
    const answer = await send(slug, { ...alma(), 'people.0.email': 'x', homepage: 'https://spam.test' });
    expect(answer.statusCode).toBe(422);
  });
});
