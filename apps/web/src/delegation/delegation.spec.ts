import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DelegationList } from '#delegation';
import { type Contact, ContactService, MemberService, type NewContact } from '#member';
import { DeskRulesService } from '#registration';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo, managePath } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let browser: Browser;
let essen: string;
let kora: Contact;
let berta: Contact;
let cities = 0;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  office.clock.set('2027-01-04T09:00:00Z');
  cities += 1;
  browser = office.browser();
  essen = await aCity('Essen');
  kora = await aContact(essen, 'Kora', { roles: ['coordinator'] });
  berta = await aContact(await aCity('Bonn'), 'Berta', { roles: ['coordinator'] });
});

const aCity = (name: string) =>
  office.get(MemberService).add({ name: `${name} ${cities}`, kind: 'city', from: '2020-01-01' }, 'account:1');

async function aContact(memberId: string, firstName: string, more: Partial<NewContact> = {}) {
  const email = `${firstName.toLowerCase()}@stadt${cities}.test`;
  const contact = { memberId, firstName, lastName: 'Muster', email, language: 'en' as const, ...more };
  const contacts = office.get(ContactService);
  return contacts.byId(await contacts.add(contact, 'account:1'));
}

/** The coordinator's pages, by the link that is mailed for the own page. */
async function homeOf({ email }: Contact): Promise<string> {
  await office.browser().post('/my', { email: email! });
  const [mail] = (await mailsTo(office, email!)).filter(({ text }) => /\/my\/[\w-]{43}/.test(text));
  return /\/my\/[\w-]{43}/.exec(mail!.text)![0].replace('/my/', '/delegation/');
}

const inFebruary = { dates: [{ starts: '2027-02-18T10:00', ends: '2027-02-18T16:00' }] };
const workshop = (seats: number, changes = {}) =>
  planEvent(
    office,
    { format: 'onsite', title: { en: 'Bridges' }, ...inFebruary, ...changes },
    { onsite: seats },
  );

const colleague = (
  index: number,
  firstName: string,
  email = `${firstName.toLowerCase()}@stadt${cities}.test`,
) => ({
  [`people.${index}.firstName`]: firstName,
  [`people.${index}.lastName`]: 'Muster',
  [`people.${index}.email`]: email,
});
const textOf = (body: string): string =>
  body
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const registrations = async (eventId: string): Promise<number> => {
  const [row] = await office.manager.query(
    `SELECT count(*)::integer FROM registration WHERE event_id = $1 AND status <> 'cancelled'`,
    [eventId],
  );
  return row.count;
};

/** Registers and opens the delegation's page; answers its address. */
async function delegated(home: string, slug: string, fields: Record<string, string>): Promise<string> {
  const page = `${home}/events/${slug}`;
  const { headers, statusCode } = await browser.submit(page, page, {
    unnamed: '0',
    together: 'many',
    ...fields,
  });
  expect(statusCode).toBe(303);
  return String(headers.location).replace('?done=registered', '');
}

/** The addresses of the seats' pages, in the order of the table. */
async function seatsOf(delegation: string): Promise<string[]> {
  const { body } = await browser.get(delegation);
  return [...body.matchAll(/href="(\/(?:office\/)?delegations?\/[^"]*\/seats\/[\da-f-]{36})"/g)].map(
    ([, href]) => href!,
  );
}

