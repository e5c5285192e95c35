import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { type EventItem, ProgrammeService } from '#event';
import { DeskRulesService, RegistrationService, recountSeats } from '#registration';
import { planEvent } from '../../../../../test/builders/events.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import { textOf } from '../../../test/at-the-desk.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
});
afterAll(() => office.close());

const pageOf = (id: string) => `/office/events/${id}/items`;

const itemsOf = async (id: string): Promise<EventItem[]> =>
  (await office.get(ProgrammeService).byId(id)).items;

/** One row of the form. */
const row = (index: number, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`items.${index}.${name}`, value]));

const day = '2027-01-25';
const tour = { 'title.de': 'Rundgang', day, from: '11:00', until: '12:00' };
const talk = { 'title.de': 'Vortrag', 'title.en': 'Talk', day, from: '10.00', until: '11 Uhr' };

const save = (id: string, ...rows: Record<string, string>[]) =>
  browser.submit(pageOf(id), pageOf(id), Object.assign({}, ...rows));

describe('The programme of an event', () => {
  it('is made in the office, put in the order of its hours, and its points become sessions', async () => {
    const { id } = await planEvent(office, {}, { online: 10 });
    expect((await browser.get(`/office/events/${id}/plan`)).body).toContain(`href="${pageOf(id)}"`);
    const seats = `/office/events/${id}/seats`;
    expect((await browser.get(seats)).body).toContain(`href="${pageOf(id)}"`);
    const lunch = { 'title.de': 'Imbiss', day, from: '', until: '' };
    const answer = await save(id, row(0, lunch), row(1, tour), row(2, { day }), row(3, talk));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, pageOf(id)]);
    const items = await itemsOf(id);
    expect(items).toMatchObject([
      { title: { de: 'Vortrag', en: 'Talk' }, startsLocal: `${day}T10:00`, endsLocal: `${day}T11:00` },
      { title: { de: 'Rundgang' }, startsLocal: `${day}T11:00` },
      { title: { de: 'Imbiss' }, startsLocal: null },
    ]);
    const [deed] = await office.get(AuditService).of({ type: 'event', id });
    expect(deed).toMatchObject({ action: 'event.revise', actor: expect.stringMatching(/^account:/) });
    await browser.submit(seats, `${seats}/sessions`, { session: items[1]!.id });
    expect(await office.get(DeskRulesService).sessions(id)).toMatchObject([{ id: items[1]!.id }]);
  });

  it('keeps who its points are when they change, so that what people chose stays theirs', async () => {
    const { id, slug } = await withTourAndTalk();
    const [first, second] = await itemsOf(id);
    await office.get(DeskRulesService).saveSessions(id, [{ itemId: second!.id, capacity: 5 }], 'account:1');
    await register(office, slug, { ...aPerson(1), sessions: [second!.id] });
    // The tour is now before the talk, and both have other names.
    await save(
      id,
      row(0, { ...talk, id: first!.id, 'title.de': 'Gespräch' }),
      row(1, { ...tour, id: second!.id, 'title.de': 'Gang', from: '08:00', until: '09:00' }),
    );
    expect(await itemsOf(id)).toMatchObject([
      { id: second!.id, title: { de: 'Gang' }, startsLocal: `${day}T08:00` },
      { id: first!.id, title: { de: 'Gespräch' } },
    ]);
    expect(await office.get(DeskRulesService).sessions(id)).toMatchObject([{ id: second!.id, taken: 1 }]);
    expect(await recountSeats(office.manager)).toEqual([]);
  });

  it('loses a point by a tick, but none that somebody has chosen or could choose', async () => {
    const { id, slug } = await withTourAndTalk();
    const [first, second] = await itemsOf(id);
    const rules = office.get(DeskRulesService);
    await rules.saveSessions(id, [{ itemId: second!.id, capacity: 5 }], 'account:1');
    const { registrationId } = await register(office, slug, { ...aPerson(1), sessions: [second!.id] });
    const without = (...removed: EventItem[]) =>
      save(
        id,
        ...[first!, second!].map((item, index) =>
          row(index, {
            ...(item === first ? talk : tour),
            id: item.id,
            ...(removed.includes(item) && { remove: 'yes' }),
          }),
        ),
      );
    const refused = await without(second!);
    expect(refused.statusCode).toBe(409);
    expect(textOf(refused.body)).toContain('“Rundgang” cannot be removed: one person has chosen it.');
    expect(refused.body).toContain('value="yes" checked');
    await office.get(RegistrationService).withdraw(registrationId!, { actor: 'participant' });
    const offered = await without(second!);
    expect(textOf(offered.body)).toContain('people can choose this item when they register');
    expect(await itemsOf(id)).toHaveLength(2);
    await rules.saveSessions(id, [], 'account:1');
    expect((await without(second!)).statusCode).toBe(303);
    expect(await itemsOf(id)).toMatchObject([{ id: first!.id }]);
    expect(await recountSeats(office.manager)).toEqual([]);
    // What was taken off does not come back with an old form.
    await without();
    expect(await itemsOf(id)).toMatchObject([{ id: first!.id }]);
  });

  it('gets another row without losing what is typed', async () => {
    const { id } = await planEvent(office);
    const { statusCode, body } = await save(id, row(0, tour), { wish: 'add' });
    expect(statusCode).toBe(200);
    expect(body).toContain('value="Rundgang"');
    expect(body).toContain('name="items.1.title.de"');
    expect(await itemsOf(id)).toEqual([]);
  });

  it('says at each field what is wrong, and changes nothing', async () => {
    const { id } = await planEvent(office);
    const answer = await save(
      id,
      row(0, { ...tour, 'title.de': '', until: '10:00' }),
      row(1, { ...tour, until: '10:00' }),
      row(2, { ...tour, day: 'bald', from: '' }),
    );
    expect(answer.statusCode).toBe(422);
    const summary = answer.body.split('error-summary')[1]!.split('</section>')[0]!;
    const named = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, field]) => field);
    expect(named).toEqual(['items.0.title.de', 'items.1.until', 'items.2.from']);
    expect(textOf(summary)).toContain('Item 2: End');
    expect(answer.body).toContain('value="bald"');
    expect(await itemsOf(id)).toEqual([]);
  });

  it('moves along with the event, and is not there for what is no event of ours', async () => {
    const { id } = await withTourAndTalk();
    await browser.submit(`/office/events/${id}/plan`, `/office/events/${id}/plan`, {
      'title.de': 'Sichere Plätze',
      day: '2027-02-01',
      from: '10:00',
      until: '12:00',
      format: 'online',
      audience: 'public',
    });
    expect(await itemsOf(id)).toMatchObject([
      { startsLocal: '2027-02-01T10:00' },
      { startsLocal: '2027-02-01T11:00' },
    ]);
    const listing = await planEvent(office, { kind: 'listing', ourRole: 'guest' });
    expect((await browser.get(pageOf(listing.id))).statusCode).toBe(404);
    expect((await office.browser().get(pageOf(id))).statusCode).toBe(303);
    expect((await browser.post(pageOf(id), row(0, tour))).statusCode).toBe(403);
  });
});

async function withTourAndTalk() {
  const event = await planEvent(office, {}, { online: 10 });
  await save(event.id, row(0, talk), row(1, tour));
  return event;
}
