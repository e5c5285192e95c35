import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { InvitationService } from '#invitation';
import { type Contact, ContactService, MemberService, type NewContact, SpellingService } from '#member';
import { RegistrationService } from '#registration';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let browser: Browser;
let contacts: ContactService;
let essen: string;
let bonn: string;
let cleo: Contact;
let dirk: Contact;
let berta: Contact;
let cities = 0;

beforeAll(async () => {
  office = await openOffice();
  contacts = office.get(ContactService);
});
afterAll(() => office.close());

// Every test has two cities of its own: one with a coordinator and a colleague, and a stranger's.
beforeEach(async () => {
  cities += 1;
  browser = office.browser();
  const city = (name: string) =>
    office
      .get(MemberService)
      .add({ name: `${name} ${cities}`, kind: 'city', from: '2020-01-01' }, 'account:1');
  essen = await city('Essen');
  bonn = await city('Bonn');
  cleo = await aContact(essen, 'Cleo', { roles: ['coordinator'] });
  dirk = await aContact(essen, 'Dirk');
  berta = await aContact(bonn, 'Berta', { roles: ['coordinator'] });
});

async function aContact(memberId: string, firstName: string, more: Partial<NewContact> = {}) {
  const email = `${firstName.toLowerCase()}@stadt${cities}.test`;
  const contact = { memberId, firstName, lastName: 'Muster', email, language: 'en' as const, ...more };
  return contacts.byId(await contacts.add(contact, 'account:1'));
}

/** Asks for the link as a contact does, and takes it out of the mail. */
async function linkOf({ email }: Contact): Promise<string> {
  await office.browser().post('/my', { email: email! });
  const [mail] = (await mailsTo(office, email!)).slice(-1);
  return /\/my\/[\w-]{43}/.exec(mail!.text)![0];
}

/** Asks for the links of everybody behind the address of a contact. */
async function asked(contact: Contact): Promise<Contact> {
  await office.browser().post('/my', { email: contact.email! });
  return contact;
}

const link = (text: string): string | undefined => /\/my\/[\w-]{43}/.exec(text)?.[0];

describe('Whoever asks for a link', () => {
  it('gets the same answer, known or not, and only who is known gets a mail', async () => {
    const before = await office.manager.query('SELECT count(*) FROM message');
    const known = await browser.post('/my', { email: ` ${cleo.email!.toUpperCase()} ` });
    const unknown = await browser.post('/my', { email: `nobody@stadt${cities}.test` });
    for (const answer of [known, unknown]) {
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/my?sent=1']);
    }
    const { body } = await browser.get('/my?sent=1');
    for (const said of ['If we know the address', 'register once more with the same details']) {
      expect(body).toContain(said);
    }
    const after = await office.manager.query('SELECT count(*) FROM message');
    expect(Number(after[0].count) - Number(before[0].count)).toBe(1);
    const [mail] = await mailsTo(office, cleo.email!);
    expect(mail).toMatchObject({ subject: 'Your personal link' });
    const [kept] = await office.manager.query(`SELECT body_text FROM message WHERE to_address = $1`, [
      cleo.email,
    ]);
    expect(kept.body_text).not.toMatch(/\/my\/[\w-]{43}/);
  });

  it('is answered after a time that does not tell either', async () => {
    const took = async (email: string): Promise<number> => {
      const start = performance.now();
      await browser.post('/my', { email });
      return performance.now() - start;
    };
    for (const email of [cleo.email!, `nobody@stadt${cities}.test`]) {
      expect(await took(email)).toBeGreaterThan(140);
    }
  });

  it('is mailed once in ten minutes; everybody behind a shared mailbox gets a link of their own', async () => {
    const twin = await aContact(essen, 'Tara', { email: cleo.email!, language: 'de' });
    for (const _ of [1, 2, 3]) await browser.post('/my', { email: cleo.email! });
    const mails = await mailsTo(office, cleo.email!);
    expect(mails.map(({ mail }) => mail.text!.includes('Tara'))).toHaveLength(2);
    const links = mails.map(({ text }) => /\/my\/[\w-]{43}/.exec(text)![0]);
    const names = await Promise.all(links.map(async (link) => (await browser.get(link)).body));
    expect(names.some((body) => body.includes(`${twin.firstName} Muster</h1>`))).toBe(true);
    expect(names.some((body) => body.includes('Cleo Muster</h1>'))).toBe(true);
    office.clock.advance({ minutes: 10 });
    await browser.post('/my', { email: cleo.email! });
    expect(await mailsTo(office, cleo.email!)).toHaveLength(4);
  });

  it('reads how a link that was lost comes again, and who helps where it does not', async () => {
    const { body } = await office.browser().get('/my?lang=en');
    expect(body).toContain('with the same details while registration is open');
    expect(body).toContain(
      'If registration is closed, or what you chose has been taken meanwhile, please contact the office.',
    );
  });

  it('is told what an address is', async () => {
    for (const [email, error] of [
      ['', 'Please fill in'],
      ['x', 'e-mail address'],
    ] as const) {
      const answer = await browser.post('/my', { email });
      expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(error)]);
    }
  });

  it('cannot try many addresses', async () => {
    const limited = await openOffice({ RATE_LIMIT: 'on' });
    try {
      const visitor = limited.browser();
      const ask = () => visitor.post('/my', { email: 'cleo@stadt.test' });
      for (let time = 0; time < 5; time += 1) expect((await ask()).statusCode).toBe(303);
      const refused = await ask();
      expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
    } finally {
      await limited.close();
    }
  });
});

