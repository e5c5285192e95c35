import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ContactService } from '#member';
import { Clerk, recountSeats } from '#registration';
import { type Office, openOffice } from '../../../apps/web/test/open-office.js';
import { read } from '../../../libs/icalendar/test/reader.js';
import { mailsTo, managePath, type Received } from '../../builders/mails.js';
import { aPerson, register } from '../../builders/people.js';
import { aMember, planByRules } from '../../builders/rules.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => office.clock.set('2027-01-04T09:00:00Z'));
afterEach(async () => expect(await recountSeats(office.manager)).toEqual([]));

let met = 0;
/** Somebody new registers in English; answers who, with their own pages. */
async function come(slug: string, organization?: string) {
  met += 1;
  const person = aPerson(met, { language: 'en', organization });
  const { answer } = await register(office, slug, person);
  const browser = office.browser();
  const mails = () => mailsTo(office, person.email);
  const own = managePath((await mails())[0]!);
  return {
    answer,
    mails,
    subjects: async () => (await mails()).map(({ subject }) => subject.replace(': Safe squares', '')),
    page: async () => wordsIn((await browser.get(own)).body),
    press: async (deed: string) => {
      const { statusCode, headers, body } = await browser.post(`${own}/${deed}`, {});
      const next = headers.location ? (await browser.get(String(headers.location))).body : body;
      return { statusCode, text: wordsIn(next) };
    },
  };
}

/** It is that time, and the worker looks what is due. */
async function itIs(moment: string): Promise<void> {
  office.clock.set(moment);
  await office.get(Clerk).lookAround();
}

const wordsIn = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** The appointment in a mail as a calendar client reads it. */
function appointmentIn(mail: Received | undefined) {
  const calendar = mail?.calendar && read(mail.calendar.content);
  const [entry] = calendar?.entries ?? [];
  return entry && { method: calendar?.method, uid: entry.uid, sequence: entry.sequence };
}

describe('An offer', () => {
  const oneSeat = { seats: { online: 1 }, rules: { promotion: 'offer' as const } };

  it('that nobody takes by its deadline goes to the next, and the late click says so kindly', async () => {
    const { slug } = await planByRules(office, oneSeat);
    const [holder, asked, next] = [await come(slug), await come(slug), await come(slug)];
    await holder.press('withdraw');
    expect(await asked.page()).toContain('A place is free for you Please accept or decline the place by');
    expect(await next.page()).toContain('You are no. 1 on the waiting list');

    // Two working days from Monday at ten.
    await itIs('2027-01-06T08:59:59Z');
    expect(await asked.page()).toContain('A place is free for you');
    await itIs('2027-01-06T09:00:00Z');

    expect(await asked.subjects()).toEqual([
      'Waiting list',
      'A place for you, please answer',
      'Deadline passed',
    ]);
    expect((await asked.mails()).map(appointmentIn)).toEqual([undefined, undefined, undefined]);
    const late = await asked.press('accept');
    expect(late.statusCode).toBe(410);
    expect(late.text).toContain('The place offered was not accepted in time, and the offer has lapsed');
    expect(late.text).toContain('We are sorry.');
    expect((await asked.press('refuse')).statusCode).toBe(410);

    const taken = await next.press('accept');
    expect([taken.statusCode, taken.text]).toEqual([303, expect.stringContaining('You are registered')]);
    const [, , confirmation] = await next.mails();
    expect(appointmentIn(confirmation)).toMatchObject({ method: 'REQUEST' });
    expect(await next.subjects()).toHaveLength(3);
    // A second click is no second answer.
    expect((await next.press('accept')).statusCode).toBe(303);
    expect(await next.subjects()).toHaveLength(3);
  });

  it('clicked too late is over, even where no worker has looked since', async () => {
    const { slug } = await planByRules(office, oneSeat);
    const [holder, asked, next] = [await come(slug), await come(slug), await come(slug)];
    await holder.press('withdraw');

    office.clock.set('2027-01-06T09:00:00Z');
    const late = await asked.press('accept');

    expect(late.statusCode).toBe(410);
    expect(late.text).toContain('The offer had lapsed before your answer came');
    expect(await next.page()).toContain('A place is free for you');
    await itIs('2027-01-06T09:00:15Z');
    expect(await asked.subjects()).toHaveLength(3);
    expect(await next.subjects()).toEqual(['Waiting list', 'A place for you, please answer']);
  });

  it('that is refused goes to the next at once', async () => {
    const { slug } = await planByRules(office, oneSeat);
    const [holder, asked, next] = [await come(slug), await come(slug), await come(slug)];
    await holder.press('withdraw');

    expect((await asked.press('refuse')).statusCode).toBe(303);

    expect(await next.page()).toContain('A place is free for you');
    expect((await asked.press('accept')).statusCode).toBe(409);
  });
});