describe('A coordinator', () => {
  it('finds the delegations on the own page, and the events that are open', async () => {
    const { slug } = await workshop(5);
    const secret = await workshop(5, { title: { en: 'Secret' }, audience: 'invited' });
    const home = await homeOf(kora);
    const my = await browser.get(home.replace('/delegation/', '/my/'));
    expect(my.body).toContain(`href="${home}"`);
    const { body } = await browser.get(home);
    expect(body).toContain(`href="${home}/events/${slug}"`);
    expect(body).not.toContain('Secret');
    const form = `${home}/events/${secret.slug}`;
    expect((await browser.get(form)).statusCode).toBe(403);
    expect((await browser.post(form, { ...colleague(0, 'Ada'), unnamed: '0' })).statusCode).toBe(403);
    expect((await browser.get('/delegation')).headers.location).toBe('/my');
  });

  it('reads why people wait though seats are free', async () => {
    const until = Temporal.Instant.from('2027-01-14T11:00:00Z');
    const { id, slug } = await workshop(9);
    const contingents = { memberGuaranteed: 0, memberCap: 1, overrides: {}, until };
    await office.get(DeskRulesService).saveContingents(id, contingents, 'account:1');
    const page = await delegated(await homeOf(kora), slug, { ...colleague(0, 'Ada'), ...colleague(1, 'Bo') });
    const said = 'your member organization can have one seat at most and already has one.';
    expect((await browser.get(page)).body).toContain(said);
    office.clock.set('2027-01-14T11:00:00Z');
    expect((await browser.get(page)).body).not.toContain(said);
  });

  it('registers people with and without a name, and sees who has a seat and who waits', async () => {
    const { slug } = await workshop(3);
    const home = await homeOf(kora);
    const page = await delegated(home, slug, {
      ...colleague(0, 'Ada'),
      ...colleague(1, 'Bo', ''),
      unnamed: '2',
    });
    const { body } = await browser.get(`${page}?done=registered`);
    const text = textOf(body);
    expect(text).toContain('3 seats are certain, 1 waits.');
    expect(text).toContain('2 seats without a name, to be named by Thursday, 4 February 2027');
    expect(text).toMatch(/Ada Muster ada@\S+ Registered/);
    expect(text).toMatch(new RegExp(`Bo Muster ${kora.email} Registered`));
    expect(text).toContain('N. N. – Waiting list, no. 1');
    const [mail] = await mailsTo(office, `ada@stadt${cities}.test`);
    expect(mail?.text).toContain(`Kora Muster (Essen ${cities})`);
    const list = textOf((await browser.get(home)).body);
    expect(list).toContain('2 people, 2 seats without a name, 1 of these waiting');
  });

  it('reads that the office decides before the request is sent, and the naming deadline once it is approved', async () => {
    const { id, slug } = await workshop(1);
    await office.get(DeskRulesService).save(id, { approval: true }, 'account:1');
    await register(office, slug, aPerson(1));
    const home = await homeOf(kora);
    const form = textOf((await browser.get(`${home}/events/${slug}`)).body);
    expect(form).toContain('The office decides who takes part');
    expect(form).toContain('Send the request for the delegation');
    const inOffice = await office.signedIn();
    const ours = await inOffice.get(`/office/events/${id}/delegations/new?coordinator=${kora.id}`);
    expect(ours.body).not.toContain('The office decides');
    await delegated(home, slug, { ...colleague(0, 'Ada'), unnamed: '1' });
    const letter = async (subject: string) =>
      (await mailsTo(office, kora.email!)).find((mail) => mail.subject.startsWith(subject))?.text;
    expect(await letter('Your delegation:')).toContain('To be decided: 2');
    expect(await letter('Your delegation:')).not.toContain('no name yet');
    const [line] = await office.get(DelegationList).ofEvent(id);
    const approve = `/office/delegations/${line!.id}/approve`;
    await inOffice.submit(approve, approve, { mail: '1', reason: '' });
    expect(await letter('Your delegation has been approved')).toContain('One seat has no name yet');
  });

  it('registers nobody twice by sending the form twice', async () => {
    const { id, slug } = await workshop(5);
    const page = `${await homeOf(kora)}/events/${slug}`;
    const { body } = await browser.get(page);
    const submission = /name="submission" value="([^"]*)"/.exec(body)![1]!;
    const form = { submission, ...colleague(0, 'Ada'), unnamed: '2', together: 'many' };
    const answers = await Promise.all([1, 2].map(() => browser.post(page, form)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await registrations(id)).toBe(3);
  });

  it('waits with the whole group where all or nobody shall come', async () => {
    const { slug } = await workshop(2);
    const fields = { ...colleague(0, 'Ada'), unnamed: '2', together: 'together' };
    const page = await delegated(await homeOf(kora), slug, fields);
    const text = textOf((await browser.get(`${page}?done=registered`)).body);
    expect(text).toContain('Nobody has a seat yet, 3 wait.');
    expect(text).toContain('The group waits until there are seats for all of it.');
  });

  it('gets the form back with everything typed and what is wrong', async () => {
    const { id, slug } = await workshop(5, { format: 'hybrid' });
    const page = `${await homeOf(kora)}/events/${slug}`;
    const again = await browser.submit(page, page, {
      ...colleague(0, 'Ada', 'no address'),
      ...colleague(1, ''),
      ...colleague(2, 'Cem'),
      ...colleague(3, 'CEM', `cem@stadt${cities}.test`),
      unnamed: 'three',
      together: 'together',
    });
    expect(again.statusCode).toBe(422);
    for (const field of ['people.0.email', 'people.1.firstName', 'unnamed', 'attendance']) {
      expect(again.body).toContain(`href="#${field}"`);
      expect(again.body).toContain(`id="${field}"`);
    }
    expect(again.body).toContain('value="no address"');
    expect(again.body).toMatch(/value="together"[^>]*checked|checked[^>]*value="together"/);
    const empty = await browser.submit(page, page, { unnamed: '', attendance: 'onsite' });
    expect([empty.statusCode, empty.body.includes('at least one person')]).toEqual([422, true]);
    const crowd = await browser.submit(page, page, {
      ...colleague(0, 'Ada'),
      unnamed: '50',
      attendance: 'onsite',
    });
    expect([crowd.statusCode, crowd.body.includes('At most 50 seats')]).toEqual([422, true]);
    const twins = { ...colleague(0, 'Cem'), ...colleague(1, 'CEM', `Cem@stadt${cities}.test`) };
    const twice = await browser.submit(page, page, { ...twins, attendance: 'online' });
    expect([twice.statusCode, twice.body.includes('href="#people.1.lastName"')]).toEqual([422, true]);
    expect(await registrations(id)).toBe(0);
  });

  it('adds and removes rows without losing what was typed', async () => {
    const { slug } = await workshop(5);
    const page = `${await homeOf(kora)}/events/${slug}`;
    const typed = { ...colleague(0, 'Ada'), ...colleague(1, 'Bo'), unnamed: '1' };
    const more = await browser.submit(page, page, { ...typed, add: '1' });
    expect([more.statusCode, more.body.includes('name="people.2.firstName"')]).toEqual([200, true]);
    const fewer = await browser.submit(page, page, { ...typed, remove: '0' });
    expect(fewer.body).toContain('name="people.0.firstName"');
    expect(fewer.body).toContain('value="Bo"');
    expect(fewer.body).not.toContain('value="Ada"');
  });

  it('names a seat, swaps a person, keeps the place and gives it back; each is told', async () => {
    const { slug } = await workshop(5);
    const page = await delegated(await homeOf(kora), slug, { ...colleague(0, 'Ada'), unnamed: '1' });
    const [ada, nobody] = await seatsOf(page);
    const person = (firstName: string) => ({
      firstName,
      lastName: 'Muster',
      email: `${firstName.toLowerCase()}@stadt${cities}.test`,
    });
    const named = await browser.submit(nobody!, `${nobody}/person`, person('Bo'));
    expect(named.headers.location).toBe(`${page}?done=named`);
    const swapped = await browser.submit(ada!, `${ada}/person`, person('Cem'));
    expect(swapped.headers.location).toBe(`${page}?done=swapped`);
    expect(await mailsTo(office, `bo@stadt${cities}.test`)).toHaveLength(1);
    expect(await mailsTo(office, `ada@stadt${cities}.test`)).toHaveLength(2);
    const kept = await browser.submit(ada!, `${ada}/keep`);
    expect(kept.headers.location).toBe(`${page}?done=kept`);
    expect(textOf((await browser.get(page)).body)).toMatch(/Bo Muster .*N\. N\./);
    const gone = await browser.submit(ada!, `${ada}/withdraw`);
    expect(gone.headers.location).toBe(`${page}?done=withdrawn`);
    expect((await browser.get(ada!)).statusCode).toBe(404);
    expect(textOf((await browser.get(page)).body)).toMatch(/Bo Muster .* N\. N\. – Withdrawn/);
  });

  it('corrects a name, and the person keeps link and answers; another name is somebody else', async () => {
    const { slug } = await workshop(5);
    const page = await delegated(await homeOf(kora), slug, {
      ...colleague(0, 'Ada'),
      'people.0.lastName': 'Mutser',
    });
    const [seat] = await seatsOf(page);
    const [mail] = await mailsTo(office, `ada@stadt${cities}.test`);
    const correct = (firstName: string, lastName: string) =>
      browser.submit(seat!, `${seat}/correct`, {
        'correct.firstName': firstName,
        'correct.lastName': lastName,
      });
    const wrong = await correct('Ada', '');
    expect([wrong.statusCode, wrong.body.includes('href="#correct.lastName"')]).toEqual([422, true]);
    const other = await correct('Bodo', 'Schmidt');
    expect([other.statusCode, textOf(other.body)]).toEqual([
      409,
      expect.stringContaining('That is the name of another person.'),
    ]);
    expect(other.body).toContain('value="Bodo"');
    const done = await correct('Ada', 'Muster');
    expect(done.headers.location).toBe(`${page}?done=corrected`);
    const text = textOf((await browser.get(`${page}?done=corrected`)).body);
    expect(text).toMatch(/The name is corrected\..* Ada Muster ada@/);
    const mails = await mailsTo(office, `ada@stadt${cities}.test`);
    expect(mails).toHaveLength(2);
    expect(mails.some(({ text }) => text.includes('The name or address has been corrected.'))).toBe(true);
    expect((await browser.get(managePath(mail!))).statusCode).toBe(200);
    const [change] = await office.manager.query(
      'SELECT what, detail, actor FROM registration_change WHERE registration_id = $1 ORDER BY id DESC LIMIT 1',
      [seat!.split('/').at(-1)],
    );
    expect(change).toEqual({
      what: 'corrected',
      detail: { lastName: ['Mutser', 'Muster'] },
      actor: `contact:${kora.id}`,
    });
  });

  it('does not swap a person for the same one: another spelling is mended, and nobody is told of leaving', async () => {
    const { slug } = await workshop(5);
    const page = await delegated(await homeOf(kora), slug, colleague(0, 'Adda'));
    const [seat] = await seatsOf(page);
    const person = (firstName: string) => ({
      firstName,
      lastName: 'Muster',
      email: `adda@stadt${cities}.test`,
    });
    const same = await browser.submit(seat!, `${seat}/person`, person('Adda'));
    expect([same.statusCode, textOf(same.body)]).toEqual([
      409,
      expect.stringContaining('This person has the seat already.'),
    ]);
    const respelled = await browser.submit(seat!, `${seat}/person`, person('Ádda'));
    expect(respelled.headers.location).toBe(`${page}?done=corrected`);
    // Colleagues who read the same mailbox, one of nearly the same name.
    for (const firstName of ['Ada', 'Bodo']) {
      const colleagueThere = await browser.submit(seat!, `${seat}/person`, person(firstName));
      expect(colleagueThere.headers.location).toBe(`${page}?done=swapped`);
    }
  });

  it('is told when a colleague was quicker, and a second click does nothing more', async () => {
    const { slug } = await workshop(5);
    const page = await delegated(await homeOf(kora), slug, { unnamed: '1' });
    const [seat] = await seatsOf(page);
    const version = /name="version" value="(\d+)"/.exec((await browser.get(seat!)).body)![1]!;
    const send = (firstName: string) =>
      browser.post(`${seat}/person`, { version, firstName, lastName: 'Muster', email: '' });
    expect((await send('Ada')).statusCode).toBe(303);
    expect((await send('Ada')).statusCode).toBe(303);
    const late = await send('Bo');
    expect([late.statusCode, textOf(late.body)]).toEqual([409, expect.stringContaining('changed meanwhile')]);
    expect(textOf((await browser.get(page)).body)).toContain('Ada Muster');
  });

  it('cannot ask for seats without a name after the naming deadline, and the form says so', async () => {
    const { slug } = await workshop(5);
    const home = await homeOf(kora);
    office.clock.set('2027-02-04T17:00:00Z');
    const page = `${home}/events/${slug}`;
    const { body } = await browser.get(page);
    expect(body).toContain('Seats without a name are no longer possible');
    expect(body).not.toContain('id="unnamed"');
    const refused = await browser.submit(page, page, { ...colleague(0, 'Ada'), unnamed: '1' });
    expect([refused.statusCode, textOf(refused.body)]).toEqual([
      409,
      expect.stringContaining('possible until 04 Feb 2027 only'),
    ]);
  });

  it('reads everything in German and French too, without a raw key', async () => {
    const { slug } = await workshop(1);
    const page = await delegated(await homeOf(kora), slug, { ...colleague(0, 'Ada'), unnamed: '1' });
    const [seat] = await seatsOf(page);
    const home = page.replace(/\/[\da-f-]{36}$/, '');
    for (const lang of ['de', 'fr']) {
      for (const address of [home, `${home}/events/${slug}`, page, seat!]) {
        const { body, statusCode } = await browser.get(`${address}?lang=${lang}`);
        expect([statusCode, body.includes(`lang="${lang}"`)]).toEqual([200, true]);
        expect(textOf(body)).not.toMatch(/delegation\.|undefined|\{\w+/);
      }
    }
  });

  it('escapes what people are called', async () => {
    const { slug } = await workshop(5);
    const fields = { ...colleague(0, '<b>Ada</b>'), 'people.0.email': '' };
    const page = await delegated(await homeOf(kora), slug, fields);
    const { body } = await browser.get(page);
    expect(body).toContain('&lt;b>Ada&lt;/b>');
    expect(body).not.toContain('<b>Ada</b>');
  });
});

