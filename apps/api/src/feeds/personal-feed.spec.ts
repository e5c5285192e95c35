import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PlanningService } from '#event';
import { type Contact, ContactService, MemberService, type NewContact, PersonalPages } from '#member';
import { RegistrationService } from '#registration';
import { read } from '../../../../libs/icalendar/test/reader.js';
import { mistakesIn } from '../../../../libs/icalendar/test/strictly-valid.js';
import { planEvent } from '../../../../test/builders/events.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { type ApiHouse, openApi } from '../../test/open-api.js';

let house: ApiHouse;
let cleo: Contact;
let dirk: Contact;
let slug: string;
let eventId: string;
let cities = 0;
beforeAll(async () => {
  house = await openApi();
});
afterAll(() => house.close());

// Every test has a city of its own, with a coordinator and a colleague who are registered to one event.
beforeEach(async () => {
  cities += 1;
  house.clock.set('2027-01-04T09:00:00Z');
  const city = { name: `Essen ${cities}`, kind: 'city', from: '2020-01-01' } as const;
  const memberId = await house.get(MemberService).add(city, 'account:1');
  cleo = await aContact({
    memberId,
    firstName: 'Cleo',
    lastName: 'Muster',
    language: 'de',
    roles: ['coordinator'],
  });
  dirk = await aContact({ memberId, firstName: 'Dirk', lastName: 'Muster', language: 'de' });
  ({ slug, id: eventId } = await planEvent(house, {}, { online: 2 }));
  for (const contact of [cleo, dirk]) await come(contact);
});

async function aContact(contact: NewContact): Promise<Contact> {
  const email = `${contact.firstName.toLowerCase()}@stadt${cities}.test`;
  const contacts = house.get(ContactService);
  return contacts.byId(await contacts.add({ ...contact, email }, 'account:1'));
}

const come = ({ email, firstName, lastName }: Contact) =>
  register(house, slug, aPerson(1, { email: email!, firstName, lastName, organization: `Essen ${cities}` }));

/** The address of a contact's calendar as it is now. */
async function feedOf({ id }: Contact): Promise<string> {
  const contact = await house.get(ContactService).byId(id);
  return `/calendar/${house.get(PersonalPages).feedToken({ contact, coordinates: false })}.ics`;
}

const poll = (url: string, headers: Record<string, string> = {}) =>
  house.call({ method: 'GET', url, headers });

async function entriesOf(url: string) {
  const answer = await poll(url);
  expect([answer.statusCode, mistakesIn(answer.body)]).toEqual([200, []]);
  return read(answer.body).entries;
}

describe('The calendar of a contact', () => {
  it('has the own registrations only, under the identifiers of the public calendar', async () => {
    await planEvent(house, { title: { de: 'Ohne Dirk' } });
    const url = await feedOf(dirk);
    const answer = await poll(url);
    const [entry, ...others] = await entriesOf(url);

    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=60, must-revalidate',
    });
    expect(read(answer.body).name).toBe('DEFUS: Dirk Muster');
    expect([entry?.summary, entry?.status, others]).toEqual(['Sichere Plätze', 'CONFIRMED', []]);
    expect(entry?.description).toContain('Es nehmen teil: Dirk Muster');
    expect(entry?.uid).toBe(read((await poll(`/events/${slug}.ics`)).body).entries[0]?.uid);
    expect(answer.body).not.toContain('meet.forum.test');
  });

  it('says to a coordinator who of the member goes, and who waits', async () => {
    await come({ ...dirk, email: `wanda@stadt${cities}.test`, firstName: 'Wanda' });
    const [entry] = await entriesOf(`${await feedOf(cleo)}?lang=en`);

    expect(entry?.description).toMatch(/^Taking part: Cleo Muster, Dirk Muster, Wanda Muster \(/);
  });

  it.each(['de', 'en', 'fr'])('says N. N. for a seat that has no name yet, in %s', async (language) => {
    const organization = `Essen ${cities}`;
    const unnamedUntil = Temporal.Instant.from('2027-01-11T17:00:00Z');
    const seat = { email: cleo.email!, firstName: '', lastName: '', language: 'de' as const, unnamedUntil };
    const people = [{ ...seat, organization }];
    await house
      .get(RegistrationService)
      .ask({ verb: 'register', eventId, people, actor: 'account:1', byOffice: true });
    const [entry] = await entriesOf(`${await feedOf(cleo)}?lang=${language}`);
    expect(entry?.description).toContain(': N. N. (');
    expect(entry?.description).toContain('Dirk Muster');
  });

  it('keeps what is over for 90 days', async () => {
    const url = await feedOf(dirk);
    house.clock.set('2027-04-20T09:00:00Z');
    expect(await entriesOf(url)).toHaveLength(1);
    house.clock.set('2027-05-01T09:00:00Z');
    expect(await entriesOf(url)).toEqual([]);
  });

  it('is not sent again until a registration or the programme changes', async () => {
    const url = await feedOf(cleo);
    const tag = async () => String((await poll(url)).headers.etag);
    const first = await tag();
    const unchanged = await poll(url, { 'if-none-match': first });
    expect([unchanged.statusCode, unchanged.body]).toEqual([304, '']);
    expect((await poll(`${url}?lang=fr`, { 'if-none-match': first })).statusCode).toBe(200);

    const [row] = await house.manager.query('SELECT id FROM registration WHERE email_key = $1', [
      dirk.emailKey,
    ]);
    await house.get(RegistrationService).withdraw(row.id, { actor: 'participant' });
    const withdrawn = await poll(url, { 'if-none-match': first });
    expect([withdrawn.statusCode, withdrawn.body.includes('Dirk')]).toEqual([200, false]);
    const second = await tag();
    await house.get(PlanningService).revise(eventId, { event: { title: { de: 'Anders' } } });
    expect((await poll(url, { 'if-none-match': second })).statusCode).toBe(200);
    const later = { 'if-modified-since': 'Wed, 01 Jan 2031 00:00:00 GMT' };
    expect((await poll(url, later)).statusCode).toBe(200);
  });

  it('is gone with a word in plain text once the links are revoked, and for a wrong address', async () => {
    const url = await feedOf(dirk);
    await house.get(ContactService).revokeLinks(dirk.id, 'account:1');
    const page = `/calendar/${'A'.repeat(43)}.ics`;

    for (const wrong of [url, page, '/calendar/x.ics', url.replace('.ics', 'x.ics')]) {
      const answer = await poll(wrong, { accept: 'text/html' });
      expect([answer.statusCode, answer.headers.location]).toEqual([404, undefined]);
      expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    }
    expect((await poll(await feedOf(dirk))).statusCode).toBe(200);
  });
});
