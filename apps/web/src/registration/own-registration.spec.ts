import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Links } from '#account';
import type { EventPlan } from '#event';
import { NoticeService } from '#notice';
import {
  DeskRulesService,
  RegistrationService,
  type RulesInput,
  recountSeats,
  type SeatPlan,
} from '#registration';
import { askQuestions, offerSessions, optionsOf } from '../../../../test/builders/choices.js';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo, managePath } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { aMember, planByRules } from '../../../../test/builders/rules.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let browser: Browser;
let people = 0;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  browser = office.browser();
  office.clock.set('2027-01-04T09:00:00Z');
});

const hybrid: Partial<EventPlan> = {
  format: 'hybrid',
  closesAt: Temporal.Instant.from('2027-01-25T09:00:00Z'),
};
const items: EventPlan['items'] = [
  { starts: '2027-01-25T10:00', ends: '2027-01-25T10:45', title: { de: 'Rundgang' } },
  { starts: '2027-01-25T10:30', ends: '2027-01-25T11:30', title: { de: 'Vortrag' } },
];

/** An event with these rules. */
async function plan(changes: Partial<EventPlan> = {}, seats: SeatPlan = {}, rules: RulesInput = {}) {
  const event = await planEvent(office, changes, seats);
  await office.get(DeskRulesService).save(event.id, rules, 'account:1');
  return event;
}

/** Registers somebody new; answers the id, the address and the page behind the mailed link. */
async function comes(slug: string, changes: Parameters<typeof aPerson>[1] = {}) {
  people += 1;
  const person = aPerson(people, changes);
  const id = (await register(office, slug, person)).registrationId!;
  return { id, email: person.email, page: pageOf(id) };
}
const pageOf = (id: string, generation = 0) =>
  `/registrations/${office.get(Links).token('registration', id, generation)}`;
const statusOf = async (id: string) =>
  (await office.manager.query('SELECT status FROM registration WHERE id = $1', [id]))[0].status;
const everything = () =>
  office.manager.query(
    `SELECT (SELECT json_agg(r ORDER BY id) FROM registration r) AS registrations,
      (SELECT count(*) FROM message) AS messages, (SELECT json_agg(c) FROM claim c) AS claims,
      (SELECT count(*) FROM registration_change) AS changes`,
  );
const onList = async (eventId: string): Promise<number> =>
  (
    await office.manager.query(
      `SELECT count(*)::integer AS count FROM registration WHERE event_id = $1 AND status IN ('confirmed', 'waitlisted')`,
      [eventId],
    )
  )[0].count;