describe('A contact’s own page', () => {
  it('shows the own registrations and invitations, and nobody else’s', async () => {
    const { id, slug } = await planEvent(office, { title: { en: 'Bridges' } });
    const here = { organization: `Essen ${cities}`, firstName: 'Dirk', lastName: 'Muster' };
    await register(office, slug, aPerson(1, { ...here, email: dirk.email! }));
    await register(office, slug, aPerson(2, { organization: `Essen ${cities}`, lastName: 'Kollege' }));
    await office.get(InvitationService).invite(id, { contacts: [dirk.id, cleo.id] }, 'account:1');
    const { body } = await browser.get(await linkOf(dirk));
    expect(body).toContain('Bridges');
    expect(body).toMatch(/href="\/registrations\/[\w-]{43}">Dirk Muster</);
    expect(body).not.toContain('Kollege');
    expect(body).not.toContain('Cleo');
    expect(body).not.toContain('/people/');
    const links = [...body.matchAll(/href="(\/(?:registrations|invitations)\/[\w-]{43})"/g)];
    expect(links).toHaveLength(2);
    for (const [, href] of links) expect((await browser.get(href!)).statusCode).toBe(200);
  });

  it('shows a coordinator all people of the member, however they spell it, but not their links', async () => {
    const { slug } = await planEvent(office, { title: { en: 'Bridges' } });
    const past = await planEvent(office, {
      title: { en: 'Long over' },
      dates: [{ starts: '2027-01-05T10:00', ends: '2027-01-05T12:00' }],
    });
    await register(office, past.slug, aPerson(1, { email: cleo.email! }));
    await register(office, slug, aPerson(1, { organization: `ESSEN ${cities}`, lastName: 'Nah' }));
    await register(office, slug, aPerson(2, { organization: `Stadt E. ${cities}`, lastName: 'Fern' }));
    await register(office, slug, aPerson(3, { organization: `Bonn ${cities}`, lastName: 'Fremd' }));
    await register(office, slug, aPerson(4, { lastName: 'Niemand' }));
    await office.get(SpellingService).merge([`Stadt E. ${cities}`], `Essen ${cities}`, 'account:1');
    office.clock.set('2027-01-06T09:00:00Z');
    try {
      const { body } = await browser.get(await linkOf(cleo));
      for (const name of ['Alma Nah', 'Alma Fern', 'Dirk Muster']) expect(body).toContain(name);
      for (const name of ['Fremd', 'Niemand', 'Berta', 'Long over']) expect(body).not.toContain(name);
      expect(body).not.toContain('/registrations/');
    } finally {
      office.clock.set('2027-01-04T09:00:00Z');
    }
  });

  it.each(['de', 'en', 'fr'])(
    'says N. N. for a seat of the member without a name, in %s',
    async (language) => {
      const { id: eventId } = await planEvent(office);
      const unnamedUntil = Temporal.Instant.from('2027-01-11T17:00:00Z');
      const organization = `Essen ${cities}`;
      const seat = { email: cleo.email!, firstName: '', lastName: '', language: 'de' as const, organization };
      await office.get(RegistrationService).ask({
        verb: 'register',
        eventId,
        people: [{ ...seat, unnamedUntil }],
        actor: 'account:1',
        byOffice: true,
      });
      const { body } = await browser.get(`${await linkOf(cleo)}?lang=${language}`);
      expect(body).toContain('>N. N.<');
    },
  );

  it('behind a shared mailbox shows one’s own registrations and invitations alone', async () => {
    const twin = await aContact(essen, 'Tara', { email: dirk.email! });
    const { id, slug } = await planEvent(office, { title: { en: 'Bridges' } });
    await office.get(InvitationService).invite(id, { contacts: [dirk.id, twin.id] }, 'account:1');
    const other = await planEvent(office, { title: { en: 'Squares' } });
    const person = { lastName: 'Muster', email: dirk.email!, language: 'en' as const };
    const people = ['Dirk', 'Tara'].map((firstName) => ({ ...person, firstName }));
    await office.get(InvitationService).invite(other.id, { people }, 'account:1');
    for (const [number, one] of people.entries()) await register(office, slug, aPerson(number, one));
    for (const mail of (await mailsTo(office, (await asked(dirk)).email!)).filter(({ text }) => link(text))) {
      const [own, not] = mail.mail.text!.includes('Tara') ? ['Tara', 'Dirk'] : ['Dirk', 'Tara'];
      const { body } = await browser.get(link(mail.text)!);
      expect(body).toContain(`${own} Muster</h1>`);
      expect(body).not.toContain(`${not} Muster`);
      expect([...body.matchAll(/href="\/invitations\/[\w-]{43}"/g)]).toHaveLength(2);
      expect([...body.matchAll(/href="\/registrations\/[\w-]{43}"/g)]).toHaveLength(1);
    }
  });

  it('shows a coordinator how all of the member’s invitations stand, but opens only the own ones', async () => {
    const { id, slug } = await planEvent(
      office,
      { title: { en: 'Bridges' }, format: 'onsite' },
      { onsite: 1 },
    );
    await office.get(InvitationService).invite(id, { contacts: [cleo.id, dirk.id, berta.id] }, 'account:1');
    await register(office, slug, aPerson(1));
    await register(office, slug, aPerson(2, { firstName: 'Dirk', lastName: 'Muster', email: dirk.email! }));
    const { body } = await browser.get(await linkOf(cleo));
    expect(body).toMatch(/Dirk Muster<\/td><td[^>]*>On the waiting list, no. 1/);
    expect(body).toMatch(/Cleo Muster<\/td><td[^>]*>still open/);
    expect(body).not.toContain('Berta');
    expect([...body.matchAll(/href="\/invitations\/[\w-]{43}"/g)]).toHaveLength(1);
  });

  it('says nothing to a link that is wrong, revoked or whose contact has left', async () => {
    const link = await linkOf(cleo);
    expect((await browser.get(link)).statusCode).toBe(200);
    const wrong = link.slice(0, -1) + (link.endsWith('A') ? 'Q' : 'A');
    expect((await browser.get(wrong)).statusCode).toBe(404);
    expect((await browser.get(`/my/${'x'.repeat(43)}`)).statusCode).toBe(404);
    await contacts.change(cleo.id, { email: `new@stadt${cities}.test` }, 'account:1');
    expect((await browser.get(link)).statusCode).toBe(404);
    expect((await browser.get(`${link}/people/new`)).statusCode).toBe(404);
    const other = await linkOf(berta);
    await contacts.leave(berta.id, '2027-01-03', 'account:1');
    expect((await browser.get(other)).statusCode).toBe(404);
    expect(await browser.post('/my', { email: berta.email! })).toMatchObject({ statusCode: 303 });
    expect(await mailsTo(office, berta.email!)).toHaveLength(1);
  });

  it('is the own one alone after the member has left the association', async () => {
    await office.get(MemberService).resign(essen, '2027-01-03', 'account:1');
    const link = await linkOf(cleo);
    expect((await browser.get(link)).body).not.toContain('Dirk');
    expect((await browser.get(`${link}/people/${dirk.id}`)).statusCode).toBe(404);
  });
});