describe('What a coordinator never sees', () => {
  it('are other members’ people: their delegations, seats and forms are unknown', async () => {
    const { id, slug } = await workshop(5);
    const page = await delegated(await homeOf(kora), slug, colleague(0, 'Ada'));
    const [seat] = await seatsOf(page);
    const strangers = await homeOf(berta);
    const other = (path: string) => path.replace(/^\/delegation\/[\w-]{43}/, strangers);
    const before = await office.manager.query('SELECT * FROM registration ORDER BY id');
    for (const path of [other(page), other(seat!)]) expect((await browser.get(path)).statusCode).toBe(404);
    for (const wish of ['person', 'correct', 'keep', 'withdraw', 'else']) {
      const fields = { firstName: 'X', lastName: 'Y', version: '1' };
      expect((await browser.post(`${other(seat!)}/${wish}`, fields)).statusCode).toBe(404);
    }
    expect(await office.manager.query('SELECT * FROM registration ORDER BY id')).toEqual(before);
    expect((await browser.get(strangers)).body).not.toContain(page.split('/').at(-1));
    // A seat of another delegation cannot be reached through one's own.
    const own = await delegated(strangers, slug, colleague(0, 'Zoe'));
    const mixed = `${own}/seats/${seat!.split('/').at(-1)}`;
    expect((await browser.get(mixed)).statusCode).toBe(404);
    expect((await browser.post(`${mixed}/withdraw`, {})).statusCode).toBe(404);
    expect(await registrations(id)).toBe(2);
  });

  it('is anything at all with a changed link, or without the task', async () => {
    const { slug } = await workshop(5);
    const home = await homeOf(kora);
    const wrong = home.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const dirk = await aContact(essen, 'Dirk');
    for (const address of [wrong, await homeOf(dirk), '/delegation/x', `${home}/nothing`]) {
      expect((await browser.get(address)).statusCode).toBe(404);
      expect((await browser.post(`${address}/events/${slug}`, colleague(0, 'Ada'))).statusCode).toBe(404);
    }
  });

  it('is the way to a person’s own page, where they answer in confidence', async () => {
    const { slug } = await workshop(5);
    const page = await delegated(await homeOf(kora), slug, colleague(0, 'Ada'));
    const [mail] = await mailsTo(office, `ada@stadt${cities}.test`);
    expect((await browser.get(managePath(mail!))).statusCode).toBe(200);
    const { body } = await browser.get(page);
    expect(body).not.toContain('/registrations/');
    expect((await browser.get(page.replace(/^\/delegation/, '/registrations'))).statusCode).toBe(404);
  });
});