const subjects = async (email: string) => (await mailsTo(office, email)).map(({ subject }) => subject);
const text = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('One’s own registration', () => {
  it('is behind the mailed link, with all that was chosen', async () => {
    const { id, slug } = await plan({ items });
    const [walk] = await offerSessions(office, id, [5, 5]);
    const { email } = await comes(slug, { sessions: [walk!] });
    const [mail] = await mailsTo(office, email);
    const { body } = await browser.get(managePath(mail!));
    for (const said of ['You are registered', 'Rundgang', email]) expect(body).toContain(said);
    for (const way of ['change', 'substitute', 'withdraw']) expect(body).toContain(`/${way}"`);
  });

  it('leads to what was sent about changes of the event, and says what is still to be confirmed', async () => {
    const { id, slug } = await plan();
    const { page } = await comes(slug);
    const { page: later } = await comes((await plan()).slug);
    const to = { starts: '2027-01-26T14:00', ends: '2027-01-26T16:00', place: '' };
    const sending = { id: randomUUID(), actor: 'account:1' };
    await office.get(NoticeService).send(id, { what: 'moved', scope: 'event', to, text: {} }, sending);
    const notice = `${page}/notices/${sending.id}`;
    const { body } = await browser.get(`${page}?lang=en`);
    expect(body).toContain(`href="${notice}"`);
    expect(text(body)).toContain('Changed , sent Monday, 4 January 2027, 10:00 (CET)');
    expect(text(body)).toContain('please confirm that you have read it');
    await browser.submit(notice, notice, {});
    const read = text((await browser.get(`${page}?lang=en`)).body);
    expect(read).toContain('10:00 (CET) read');
    expect(read).not.toContain('please confirm');
    expect((await browser.get(`${later}?lang=en`)).body).not.toContain('/notices/');
  });

  it('wishes for no sessions any more once one has left, and promises the seat to nobody in particular', async () => {
    const { id, slug } = await plan({ items });
    const [tour] = await offerSessions(office, id, [5, 5]);
    const { page } = await comes(slug, { sessions: [tour!] });
    const before = await browser.get(page);
    expect(text(before.body)).toContain('Otherwise please withdraw, so that it becomes free for others.');
    // Nothing is to be added to “You are registered”.
    expect(before.body).not.toMatch(/kern-alert__body"><\/div>/);
    await browser.post(`${page}/withdraw`, {});
    expect(text((await browser.get(page)).body)).not.toMatch(/Sessions|wished for/);
  });

  it('names in French with the space that belongs before a colon', async () => {
    const { slug } = await plan();
    const { page } = await comes(slug);
    expect((await browser.get(`${page}?lang=fr`)).body).toContain('<title>Votre inscription\u00a0: ');
  });

  it('tells who moved up which sessions had been taken by then', async () => {
    const { id, slug } = await plan({ items }, { online: 2 });
    const [walk] = await offerSessions(office, id, [1, 5]);
    const [first] = [await comes(slug), await comes(slug, { sessions: [walk!] })];
    const waits = await comes(slug, { sessions: [walk!] });
    expect(text((await browser.get(waits.page)).body)).toContain('Rundgang (wished for)');
    await office.get(RegistrationService).withdraw(first.id, { actor: 'participant' });
    expect(text((await browser.get(waits.page)).body)).toContain('Rundgang (was fully booked already)');
  });

  it.each([
    ['onsite', /Where Rathaus, Saal 2 Meeting point Foyer Attendance on site For whom/],
    ['online', /Where online Joining .* Attendance online For whom/i],
  ] as const)('says where this person takes part in an event of both ways: %s', async (attendance, where) => {
    const dates = [
      { starts: '2027-01-25T10:00', ends: '2027-01-25T12:00', place: { de: 'Rathaus, Saal 2' } },
    ].map((date) => ({ ...date, meetingPoint: { de: 'Foyer' } }));
    const { slug } = await plan({ ...hybrid, dates });
    const { id, page } = await comes(slug, { attendance });
    expect(text((await browser.get(page)).body)).toMatch(where);
    const other = attendance === 'onsite' ? /Where[^:]*online/i : /Rathaus|Foyer/;
    expect(text((await browser.get(page)).body)).not.toMatch(other);
    // Who has left may return in either way.
    await office.get(RegistrationService).withdraw(id, { actor: 'participant' });
    expect(text((await browser.get(page)).body)).toMatch(/Rathaus, Saal 2 Online .*on site and online/);
  });

  it('has the appointment as a file only while there is a seat', async () => {
    const { slug } = await plan({}, { online: 1 });
    const [first, second] = [await comes(slug), await comes(slug)];
    const file = await browser.get(`${first.page}/appointment.ics`);
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.body).toContain('BEGIN:VEVENT');
    expect((await browser.get(second.page)).body).not.toContain('appointment.ics');
    expect((await browser.get(`${second.page}/appointment.ics`)).statusCode).toBe(404);
  });

  it('changes by no page that is only opened', async () => {
    const { slug } = await plan({}, {}, { verifyMinutes: 60, asksReason: true });
    const { page } = await comes(slug);
    const before = await everything();
    for (const way of [
      '',
      '/confirm',
      '/change',
      '/substitute',
      '/withdraw',
      '/accept',
      '/refuse',
      '/correct',
    ]) {
      expect((await browser.get(page + way)).statusCode).toBeLessThan(500);
    }
    expect(await everything()).toEqual(before);
  });

  it.each(['', '/confirm', '/change', '/correct', '/substitute', '/withdraw', '/accept', '/refuse'])(
    'is opened and changed by nobody else’s link: %s',
    async (way) => {
      const { slug } = await plan();
      const { page, id } = await comes(slug);
      const before = await everything();
      const wrong = page.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
      for (const path of [wrong, pageOf(id, 7), pageOf('0198c0de-0000-7000-8000-000000000001')]) {
        if (way) expect((await browser.post(path + way, {})).statusCode).toBe(404);
        expect((await browser.get(path + way)).statusCode).toBe(404);
      }
      expect(await everything()).toEqual(before);
    },
  );
});

describe('The link in a copy', () => {
  it('opens the same page without what the person answered, and changes nothing of it', async () => {
    const { id: eventId, slug } = await plan();
    const form = await askQuestions(office, eventId, [
      { sensitive: true, label: { de: 'Unverträglichkeiten' } },
    ]);
    const { id, page } = await comes(slug);
    await browser.post(`${page}/change`, { [`answers.${form.questions[0]!.id}`]: 'Zöliakie' });
    const own = text((await browser.get(page)).body);
    const copy = `/registrations/${office.get(Links).token('copy', id)}`;
    const { body } = await browser.get(copy);
    expect(text(body)).toContain('You are registered');
    expect(text(body)).not.toMatch(/Zöliakie|Unverträglichkeiten/);
    expect((await browser.get(`${copy}/change`)).body).not.toMatch(/Zöliakie|Unverträglichkeiten/);
    await browser.post(`${copy}/change`, { [`answers.${form.questions[0]!.id}`]: 'Nichts' });
    expect(own).toContain('Zöliakie');
    expect(text((await browser.get(page)).body)).toContain('Zöliakie');
  });
});