describe('A coordinator', () => {
  it('adds, changes and removes the member’s people, and the office reads who did it', async () => {
    const link = await linkOf(cleo);
    const new_ = `${link}/people/new`;
    const person = { firstName: 'Edda', lastName: 'Neu', email: '', phone: '0201 1', language: 'fr' };
    const added = await browser.submit(new_, new_, person);
    expect([added.statusCode, added.headers.location]).toEqual([303, `${link}?done=added`]);
    const edda = (await contacts.ofMember(essen)).find(({ firstName }) => firstName === 'Edda')!;
    expect(edda).toMatchObject({ memberId: essen, email: null, phone: '0201 1', language: 'fr', roles: [] });

    const form = `${link}/people/${edda.id}`;
    const email = `edda@stadt${cities}.test`;
    await browser.submit(form, form, { ...person, email, phone: '', roles: 'coordinator' });
    expect((await browser.get(`${link}?done=changed`)).body).toContain('The change is saved.');
    expect(await contacts.byId(edda.id)).toMatchObject({ email, phone: null, roles: [] });

    await browser.submit(`${form}/leave`, `${form}/leave`);
    expect((await browser.get(link)).body).not.toContain('Edda');
    expect((await browser.get(form)).statusCode).toBe(404);
    const trace = await office.get(AuditService).of({ type: 'contact', id: edda.id });
    expect(trace.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
      ['leave', 'change', 'add'].map((deed) => `contact:${cleo.id} contact.${deed}`),
    );
    const inOffice = await office.signedIn();
    const { body } = await inOffice.get(`/office/members/${essen}`);
    expect(body).toContain('Edda Neu changed');
    expect(body).toContain(`– → ${email}; 0201 1 → –`);
    expect(body).toContain('Cleo Muster (on their own page)');
  });

  it('keeps the roles that the office gave', async () => {
    const legal = await aContact(essen, 'Lena', { roles: ['legal', 'delegate'] });
    const form = `${await linkOf(cleo)}/people/${legal.id}`;
    await browser.submit(form, form, { firstName: 'Lena', lastName: 'Neu', email: '', language: 'de' });
    expect(await contacts.byId(legal.id)).toMatchObject({ lastName: 'Neu', roles: ['legal', 'delegate'] });
  });

  it('reaches nobody of another member, and who does not coordinate reaches nobody', async () => {
    const fields = { firstName: 'X', lastName: 'Y', email: '', language: 'de' };
    const tries = [
      `${await linkOf(berta)}/people/${dirk.id}`,
      `${await linkOf(dirk)}/people/${dirk.id}`,
      `${await linkOf(dirk)}/people/new`,
    ];
    const rows = 'SELECT * FROM contact ORDER BY id';
    const before = await office.manager.query(rows);
    for (const form of tries) {
      expect((await browser.get(form)).statusCode).toBe(404);
      expect((await browser.post(form, fields)).statusCode).toBe(404);
      expect((await browser.post(`${form}/leave`, {})).statusCode).toBe(404);
    }
    expect(await office.manager.query(rows)).toEqual(before);
  });

  it('who changes the own address gets a new link there; the old one is dead', async () => {
    const link = await linkOf(cleo);
    const form = `${link}/people/${cleo.id}`;
    const email = `moved@stadt${cities}.test`;
    const fields = { firstName: 'Cleo', lastName: 'Muster', phone: '', language: 'en' };
    expect((await browser.submit(form, form, { ...fields, email: '' })).statusCode).toBe(422);
    const moved = await browser.submit(form, form, { ...fields, email });
    expect(moved.headers.location).toBe('/my?sent=1');
    expect((await browser.get(link)).statusCode).toBe(404);
    const [mail] = await mailsTo(office, email);
    expect((await browser.get(/\/my\/[\w-]{43}/.exec(mail!.text)![0])).statusCode).toBe(200);
  });

  it('cannot be noted as gone by the own hand', async () => {
    const form = `${await linkOf(cleo)}/people/${cleo.id}`;
    expect((await browser.get(form)).body).not.toContain('Has left');
    expect((await browser.post(`${form}/leave`, {})).statusCode).toBe(404);
    expect((await contacts.byId(cleo.id)).leftOn).toBeNull();
  });
});