describe('The office', () => {
  it('sees the delegations of an event, and acts for a coordinator without window or deadline', async () => {
    const { id, slug } = await workshop(5);
    await delegated(await homeOf(kora), slug, { ...colleague(0, 'Ada'), unnamed: '1' });
    office.clock.set('2027-02-16T09:00:00Z');
    const inOffice = await office.signedIn();
    const list = `/office/events/${id}/delegations`;
    const { body } = await inOffice.get(list);
    expect(textOf(body)).toMatch(new RegExp(`Essen ${cities} Kora Muster 1 1 0`));
    const form = `${list}/new?coordinator=${berta.id}`;
    const sent = await inOffice.submit(form, `${list}/new`, { ...colleague(0, 'Zoe'), together: 'many' });
    expect(sent.statusCode).toBe(303);
    const page = await inOffice.get(String(sent.headers.location));
    expect(textOf(page.body)).toMatch(/Zoe Muster zoe@\S+ Registered/);
    const [line] = (await office.get(DelegationList).ofEvent(id)).filter(
      ({ coordinatorId }) => coordinatorId === berta.id,
    );
    const { seats } = await office.get(DelegationList).byId(line!.id);
    const seat = `/office/delegations/${line!.id}/seats/${seats[0]!.id}`;
    const swapped = await inOffice.submit(seat, `${seat}/person`, { firstName: 'Yara', lastName: 'Muster' });
    expect([swapped.statusCode, swapped.headers.location]).toEqual([
      303,
      `/office/delegations/${line!.id}?done=swapped`,
    ]);
    const [deed] = await office.manager.query(
      `SELECT actor, action FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [line!.id],
    );
    expect(deed).toEqual({ actor: expect.stringMatching(/^account:/), action: 'delegation.swap' });
  });

  it('is warned before it moves somebody of a delegation to another event', async () => {
    const { id, slug } = await workshop(5);
    const page = await delegated(await homeOf(kora), slug, colleague(0, 'Ada'));
    const alone = await register(office, slug, aPerson(7));
    const inOffice = await office.signedIn();
    const [seat] = await seatsOf(page);
    const warning = 'The person comes with a delegation.';
    const move = (registration: string) => inOffice.get(`/office/registrations/${registration}/move`);
    expect((await move(seat!.split('/').at(-1)!)).body).toContain(warning);
    expect((await move(alone.registrationId!)).body).not.toContain(warning);
    expect(await registrations(id)).toBe(2);
  });

  it('decides on a whole delegation, asked before', async () => {
    const { id, slug } = await workshop(5);
    await office.get(DeskRulesService).save(id, { approval: true }, 'account:1');
    await delegated(await homeOf(kora), slug, { ...colleague(0, 'Ada'), ...colleague(1, 'Bo') });
    const inOffice = await office.signedIn();
    const [line] = await office.get(DelegationList).ofEvent(id);
    const page = `/office/delegations/${line!.id}`;
    const { body } = await inOffice.get(page);
    expect(body).toContain(`href="${page}/approve"`);
    const decline = textOf((await inOffice.get(`${page}/decline`)).body);
    expect(decline).toContain(`Decline the delegation of Essen ${cities}?`);
    expect((await inOffice.get(`${page}/else`)).statusCode).toBe(404);
    expect((await inOffice.post(`${page}/approve`, { mail: '1' })).statusCode).toBe(403);
    const long = { mail: '1', reason: 'x'.repeat(501) };
    expect((await inOffice.submit(`${page}/approve`, `${page}/approve`, long)).statusCode).toBe(422);
    const done = await inOffice.submit(`${page}/approve`, `${page}/approve`, { mail: '1', reason: '' });
    expect([done.statusCode, done.headers.location]).toEqual([303, page]);
    const after = await inOffice.get(page);
    expect(textOf(after.body)).toContain('2 requests have been approved.');
    expect(textOf(after.body)).toMatch(/Ada Muster ada@\S+ Registered/);
    expect(after.body).not.toContain(`${page}/approve`);
    expect((await inOffice.get(`${page}/approve`)).headers.location).toBe(page);
  });

  it('is behind its door, and its forms are its own', async () => {
    const { id } = await workshop(5);
    const list = `/office/events/${id}/delegations`;
    expect((await browser.get(list)).headers.location).toContain('/office/sign-in');
    const inOffice = await office.signedIn();
    const form = { coordinator: kora.id, ...colleague(0, 'Ada'), unnamed: '0' };
    expect((await inOffice.post(`${list}/new`, form)).statusCode).toBe(403);
    expect((await inOffice.get(`${list}/new?coordinator=${essen}`)).statusCode).toBe(404);
    expect((await inOffice.get(`${list}/new?coordinator=x`)).headers.location).toBe(list);
    expect((await inOffice.get('/office/delegations/x')).statusCode).toBe(404);
    expect(await registrations(id)).toBe(0);
  });
});

it('Whoever registered alone before keeps the own registration and is not in the list', async () => {
  const { slug, id } = await workshop(5);
  const person = { firstName: 'Ada', lastName: 'Muster', email: `ada@stadt${cities}.test` };
  await register(office, slug, aPerson(1, person));
  const page = await delegated(await homeOf(kora), slug, { ...colleague(0, 'Ada'), ...colleague(1, 'Bo') });
  const text = textOf((await browser.get(page)).body);
  expect(text).toContain('Bo Muster');
  expect(text).not.toContain('Ada');
  expect(await registrations(id)).toBe(2);
});