describe('An address to be confirmed', () => {
  it('is confirmed by a button behind the link, once', async () => {
    const { slug } = await plan({}, {}, { verifyMinutes: 60 });
    const { id, page } = await comes(slug);
    const { body } = await browser.get(`${page}/confirm`);
    expect(text(body)).toMatch(/Please confirm it by Monday,? 4 January 2027, 11:00/);
    for (const _ of [1, 2]) {
      const answer = await browser.post(`${page}/confirm`, {});
      expect(answer.headers.location).toBe(`${page}?done=confirmed`);
    }
    expect((await browser.get(`${page}?done=confirmed`)).body).toContain('You are registered');
    expect((await browser.get(`${page}/confirm`)).headers.location).toBe(page);
    expect(await statusOf(id)).toBe('confirmed');
  });

  it('that was not confirmed in time says so, and how to go on', async () => {
    const { slug } = await plan({}, {}, { verifyMinutes: 60 });
    const { id, page } = await comes(slug);
    office.clock.advance({ hours: 2 });
    const late = await browser.post(`${page}/confirm`, {});
    expect(late.statusCode).toBe(410);
    expect(late.body).toContain('The time to confirm the address is over.');
    expect(late.body).toContain(`/events/${slug}/register"`);
    expect(await statusOf(id)).toBe('expired');
    expect((await browser.get(page)).body).toContain('The e-mail address was not confirmed in time.');
  });
});

describe('A place that is offered', () => {
  async function offered() {
    const { slug } = await plan({}, { online: 1 }, { promotion: 'offer' });
    const [first, second, third] = [await comes(slug), await comes(slug), await comes(slug)];
    await office.get(RegistrationService).withdraw(first.id, { actor: 'participant' });
    expect(await statusOf(second.id)).toBe('offered');
    return { slug, second, third };
  }

  it('shows until when, and is accepted by a button', async () => {
    const { second } = await offered();
    const { body } = await browser.get(second.page);
    expect(text(body)).toMatch(/Please accept or decline the place by Wednesday,? 6 January 2027/);
    expect(body).toContain('After that the offer lapses, and with it your place in line.');
    expect((await browser.post(`${second.page}/accept`, {})).headers.location).toBe(
      `${second.page}?done=accepted`,
    );
    expect(await statusOf(second.id)).toBe('confirmed');
  });

  it('is accepted or declined, and neither given back nor handed on before that', async () => {
    const { second } = await offered();
    const { body } = await browser.get(second.page);
    for (const way of ['accept', 'refuse', 'correct']) expect(body).toContain(`"${second.page}/${way}"`);
    for (const way of ['withdraw', 'substitute']) expect(body).not.toContain(`${second.page}/${way}"`);
    expect(body).toContain('This does not accept the place yet.');
    expect(body).not.toContain('You keep your place.');
    await browser.post(`${second.page}/accept`, {});
    const { body: after } = await browser.get(second.page);
    for (const way of ['withdraw', 'substitute']) expect(after).toContain(`${second.page}/${way}"`);
  });

  it('is still declined by the button alone once the deadline for withdrawing has passed', async () => {
    const withdrawUntil = Temporal.Instant.from('2027-01-04T12:00:00Z');
    const { slug } = await plan({}, { online: 1 }, { promotion: 'offer', withdrawUntil });
    const [first, second] = [await comes(slug), await comes(slug)];
    await office.get(RegistrationService).withdraw(first.id, { actor: 'participant' });
    office.clock.set('2027-01-04T13:00:00Z');
    const { body } = await browser.get(second.page);
    expect(body).toContain(`${second.page}/refuse"`);
    expect(body).not.toContain('You could withdraw here until');
  });

  it('can be declined, and goes to the next', async () => {
    const { second, third } = await offered();
    expect((await browser.get(second.page)).body).not.toContain(`action="${second.page}/refuse"`);
    const before = await everything();
    expect((await browser.get(`${second.page}/refuse`)).body).toContain('You also lose your place in line.');
    expect(await everything()).toEqual(before);
    await browser.submit(`${second.page}/refuse`, `${second.page}/refuse`);
    expect([await statusOf(second.id), await statusOf(third.id)]).toEqual(['cancelled', 'offered']);
    expect((await browser.get(`${second.page}?done=refused`)).body).toContain('You have withdrawn');
  });

  it('tells who comes too late so, kindly, and leaves it to the next', async () => {
    const { second, third } = await offered();
    office.clock.advance({ hours: 24 * 5 });
    const late = await browser.post(`${second.page}/accept`, {});
    expect(late.statusCode).toBe(410);
    expect(late.body).toContain('The offer had lapsed before your answer came.');
    expect(late.body.match(/sorry/g)).toHaveLength(1);
    expect([await statusOf(second.id), await statusOf(third.id)]).toEqual(['expired', 'offered']);
    const page = text((await browser.get(second.page)).body);
    expect(page).toContain('was not accepted in time, and the offer has lapsed.');
    expect(page).toContain('you join the waiting list anew; your earlier position no longer counts.');
    expect(page).not.toContain('free again');
  });

  it('cannot be accepted by who was offered none', async () => {
    const { third } = await offered();
    expect((await browser.post(`${third.page}/accept`, {})).statusCode).toBe(409);
    expect(await statusOf(third.id)).toBe('waitlisted');
  });
});

