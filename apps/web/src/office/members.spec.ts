import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { InvitationService } from '#invitation';
import { ContactService, MemberService, SpellingService } from '#member';
import { RegistrationService } from '#registration';
import { planEvent } from '../../../../test/builders/events.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

const MEMBERS = '/office/members';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
});
afterAll(() => office.close());

const addMember = (name: string) =>
  office.get(MemberService).add({ name, kind: 'city', from: '2015-01-01' }, 'account:test');
const addContact = (memberId: string, lastName: string) =>
  office.get(ContactService).add({ memberId, firstName: 'Alma', lastName, language: 'de' }, 'account:test');
const page = async (url: string) => textOf((await browser.get(url)).body);

describe('The office’s directory', () => {
  it('takes a member in, finds it, changes it and enters its resignation', async () => {
    const added = await browser.submit(`${MEMBERS}/new`, `${MEMBERS}/new`, {
      name: 'Hellstadt',
      kind: 'city',
      from: '2020-01-01',
      domains: 'hellstadt.test, stadt-hell.test',
      postal: 'Rathausplatz 1, 12345 Hellstadt',
      leitwegId: '04011000-1234512345-06',
    });
    expect(added.statusCode).toBe(303);
    const href = added.headers.location!;
    expect(await page(href)).toMatch(
      /Hellstadt has been added.*01 Jan 2020 – today.*hellstadt\.test, stadt-hell\.test.*Rathausplatz 1/,
    );
    expect(await page(`${MEMBERS}?search=stadt-hell&state=current&kind=city`)).toContain('1 member');

    await browser.submit(`${href}/change`, `${href}/change`, {
      name: 'Hellstadt',
      kind: 'district',
      domains: 'hellstadt.test',
      postal: '',
    });
    const changed = await page(href);
    expect(changed).toContain('Domains hellstadt.test Postal address –');

    await browser.submit(href, `${href}/resign`, { day: '2026-12-31' });
    expect(await page(href)).toContain('Hellstadt is a member until 31 Dec 2026.');
    expect(await page(`${MEMBERS}?state=former&search=hell`)).toContain('1 member');
    const before = await browser.submit(href, `${href}/rejoin`, { day: '2026-12-31' });
    expect([before.statusCode, textOf(before.body)]).toEqual([
      409,
      expect.stringContaining(
        'There is already a membership in that time (from 01 Jan 2020 to 31 Dec 2026).',
      ),
    ]);
    await browser.submit(href, `${href}/rejoin`, { day: '2027-02-01' });
    expect(await page(href)).toContain('01 Jan 2020 – 31 Dec 2026; 01 Feb 2027 – today');

    const id = href.split('/').at(-1)!;
    const trace = await office.get(AuditService).of({ type: 'member', id });
    expect(trace.map(({ action }) => action)).toEqual([
      'member.rejoin',
      'member.resign',
      'member.change',
      'member.add',
    ]);
    expect(trace[0]?.actor).toMatch(/^account:/);
  });

  it('gives the form back with everything typed and what is wrong', async () => {
    await addMember('Schonda');
    const wrong = await browser.submit(`${MEMBERS}/new`, `${MEMBERS}/new`, {
      name: 'Falschstadt',
      kind: '',
      from: '2020-02-30',
      domains: 'nur wörter',
      leitwegId: '04011000-1234512345-07',
    });
    expect(wrong.statusCode).toBe(422);
    const text = textOf(wrong.body);
    for (const said of [
      'Please enter a date that exists',
      'like this: essen.de',
      'check digits do not match',
    ]) {
      expect(text).toContain(said);
    }
    expect(wrong.body).toContain('value="Falschstadt"');
    const double = await browser.submit(`${MEMBERS}/new`, `${MEMBERS}/new`, {
      name: 'schonda',
      kind: 'city',
      from: '2020-01-01',
    });
    expect([double.statusCode, textOf(double.body)]).toEqual([
      409,
      expect.stringContaining('There is already a member of this name: Schonda.'),
    ]);
    expect((await browser.get(`${MEMBERS}/00000000-0000-7000-8000-000000000000`)).statusCode).toBe(404);
    expect((await browser.get(`${MEMBERS}?page=7`)).statusCode).toBe(404);
  });

  it('shows on a member’s page what it is invited to, and who comes', async () => {
    const id = await addMember('Fernstadt');
    const address = 'kora@fern.test';
    await office
      .get(ContactService)
      .add(
        { memberId: id, firstName: 'Kora', lastName: 'Fern', email: address, language: 'de' },
        'account:1',
      );
    const event = await planEvent(office, { title: { de: 'Sturmtag' } });
    const other = await planEvent(office, { title: { de: 'Nebeltag' } });
    await office.get(InvitationService).invite(event.id, { members: [id] }, 'account:1');
    await register(office, other.slug, aPerson(41, { organization: 'Fernstadt' }));
    await register(office, other.slug, aPerson(42, { organization: 'Woanders' }));
    const seat = { email: address, firstName: '', lastName: '', organization: 'Fernstadt' };
    await office.get(RegistrationService).ask({
      verb: 'register',
      eventId: other.id,
      people: [{ ...seat, language: 'de', unnamedUntil: Temporal.Instant.from('2027-01-11T17:00:00Z') }],
      actor: 'account:1',
      byOffice: true,
    });

    const shown = await browser.get(`${MEMBERS}/${id}`);
    expect(textOf(shown.body)).toMatch(/Invitations .*Sturmtag 25 Jan 2027 Kora Fern No reply/);
    expect(textOf(shown.body)).toMatch(/Registrations .*Nebeltag 25 Jan 2027 Alma Beispiel 41 Registered/);
    expect(shown.body).toContain(`/office/events/${event.id}/invitations`);
    expect(shown.body).not.toContain('Beispiel 42');
    expect(textOf(shown.body)).toContain('Nebeltag 25 Jan 2027 N. N. Registered');
  });

  it('keeps people who belong to no member, and can invite them', async () => {
    const home = '/office/contacts';
    const wrong = await browser.submit(`${home}/new`, `${home}/new`, { lastName: '', language: 'fr' });
    expect(wrong.statusCode).toBe(422);
    const added = await browser.submit(`${home}/new`, `${home}/new`, {
      firstName: 'Renée',
      lastName: 'Gastgeb',
      email: 'renee@gast.test',
      language: 'fr',
      roles: 'speaker',
    });
    expect([added.statusCode, added.headers.location]).toEqual([303, home]);
    expect(await page(home)).toMatch(/Renée Gastgeb Speaker renee@gast\.test – Français/);
    const [contact] = await office.get(ContactService).byAddress('renee@gast.test');
    const href = `${home}/${contact!.id}`;
    await browser.submit(href, href, { lastName: 'Umbenannt', email: 'renee@gast.test', language: 'fr' });
    expect(await page(home)).toContain('Umbenannt');
    const event = await planEvent(office, {});
    expect(await page(`/office/events/${event.id}/invite`)).toContain('Umbenannt');
    await browser.submit(href, `${href}/revoke`, {});
    expect(await page(home)).toContain('The links of Umbenannt have been revoked.');
    const { linkGeneration } = await office.get(ContactService).byId(contact!.id);
    expect(linkGeneration).toBe(contact!.linkGeneration + 1);
    await browser.submit(href, `${href}/leave`, { day: '2026-12-31' });
    expect(await page(home)).toContain('Umbenannt until 31 Dec 2026');
    expect(await page(`/office/events/${event.id}/invite`)).not.toContain('Umbenannt');

    const city = await addMember('Gaststadt');
    const theirs = await addContact(city, 'Drinnen');
    expect(await page(home)).not.toContain('Drinnen');
    expect((await browser.get(`${home}/${theirs}`)).statusCode).toBe(404);
    expect((await browser.get(`${MEMBERS}/${city}/contacts/${contact!.id}`)).statusCode).toBe(404);
  });

  it('keeps a member’s people and their functions', async () => {
    const id = await addMember('Menschenstadt');
    const href = `${MEMBERS}/${id}`;
    await browser.submit(`${href}/contacts/new`, `${href}/contacts/new`, {
      firstName: 'Béla',
      lastName: 'Ostrow',
      email: 'bela@menschen.test',
      language: 'fr',
      roles: 'coordinator',
    });
    expect(await page(href)).toMatch(/Béla Ostrow Coordinator bela@menschen\.test – Français/);
    const [contact] = await office.get(ContactService).byAddress('bela@menschen.test');
    await browser.submit(href, `${href}/functions`, {
      title: 'Climate officer',
      contactId: contact!.id,
      from: '2026-01-01',
    });
    expect(await page(href)).toMatch(/Climate officer Béla Ostrow \(01 Jan 2026 –/);

    const form = `${href}/contacts/${contact!.id}`;
    const wrong = await browser.submit(form, form, { lastName: '', email: 'bela@', language: 'fr' });
    expect([wrong.statusCode, textOf(wrong.body)]).toEqual([
      422,
      expect.stringContaining('complete e-mail address'),
    ]);
    await browser.submit(form, form, {
      firstName: 'Béla',
      lastName: 'Neuer',
      email: 'bela@menschen.test',
      language: 'fr',
    });
    await browser.submit(form, `${form}/leave`, { day: '2026-12-31' });
    const left = await page(href);
    expect(left).toContain('Béla Neuer until 31 Dec 2026');
    expect(left).toMatch(/Climate officer vacant Béla Neuer \(01 Jan 2026 – 31 Dec 2026\)/);
    const other = await addMember('Nachbarstadt');
    expect((await browser.get(`${MEMBERS}/${other}/contacts/${contact!.id}`)).statusCode).toBe(404);
  });

  it('makes one of two entries', async () => {
    const [keep, double] = [await addMember('Einstadt'), await addMember('Stadt Ein')];
    await addContact(double, 'Umzug');
    await browser.submit(`${MEMBERS}/${keep}`, `${MEMBERS}/${keep}/merge`, { double });
    expect(await page(`${MEMBERS}/${keep}`)).toMatch(/Stadt Ein and Einstadt are one entry now.*Alma Umzug/);
    expect((await browser.get(`${MEMBERS}/${double}`)).statusCode).toBe(404);
    const again = await addContact(keep, 'Umgezogen');
    const person = `${MEMBERS}/${keep}/contacts/${again}`;
    const [first] = (await office.get(ContactService).ofMember(keep)).filter(({ id }) => id !== again);
    await browser.submit(person, `${person}/merge`, { double: first!.id });
    expect(await page(`${MEMBERS}/${keep}`)).toContain('Alma Umzug and Alma Umgezogen are one entry now.');
    expect(await office.get(ContactService).ofMember(keep)).toHaveLength(1);
    const nobody = await browser.submit(`${MEMBERS}/${keep}`, `${MEMBERS}/${keep}/merge`, { double: '' });
    expect([nobody.statusCode, textOf(nobody.body)]).toEqual([
      422,
      expect.stringContaining('two different entries'),
    ]);
  });

  it('takes signs of HTML for what they are', async () => {
    const id = await addMember('<b>Fett & Stadt</b>');
    const { body } = await browser.get(`${MEMBERS}/${id}`);
    expect(body).toContain('&lt;b>Fett &amp; Stadt&lt;/b>');
  });
});

describe('A spreadsheet', () => {
  const upload = (text: string | Buffer, name = 'Mitglieder.csv') =>
    browser.upload(`${MEMBERS}/import`, `${MEMBERS}/import`, { name, content: Buffer.from(text) });

  it('is looked at first, then taken over with one click', async () => {
    const looked = await upload(
      Buffer.from('Mitglied;Art;Mitglied seit;Nachname\nGöttlingen;Stadt;01.01.2020;Müller\n', 'latin1'),
    );
    const preview = looked.headers.location!;
    expect(await page(preview)).toMatch(/1 new, 0 changed, 0 unchanged, 0 wrong.*Göttlingen Müller new/);
    expect(await page(`${MEMBERS}?search=göttl`)).toContain('0 members');
    await browser.submit(preview, preview);
    expect(await page(`${MEMBERS}?search=göttl`)).toMatch(/Taken over: 1 new.*1 member/);
    await browser.submit(preview, preview);
    expect(await page(MEMBERS)).toContain('Taken over: 0 new, 0 changed, 1 unchanged.');
  });

  it('shows what is wrong and offers nothing to take over', async () => {
    const wrong = await upload(
      'Mitglied;Art;Mitglied seit\nGutstadt;Stadt;2020-01-01\nFehl;Dorfkönig;2020-01-01',
    );
    expect(wrong.statusCode).toBe(422);
    const text = textOf(wrong.body);
    expect(text).toContain('One line is wrong. Nothing is taken over until all are right.');
    expect(text).toContain('3 Fehl – wrong Kind: “Dorfkönig” is not known here.');
    expect(text).not.toContain('Take everything over');
    expect(textOf((await upload('Ort;Art\nEssen;Stadt')).body)).toContain('This column is missing: Member.');
    expect(textOf((await upload('', 'leer.csv')).body)).toContain('Please choose a file.');
    expect(textOf((await upload('GIF89a\0\x01', 'bild.gif')).body)).toContain(
      'neither readable CSV nor an Excel file',
    );
    expect(await page(`${MEMBERS}?search=gutstadt`)).toContain('0 members');
  });

  it('that is too large is refused with the limit', async () => {
    const large = await upload(Buffer.alloc(6 * 1024 * 1024, 'x'));
    expect([large.statusCode, textOf(large.body)]).toEqual([413, expect.stringContaining('5,184 KB')]);
  });

  it('is taken from nobody outside the office', async () => {
    const stranger = office.browser();
    const file = { name: 'x.csv', content: Buffer.from('Mitglied\nx') };
    expect((await stranger.upload(`${MEMBERS}/import`, `${MEMBERS}/import`, file)).statusCode).toBe(403);
    expect((await stranger.upload('/', '/events/x/register', file)).statusCode).toBe(415);
  });

  it('comes out of the directory again, and who took it is written down', async () => {
    const csv = await browser.get(`${MEMBERS}/export.csv?lang=de`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="Mitglieder-2027-01-04.csv"');
    expect(csv.body).toContain('Göttlingen;Stadt;2020-01-01');
    const again = await upload(csv.body);
    expect(await page(again.headers.location!)).toMatch(/0 new, 0 changed, \d+ unchanged, 0 wrong/);
    const xlsx = await browser.get(`${MEMBERS}/export.xlsx?lang=en`);
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const trace = await office.get(AuditService).of({ type: 'directory', id: '2027-01-04' });
    expect(trace.map(({ after }) => after)).toMatchObject([{ format: 'xlsx' }, { format: 'csv' }]);
  });
});

describe('Spellings', () => {
  it('of typed organizations are merged, so that municipalities can be counted', async () => {
    const { id, slug } = await planEvent(office);
    await addMember('Zählstadt');
    const typed = ['Zählstadt', 'Stadt Zählstadt', 'stadt zaehl', 'Hameln', 'Verein', undefined];
    for (const [number, organization] of typed.entries()) {
      await register(office, slug, aPerson(100 + number, { organization }));
    }
    expect(await page(`/office/events/${id}`)).toContain(
      '1 participant from one municipality, 5 from elsewhere',
    );
    expect(await page('/office/spellings')).toMatch(/Hameln \(Registrations: 1\).*stadt zaehl/);
    await browser.submit('/office/spellings', '/office/spellings', {
      spelling: 'Stadt Zählstadt',
      target: 'zählstadt',
    });
    await browser.submit('/office/spellings', '/office/spellings', {
      spelling: 'stadt zaehl',
      target: 'Zählstadt',
    });
    await browser.submit('/office/spellings', '/office/spellings', { spelling: 'Hameln', target: 'Hameln' });
    const rest = await page('/office/spellings');
    expect(rest).toContain('One spelling is now assigned to Hameln.');
    expect(rest).not.toContain('zaehl');
    expect(await page(`/office/events/${id}`)).toContain(
      '4 participants from 2 municipalities, 2 from elsewhere',
    );
    const nothing = await browser.submit('/office/spellings', '/office/spellings', { target: 'Hameln' });
    expect(nothing.statusCode).toBe(422);
    expect(await office.get(SpellingService).suggestions()).toContain('Hameln');
    expect((await browser.get(`/events/${slug}/register`)).body).toContain('<option value="Hameln">');
  });
});

/** What a person reads of a page: its text without marks, in one line. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