describe('Two seats per member until 14 January, then open', () => {
  // The midnight after the 14th in Berlin.
  const release = '2027-01-14T23:00:00Z';
  const contingents = { memberCap: 2, until: Temporal.Instant.from(release) };
  beforeAll(async () => {
    for (const city of ['Essen', 'Bochum', 'Moers']) await aMember(office, city);
  });

  it('lets a city’s third wait although seats are free, until the 15th', async () => {
    const { slug } = await planByRules(office, { seats: { online: 5 }, contingents });
    const [first, second, third] = [
      await come(slug, 'Essen'),
      await come(slug, 'Essen'),
      await come(slug, 'Essen'),
    ];
    const other = await come(slug, 'Bochum');
    expect([first, second, third, other].map(({ answer }) => answer)).toEqual([
      { status: 'confirmed' },
      { status: 'confirmed' },
      { status: 'waitlisted', position: 1 },
      { status: 'confirmed' },
    ]);

    await itIs('2027-01-14T22:59:59Z');
    expect(await third.page()).toContain('You are no. 1 on the waiting list');
    await itIs(release);

    expect(await third.page()).toContain('You are registered');
    expect(await third.subjects()).toEqual(['Waiting list', 'A place for you, registered']);
    expect(appointmentIn((await third.mails())[1])).toMatchObject({ method: 'REQUEST' });
    await itIs('2027-01-15T08:00:00Z');
    expect(await third.subjects()).toHaveLength(2);
    expect((await come(slug, 'Essen')).answer).toEqual({ status: 'confirmed' });
  });

  it('lets a city without a seat go before a city’s third, before and after that day', async () => {
    const fair = { seats: { online: 3 }, rules: { lineOrder: 'fair' as const }, contingents };
    const { slug } = await planByRules(office, fair);
    const essen = [await come(slug, 'Essen'), await come(slug, 'Essen'), await come(slug, 'Essen')];
    const bochum = await come(slug, 'Bochum');
    const moers = await come(slug, 'Moers');
    expect(bochum.answer).toEqual({ status: 'confirmed' });
    expect(moers.answer.status).toBe('waitlisted');

    await itIs(release);
    expect(await essen[2]!.page()).toContain('on the waiting list');
    await bochum.press('withdraw');
    expect(await moers.page()).toContain('You are registered');
    expect(await essen[2]!.page()).toContain('You are no. 1 on the waiting list');

    await essen[0]!.press('withdraw');
    expect(await essen[2]!.page()).toContain('You are registered');
  });
});