describe('A request', () => {
  it('that was declined shows what the office said, as text', async () => {
    const { slug } = await plan({}, {}, { approval: true });
    const { id, page } = await comes(slug);
    expect((await browser.get(page)).body).toContain('Your request is awaiting approval');
    await office
      .get(RegistrationService)
      .decline(id, { actor: 'account:1', reason: 'Leider nur für <b>Fachleute</b>.' });
    const { body } = await browser.get(page);
    expect(body).toContain('Leider nur für &lt;b>Fachleute&lt;/b>.');
    expect(body).toContain('We are sorry, and hope to see you at another event.');
  });
});

describe('Changing one’s registration', () => {
  it('switches from the room to online, and the room seat is free for the first who waits for it', async () => {
    const { slug } = await plan(hybrid, { onsite: 1, online: 5 });
    const first = await comes(slug, { attendance: 'onsite' });
    const second = await comes(slug, { attendance: 'onsite' });
    const { body } = await browser.get(`${first.page}/change`);
    expect(text(body)).toMatch(/on site \(reserved for you\) online \(5 of 5 seats free\)/);
    const answer = await browser.submit(`${first.page}/change`, `${first.page}/change`, {
      attendance: 'online',
    });
    expect(answer.headers.location).toBe(`${first.page}?done=changed`);
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['confirmed', 'confirmed']);
  });

  it('is refused where the other side is full, and everything stays', async () => {
    const { slug } = await plan(hybrid, { onsite: 1, online: 5 });
    const online = await comes(slug, { attendance: 'online' });
    await comes(slug, { attendance: 'onsite' });
    const before = await everything();
    const answer = await browser.post(`${online.page}/change`, { attendance: 'onsite' });
    expect([answer.statusCode, answer.body]).toEqual([
      409,
      expect.stringContaining('There is no free seat for that at the moment.'),
    ]);
    expect(await everything()).toEqual(before);
  });

  it('takes another session, and refuses one that is taken or overlaps', async () => {
    const { id, slug } = await plan({ items });
    const [walk, talk] = await offerSessions(office, id, [1, 1]);
    const first = await comes(slug, { sessions: [walk!] });
    const second = await comes(slug, { sessions: [talk!] });
    const change = (sessions: string[]) => browser.post(`${second.page}/change`, { sessions });
    const taken = await change([walk!]);
    expect([taken.statusCode, taken.body]).toEqual([409, expect.stringContaining('href="#sessions"')]);
    expect(text(taken.body)).toContain('“Rundgang” has been taken meanwhile');
    // It is said by the summary alone, which leads to the field and has the focus.
    expect(taken.body).not.toContain('role="alert"');
    expect(taken.body.match(/ autofocus/g)).toHaveLength(1);
    const both = await change([walk!, talk!]);
    expect([both.statusCode, both.body]).toEqual([422, expect.stringContaining('href="#sessions"')]);
    await office.get(RegistrationService).withdraw(first.id, { actor: 'participant' });
    expect((await change([walk!])).statusCode).toBe(303);
    expect(text((await browser.get(second.page)).body)).toContain('Rundgang');
  });

  it('shows what one has oneself as one’s own and not as taken', async () => {
    const { id, slug } = await plan({ items });
    const [walk, talk] = await offerSessions(office, id, [1, 1]);
    const options = optionsOf(['Bus', 1], ['Rad', 1]);
    const form = await askQuestions(office, id, [{ kind: 'single', label: { de: 'Anreise' }, options }]);
    const [bus, bike] = form.questions[0]!.options.map((option) => option.id);
    const answers = (option?: string) => ({ [form.questions[0]!.id]: option });
    const first = await comes(slug, { sessions: [walk!], answers: answers(bus) });
    await comes(slug, { sessions: [talk!], answers: answers(bike) });
    const said = text((await browser.get(`${first.page}/change`)).body);
    expect(said).toMatch(/Rundgang \(reserved for you\) .*Vortrag \(fully booked\)/);
    expect(said).toMatch(/Bus \(reserved for you\) Rad \(fully booked\)/);
  });

  it('changes and takes back answers and consents', async () => {
    const { id, slug } = await plan();
    const form = await askQuestions(
      office,
      id,
      [{ label: { de: 'Anreise' } }, { label: { de: 'Bedarf' }, sensitive: true }],
      [{ purpose: 'list', text: { de: 'Liste' } }],
    );
    const [way, need] = form.questions.map((question) => question.id);
    const consent = form.consents[0]!.id;
    const { page } = await comes(slug, {
      answers: { [way!]: 'Bahn', [need!]: 'Rampe' },
      consents: { [consent]: true },
    });
    const shown = await browser.get(`${page}/change`);
    expect(shown.body).toContain('value="Rampe"');
    expect(shown.body).toMatch(new RegExp(`value="${consent}"[^>]*checked`));
    await browser.post(`${page}/change`, { [`answers.${way}`]: 'Rad', [`answers.${need}`]: '' });
    const { body } = await browser.get(page);
    expect(body).toContain('Rad');
    expect(body).not.toMatch(/Bahn|Rampe/);
    expect(
      await office.manager.query('SELECT given FROM consent_given WHERE consent_id = $1', [consent]),
    ).toEqual([{ given: false }]);
  });

  it.each([
    [
      'an unknown way of attending',
      { attendance: 'telepathy' },
      'This way of attending is not offered here. Please choose another.',
    ],
    ['no way of attending', {}, 'Please choose “on site” or “online”.'],
    [
      'a session that is none',
      { attendance: 'online', sessions: '<b>' },
      'This session cannot be chosen here.',
    ],
  ])('refuses %s, and everything stays', async (_, fields, why) => {
    const { slug } = await plan(hybrid);
    const { page } = await comes(slug, { attendance: 'online' });
    const before = await everything();
    const answer = await browser.post(`${page}/change`, fields as Record<string, string>);
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(why)]);
    expect(await everything()).toEqual(before);
  });
});

describe('Correcting name and address', () => {
  const correct = (page: string, fields: Record<string, string>) =>
    browser.submit(`${page}/correct`, `${page}/correct`, {
      firstName: 'Alma',
      lastName: 'Neuname',
      organization: '',
      ...fields,
    });

  it('works on a sold-out event, and keeps the place', async () => {
    const { slug } = await plan({}, { online: 1 });
    const first = await comes(slug);
    await comes(slug);
    const answer = await correct(first.page, { email: first.email });
    expect(answer.headers.location).toBe(`${first.page}?done=corrected`);
    const { body } = await browser.get(`${first.page}?done=corrected`);
    for (const said of ['Alma Neuname', 'You are registered', 'Name and address have been changed.']) {
      expect(body).toContain(said);
    }
  });

  it('sends a new link to a new address, and the old one opens nothing', async () => {
    const { slug } = await plan();
    const { id, page, email } = await comes(slug);
    const answer = await correct(page, { email: `neu.${email}` });
    expect(answer.body).toContain(`The link to your registration is in the latest e-mail to neu.${email}`);
    const old = await browser.get(page);
    expect([old.statusCode, text(old.body)]).toEqual([
      404,
      expect.stringContaining('from the latest e-mail'),
    ]);
    const [mail] = (await mailsTo(office, `neu.${email}`)).slice(-1);
    expect((await browser.get(managePath(mail!))).body).toContain('Alma Neuname');
    expect(await statusOf(id)).toBe('confirmed');
  });

  it('never makes two of the same person, keeps the seat, and says the same as of anybody else', async () => {
    const { id, slug } = await plan({}, { online: 1 });
    const [seated, waiting] = [await comes(slug), await comes(slug, { firstName: 'Ina' })];
    const answer = await correct(seated.page, {
      firstName: 'Ina',
      lastName: `Beispiel ${people}`,
      email: waiting.email,
    });
    expect([answer.statusCode, answer.body]).toEqual([
      200,
      expect.stringContaining(`The link to your registration is in the latest e-mail to ${waiting.email}`),
    ]);
    expect([await statusOf(seated.id), await statusOf(waiting.id)]).toEqual(['confirmed', 'cancelled']);
    const [mail] = (await mailsTo(office, waiting.email)).slice(-1);
    expect(text((await browser.get(managePath(mail!))).body)).toMatch(/You are registered.* Ina Beispiel/);
    expect((await browser.get(seated.page)).statusCode).toBe(404);
    expect(await recountSeats(office.manager)).toEqual([]);
    expect(await onList(id)).toBe(1);
  });

  it('tells the old mailbox and the second address the same whether or not that person is on the list', async () => {
    const { slug } = await plan();
    const there = await comes(slug, { firstName: 'Ina' });
    const ina = { firstName: 'Ina', lastName: `Beispiel ${people}` };
    const toldOf = async (email: string) => {
      people += 1;
      const [own, copies] = [`own${people}@stadt.test`, `copies${people}@stadt.test`];
      const party = { people: [aPerson(1, { email: own, language: 'en' })], copyTo: copies };
      const asking = { actor: 'participant', language: 'en' as const };
      const registered = await office.get(RegistrationService).register(slug, party, asking);
      await correct(pageOf(registered.people[0]!.registrationId!), { ...ina, email });
      const mails = [...(await mailsTo(office, own)), ...(await mailsTo(office, copies)).slice(1)];
      return mails
        .slice(1)
        .map(({ subject, text: said, calendar }) => [
          subject,
          said.replaceAll(own, '…').replaceAll(copies, '…'),
          calendar && /METHOD:\w+/.exec(calendar.content)?.[0],
        ]);
    };
    const told = await toldOf(there.email);
    const moved = 'Registration moved to another address: Safe squares';
    expect(told).toMatchObject([
      [moved, expect.not.stringContaining(there.email), undefined],
      [moved, expect.not.stringContaining(there.email), 'METHOD:CANCEL'],
    ]);
    expect(await toldOf(`niemand${people}@stadt.test`)).toEqual(told);
  });

  it('to a person who waits brings along neither copies nor answers', async () => {
    const { id, slug } = await plan({}, { online: 1 });
    const form = await askQuestions(office, id, [{ label: { de: 'Bedarf' } }]);
    const copies = `copies${people}@stadt.test`;
    const answers = { [form.questions[0]!.id]: 'Rampe' };
    const seated = await office
      .get(RegistrationService)
      .register(
        slug,
        { people: [aPerson(1, { answers })], copyTo: copies },
        { actor: 'participant', language: 'de' },
      );
    const waits = await comes(slug, { firstName: 'Ina' });
    const page = pageOf(seated.people[0]!.registrationId!);
    await correct(page, { firstName: 'Ina', lastName: `Beispiel ${people}`, email: waits.email });
    const [mail] = (await mailsTo(office, waits.email)).slice(-1);
    const { body } = await browser.get(managePath(mail!));
    expect(text(body)).toMatch(/You are registered.* Ina Beispiel/);
    expect(body).not.toContain('Rampe');
    const before = (await mailsTo(office, copies)).length;
    await browser.post(`${managePath(mail!)}/withdraw`, {});
    expect((await mailsTo(office, waits.email)).at(-1)?.subject).toMatch('Abgemeldet');
    expect(await mailsTo(office, copies)).toHaveLength(before);
  });

  it('says to who reads the mailbox of both that a colleague is there', async () => {
    const { slug } = await plan();
    const first = await comes(slug);
    const second = await comes(slug, { firstName: 'Ina', email: first.email });
    const answer = await correct(second.page, {
      firstName: 'Alma',
      lastName: `Beispiel ${people - 1}`,
      email: first.email,
    });
    expect([answer.statusCode, answer.body]).toEqual([
      409,
      expect.stringContaining('is on the list already'),
    ]);
  });

  it.each([
    ['no name', { lastName: ' ', email: 'a@b.test' }, '#lastName'],
    ['no address', { email: 'x' }, '#email'],
    ['an over-long name', { firstName: 'x'.repeat(101), email: 'a@b.test' }, '#firstName'],
  ])('refuses %s and leads to the field', async (_, fields, link) => {
    const { slug } = await plan();
    const { page } = await comes(slug);
    const before = await everything();
    const answer = await correct(page, fields);
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(`href="${link}"`)]);
    expect(await everything()).toEqual(before);
  });
});