describe('A delegation of five seats', () => {
  const inMarch = {
    format: 'onsite' as const,
    dates: [{ starts: '2027-03-18T10:00', ends: '2027-03-18T16:00', place: { de: 'Rathaus' } }],
  };
  // 14 days before the start, at six in the evening.
  const deadline = '2027-03-04T17:00:00Z';

  it('gives back the two without a name in time; a swap keeps the seat and its entry in the calendar', async () => {
    const { slug } = await planByRules(office, { event: inMarch, seats: { onsite: 5 } });
    const { home, browser } = await aCoordinator();
    const form = `${home}/events/${slug}`;
    const names = ['Ada', 'Bea', 'Cleo'];
    const people = names.flatMap((name, index) => Object.entries(fieldsFor(name, `people.${index}.`)));
    const party = { ...Object.fromEntries(people), unnamed: '2', together: 'many' };
    const sent = await browser.submit(form, form, party);
    const delegation = String(sent.headers.location).replace(/\?.*/, '');
    const waiting = [await come(slug), await come(slug), await come(slug)];
    expect(waiting.map(({ answer }) => answer)).toEqual(
      [1, 2, 3].map((position) => ({ status: 'waitlisted', position })),
    );
    const [ada] = await mailsTo(office, 'ada@ruhrtal.test');
    expect(appointmentIn(ada)).toMatchObject({ method: 'REQUEST' });

    await itIs('2027-03-04T16:59:59Z');
    expect(await waiting[0]!.page()).toContain('You are no. 1 on the waiting list');
    await itIs(deadline);
    expect(await waiting[0]!.page()).toContain('You are registered');
    expect(await waiting[1]!.page()).toContain('You are registered');
    expect(await waiting[2]!.page()).toContain('You are no. 1 on the waiting list');
    expect(await waiting[1]!.subjects()).toEqual(['Waiting list', 'A place for you, registered']);

    const { body } = await browser.get(delegation);
    const [seat] = body.match(/\/delegation\/[^"]+\/seats\/[\da-f-]{36}/) ?? [];
    const swapped = await browser.submit(`${seat}`, `${seat}/person`, fieldsFor('Dora'));
    expect(swapped.statusCode).toBe(303);

    const goodbye = (await mailsTo(office, 'ada@ruhrtal.test')).at(-1);
    const welcome = (await mailsTo(office, 'dora@ruhrtal.test')).at(-1);
    const { uid, sequence } = appointmentIn(ada)!;
    expect(goodbye?.subject).toMatch(/^No longer registered/);
    expect(appointmentIn(goodbye)).toEqual({ method: 'CANCEL', uid, sequence: sequence + 1 });
    expect(welcome?.subject).toMatch(/^Registered/);
    expect(appointmentIn(welcome)).toMatchObject({ method: 'REQUEST', uid });
    // The old link opens nothing any more; nobody has moved up or down by it.
    expect((await office.browser().get(managePath(ada!))).statusCode).toBe(410);
    expect(await waiting[2]!.page()).toContain('You are no. 1 on the waiting list');
  });

  it('keeps its place in the line when somebody who waits is swapped', async () => {
    const { slug } = await planByRules(office, { event: inMarch, seats: { onsite: 1 } });
    const { home, browser } = await aCoordinator();
    const holder = await come(slug);
    const form = `${home}/events/${slug}`;
    const party = { ...fieldsFor('Eva', 'people.0.'), unnamed: '0', together: 'many' };
    const sent = await browser.submit(form, form, party);
    const behind = await come(slug);
    const { body } = await browser.get(String(sent.headers.location));
    const [seat] = body.match(/\/delegation\/[^"]+\/seats\/[\da-f-]{36}/) ?? [];
    await browser.submit(`${seat}`, `${seat}/person`, fieldsFor('Finn'));

    await holder.press('withdraw');

    expect((await mailsTo(office, 'finn@ruhrtal.test')).map(({ subject }) => subject.split(':')[0])).toEqual([
      'Waiting list',
      'A place for you, registered',
    ]);
    expect(await behind.page()).toContain('You are no. 1 on the waiting list');
  });

  let cities = 0;
  /** Somebody who coordinates a new member's people, on their page. */
  async function aCoordinator() {
    cities += 1;
    const memberId = await aMember(office, `Ruhrtal ${cities}`);
    const email = `kora.${cities}@ruhrtal.test`;
    const kora = { memberId, firstName: 'Kora', lastName: 'Amt', email, language: 'en' as const };
    await office.get(ContactService).add({ ...kora, roles: ['coordinator'] }, 'account:1');
    const browser = office.browser();
    await browser.post('/my', { email });
    const [mail] = await mailsTo(office, email);
    return { home: /\/my\/[\w-]{43}/.exec(mail!.text)![0].replace('/my/', '/delegation/'), browser };
  }

  const fieldsFor = (name: string, prefix = '') => ({
    [`${prefix}firstName`]: name,
    [`${prefix}lastName`]: 'Amt',
    [`${prefix}email`]: `${name.toLowerCase()}@ruhrtal.test`,
  });
});