describe('Correcting nothing', () => {
  it('changes nothing and tells nobody', async () => {
    const { slug } = await plan();
    const { page, email } = await comes(slug, { organization: 'Stadt Kiel' });
    const before = await everything();
    const answer = await browser.submit(`${page}/correct`, `${page}/correct`, {
      firstName: 'Alma',
      lastName: `Beispiel ${people}`,
      email,
      organization: 'Stadt Kiel',
    });
    expect(answer.headers.location).toBe(page);
    expect(await everything()).toEqual(before);
  });

  it('is not asked beside the choices, so that no button drops what was typed for another', async () => {
    const { slug } = await plan(hybrid);
    const { page } = await comes(slug, { attendance: 'online' });
    const changing = (await browser.get(`${page}/change`)).body;
    expect(changing).toContain('name="attendance"');
    expect(changing).not.toContain('name="lastName"');
    expect(changing.split(`action="${page}`)).toHaveLength(2);
    const own = await plan();
    const simple = await comes(own.slug);
    expect((await browser.get(simple.page)).body).not.toContain('/change"');
    expect((await browser.get(`${simple.page}/change`)).statusCode).toBe(303);
  });
});

describe('The page of who waits', () => {
  it('says of the offer what the mail says', async () => {
    const { slug } = await plan({}, { online: 1 }, { promotion: 'offer' });
    await comes(slug);
    const { page, email } = await comes(slug, { language: 'en' });
    const said = 'If one becomes free, we offer it to you by e-mail; shortly before the start';
    expect((await mailsTo(office, email))[0]?.text).toContain(said);
    const { body } = await browser.get(page);
    expect(body).toContain(said);
    expect(body).not.toContain('move up automatically');
  });

  it('says that the member has as many as it may, and until when', async () => {
    await aMember(office, 'Essen');
    const until = Temporal.Instant.from('2027-01-14T11:00:00Z');
    const { slug } = await planByRules(office, {
      seats: { online: 9 },
      contingents: { memberCap: 1, until },
    });
    await comes(slug, { organization: 'Essen' });
    const { page } = await comes(slug, { organization: 'Essen' });
    const { body } = await browser.get(page);
    expect(body).toContain('can have one seat at most and already has one.');
    expect(body).toContain('Until Thursday, 14 January 2027, 12:00 (CET)');
    expect(body).not.toContain('All places are taken');
  });

  it('points to seats in the other way of attending, and speaks of the place in line', async () => {
    const { slug } = await plan(hybrid, { onsite: 1, online: 5 });
    const first = await comes(slug, { attendance: 'onsite' });
    const waits = await comes(slug, { attendance: 'onsite' });
    const said = text((await browser.get(waits.page)).body);
    expect(said).toContain('There are still free seats online.');
    expect(said).toContain('You keep your place in line.');
    expect(said).toContain('Hand the place in line on');
    expect((await browser.get(first.page)).body).not.toContain('still free seats');
  });
});

describe('Handing the place on', () => {
  it('gives it to somebody else at once, and tells both', async () => {
    const { slug } = await plan({}, { online: 1 });
    const first = await comes(slug);
    const waits = await comes(slug);
    const other = `ersatz${people}@stadt.test`;
    const answer = await browser.submit(`${first.page}/substitute`, `${first.page}/substitute`, {
      firstName: 'Omar',
      lastName: 'Ersatz',
      email: other,
      organization: '',
    });
    expect(answer.body).toContain('Handed on to Omar Ersatz');
    expect(await statusOf(waits.id)).toBe('waitlisted');
    const [mail] = (await mailsTo(office, other)).slice(-1);
    expect((await browser.get(managePath(mail!))).body).toContain('You are registered');
    expect(await subjects(first.email)).toHaveLength(2);
  });

  it('leaves who had it with the truth and somebody to ask, and tells neither name nor address', async () => {
    const { slug } = await plan();
    const { page } = await comes(slug);
    const email = `ersatz${people}@stadt.test`;
    await browser.post(`${page}/substitute`, { firstName: 'Omar', lastName: 'Ersatz', email });
    const answers = await Promise.all([
      browser.get(page),
      browser.get(`${page}/withdraw`),
      browser.post(`${page}/withdraw`, {}),
      browser.get(`${page}/appointment.ics`),
    ]);
    for (const { statusCode, body } of answers) {
      expect([statusCode, text(body)]).toEqual([410, expect.stringContaining('is no longer in your name')]);
      expect(body).toContain('mailto:');
      expect(body).not.toMatch(/Omar|ersatz/);
    }
  });

  it('to somebody who is on the list already shows what it shows of anybody else, and leaves them one place', async () => {
    const { id, slug } = await plan();
    const [giver, stranger] = [await comes(slug), await comes(slug)];
    const there = await comes(slug, { firstName: 'Omar', lastName: 'Ersatz' });
    const other = `neu${people}@stadt.test`;
    const handOn = async ({ page }: { page: string }, email: string) => {
      const answer = await browser.post(`${page}/substitute`, {
        firstName: 'Omar',
        lastName: 'Ersatz',
        email,
      });
      const after = await browser.get(page);
      return [answer, after].map(({ statusCode, body }) => [statusCode, text(body.replaceAll(email, '…'))]);
    };
    office.clock.advance({ minutes: 11 });
    expect(await handOn(giver, there.email)).toEqual(await handOn(stranger, other));
    expect([await statusOf(giver.id), await statusOf(there.id), await onList(id)]).toEqual([
      'cancelled',
      'confirmed',
      2,
    ]);
    const told = 'Nicht mehr angemeldet';
    expect((await subjects(giver.email)).at(-1)).toContain(told);
    expect((await subjects(stranger.email)).at(-1)).toContain(told);
    expect(await subjects(there.email)).toHaveLength(2);
    expect(await recountSeats(office.manager)).toEqual([]);
  });

  it('takes along no answers that were only meant for the one before', async () => {
    const { id, slug } = await plan();
    const form = await askQuestions(office, id, [{ label: { de: 'Bedarf' }, sensitive: true }]);
    const { page } = await comes(slug, { answers: { [form.questions[0]!.id]: 'Rampe' } });
    const email = `ersatz${people}@stadt.test`;
    await browser.post(`${page}/substitute`, { firstName: 'Omar', lastName: 'Ersatz', email });
    const [mail] = (await mailsTo(office, email)).slice(-1);
    const { body } = await browser.get(managePath(mail!));
    expect(body).not.toContain('Rampe');
    expect(body).toContain('We still have questions for you about this event.');
  });

  it('of a place in line says so on its button, and nobody who waits is asked to stay registered', async () => {
    const { slug } = await plan({}, { online: 0 });
    const { page } = await comes(slug);
    expect((await browser.get(`${page}/substitute`)).body).toMatch(
      /Hand the place in line on<\/span><\/button>/,
    );
    expect((await browser.get(`${page}/withdraw`)).body).toContain('No, change nothing');
  });

  it('is not possible for a request, which is about the person', async () => {
    const { slug } = await plan({}, {}, { approval: true });
    const { page } = await comes(slug);
    expect((await browser.get(`${page}/substitute`)).headers.location).toBe(page);
  });

  it('refuses nobody as a substitute', async () => {
    const { slug } = await plan();
    const { page } = await comes(slug);
    const answer = await browser.post(`${page}/substitute`, { firstName: '<b>', email: 'x' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="&lt;b>"');
    for (const field of ['lastName', 'email']) expect(answer.body).toContain(`href="#${field}"`);
  });
});

describe('Withdrawing', () => {
  it('asks why where the event wants to know, and takes no answer for one', async () => {
    const { slug } = await plan({}, {}, { asksReason: true });
    const [first, second] = [await comes(slug), await comes(slug)];
    await browser.submit(`${first.page}/withdraw`, `${first.page}/withdraw`, { reason: ' Krank\0 ' });
    await browser.submit(`${second.page}/withdraw`, `${second.page}/withdraw`, { reason: '' });
    const reasons = await office.manager.query(
      `SELECT registration_id, reason FROM registration_change WHERE to_status = 'cancelled' AND registration_id = ANY($1)`,
      [[first.id, second.id]],
    );
    expect(reasons).toEqual(
      expect.arrayContaining([
        { registration_id: first.id, reason: 'Krank' },
        { registration_id: second.id, reason: null },
      ]),
    );
  });

  it('refuses a reason that is a book', async () => {
    const { slug } = await plan({}, {}, { asksReason: true });
    const { id, page } = await comes(slug);
    const answer = await browser.post(`${page}/withdraw`, { reason: 'x'.repeat(501) });
    expect([answer.statusCode, answer.body]).toEqual([
      422,
      expect.stringContaining('At most 500 characters.'),
    ]);
    expect(await statusOf(id)).toBe('confirmed');
  });

  it('is possible until the event’s deadline, which the page names; then the office helps', async () => {
    const withdrawUntil = Temporal.Instant.from('2027-01-20T11:00:00Z');
    const { slug } = await plan({}, {}, { withdrawUntil });
    const { id, page } = await comes(slug);
    expect(text((await browser.get(page)).body)).toMatch(/until Wednesday,? 20 January 2027, 12:00 \(CET\)/);
    office.clock.set('2027-01-20T11:00:00Z');
    const { body } = await browser.get(page);
    expect(body).not.toMatch(/\/withdraw"/);
    expect(text(body)).toContain('Please let the office know all the same.');
    expect((await browser.post(`${page}/withdraw`, {})).statusCode).toBe(409);
    expect(await statusOf(id)).toBe('confirmed');

    // Whoever cannot come may still send somebody, and a letter of a name can be put right until the start.
    expect(body).toMatch(/\/substitute"/);
    office.clock.set('2027-01-25T09:00:00Z');
    const person = { firstName: 'A', lastName: 'B', email: 'a@b.test' };
    for (const way of ['substitute', 'change', 'correct']) {
      expect((await browser.post(`${page}/${way}`, person)).statusCode).toBe(409);
    }
  });
});
