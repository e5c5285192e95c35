import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { ProgrammeService } from '#event';
import { MemberService } from '#member';
import { DeskRulesService } from '#registration';
import { planEvent } from '../../../../../test/builders/events.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import { textOf } from '../../../test/at-the-desk.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
let rules: DeskRulesService;
let essen: string;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
  rules = office.get(DeskRulesService);
  const city = { kind: 'city' as const, from: '2020-01-01' };
  essen = await office.get(MemberService).add({ ...city, name: 'Essen' }, 'account:1');
  await office.get(MemberService).add({ ...city, name: 'Moers' }, 'account:1');
});
afterAll(() => office.close());
beforeEach(() => office.clock.set('2026-12-01T09:00:00Z'));

const pageOf = (id: string) => `/office/events/${id}/seats`;

/** The rules' form as it is for a new event, with these changes. */
const ruleFields = (changes: Record<string, string> = {}) => ({
  promotion: 'automatic',
  lineOrder: 'arrival',
  collectHours: '72',
  entry: 'lateRequests',
  requestDays: '14',
  verifyMinutes: '',
  holds: 'verifyHoldsSeat',
  proof: 'choice',
  namingDays: '14',
  ...changes,
});

/** Sends one of the page's forms. */
const send = (id: string, form: string, fields: Record<string, string>) =>
  browser.submit(pageOf(id), pageOf(id) + form, fields);

const deeds = async (id: string) => office.get(AuditService).of({ type: 'event', id });

describe('The seats of an event', () => {
  it('are found from its list of people, and are changed there', async () => {
    const { id } = await planEvent(office, { format: 'hybrid' }, { onsite: 20 });
    expect((await browser.get(`/office/events/${id}`)).body).toContain(`href="${pageOf(id)}"`);
    const { body } = await browser.get(pageOf(id));
    expect(body).toContain('20 of 20 seats free');
    const answer = await send(id, '', { onsite: '24', online: '50' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, pageOf(id)]);
    expect((await browser.get(pageOf(id))).body).toContain('24 of 24 seats free');
    const [deed] = await deeds(id);
    expect(deed).toMatchObject({
      actor: expect.stringMatching(/^account:/),
      action: 'event.resize',
      before: { onsite: 20, online: null },
      after: { onsite: 24, online: 50 },
    });
  });

  it('say who moved up when there are more of them, or was offered one', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 1 });
    for (const number of [1, 2, 3, 4, 5, 6]) await register(office, slug, aPerson(number));
    await send(id, '', { online: '4' });
    expect(textOf((await browser.get(pageOf(id))).body)).toContain(
      'The number of seats is saved. 3 people have moved up. ',
    );
    await rules.save(id, { promotion: 'offer' }, 'account:1');
    await send(id, '', { online: '5' });
    const { body } = await browser.get(`${pageOf(id)}?lang=de`);
    expect(textOf(body)).toContain('ist gespeichert. Einer Person wurde ein Platz angeboten. ');
    await send(id, '', { online: '5' });
    expect(textOf((await browser.get(`${pageOf(id)}?lang=en`)).body)).toContain('is saved. ');
  });

  it('become fewer than are taken only when that is meant, and nobody is dropped', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 3 });
    for (const number of [1, 2, 3]) await register(office, slug, aPerson(number));
    const asked = await send(id, '', { online: '2' });
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('3 seats are taken, and there will be 2. Nobody loses a seat.');
    expect((await browser.get(pageOf(id))).body).toContain('value="3"');
    const done = await browser.post(pageOf(id), { ...hiddenOf(asked.body), confirmed: 'yes' });
    expect(done.statusCode).toBe(303);
    const { body } = await browser.get(pageOf(id));
    expect(body).toContain('1 seat is taken above the number');
    expect(body).toContain('value="2"');
    // What stays as it is need not be confirmed again.
    expect((await send(id, '', { online: '2' })).statusCode).toBe(303);
  });

  it('must be whole numbers, and what was typed comes back', async () => {
    const { id } = await planEvent(office, {}, { online: 3 });
    const answer = await send(id, '', { online: 'viele' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Please give a whole number from 0 to 100,000.');
    expect(answer.body).toContain('href="#online"');
    expect(answer.body).toContain('value="viele"');
  });
});

describe('The rules of an event', () => {
  it('are what the form says, and the form shows what they are', async () => {
    const { id } = await planEvent(office, {}, { online: 10 });
    const answer = await send(id, '/rules', {
      ...ruleFields({ promotion: 'offer', entry: 'approval', verifyMinutes: '60', series: 'Herbst' }),
      mostInSeries: '2',
      withdrawUntil: '24.1.2027',
      minimum: '5',
      minimumUntil: '2027-01-11',
      'minimumUntil.hour': '12:00',
      missed: 'minimumCancels',
    });
    expect(answer.statusCode).toBe(303);
    expect(await rules.of(id)).toMatchObject({
      promotion: 'offer',
      approval: true,
      lateRequests: false,
      verifyMinutes: 60,
      verifyHoldsSeat: true,
      withdrawUntil: Temporal.Instant.from('2027-01-24T22:59:00Z'),
      collectHours: 72,
      series: 'Herbst',
      mostInSeries: 2,
      minimum: 5,
      minimumUntil: Temporal.Instant.from('2027-01-11T11:00:00Z'),
      minimumCancels: true,
    });
    const { body } = await browser.get(pageOf(id));
    expect(body).toContain('The rules are saved.');
    for (const shown of ['value="2027-01-24"', 'value="23:59"', 'value="12:00"', 'value="Herbst"']) {
      expect(body).toContain(shown);
    }
    expect(body).toMatch(/id="promotion\.offer"[^>]*checked/);
    expect(body).toMatch(/id="entry\.approval"[^>]*checked/);
    expect(body).not.toMatch(/id="entry\.lateRequests"[^>]*checked/);
  });

  it('that contradict each other or make no sense are named at their fields, and nothing changes', async () => {
    const { id } = await planEvent(office, {}, { online: 10 });
    const changes = { requestDays: '', withdrawUntil: 'bald', verifyMinutes: '1' };
    const answer = await send(id, '/rules', ruleFields(changes));
    expect(answer.statusCode).toBe(422);
    expect(namedIn(answer.body)).toEqual(['requestDays', 'verifyMinutes', 'withdrawUntil']);
    expect(answer.body).toContain('value="bald"');
    const late = await send(id, '/rules', ruleFields({ withdrawUntil: '2027-02-01', minimum: '11' }));
    expect(namedIn(late.body)).toEqual(['withdrawUntil', 'minimum', 'minimumUntil']);
    expect(await deeds(id)).toEqual([]);
  });
});

it('The form says in every language before what names are due', async () => {
  const { id } = await planEvent(office);
  // English last: the browser remembers it.
  for (const [language, words] of [
    ['de', 'Tage vor dem Beginn'],
    ['fr', 'jours avant le début'],
    ['en', 'days before the start'],
  ]) {
    expect((await browser.get(`${pageOf(id)}?lang=${language}`)).body).toContain(words);
  }
});

describe('Contingents', () => {
  it('hold for all members, and otherwise for some', async () => {
    const { id } = await planEvent(office, {}, { online: 10 });
    const answer = await send(id, '/contingents', {
      memberGuaranteed: '1',
      memberCap: '2',
      until: '2027-01-15',
      [`guaranteed.${essen}`]: '',
      [`cap.${essen}`]: '4',
    });
    expect(answer.statusCode).toBe(303);
    expect(await rules.contingents(id)).toMatchObject([
      { name: 'Essen', guaranteed: 1, cap: 4 },
      { name: 'Moers', guaranteed: 1, cap: 2 },
    ]);
    const { body } = await browser.get(pageOf(id));
    expect(body).toContain('Release: Friday, 15 January 2027, 00:00 (CET).');
    expect(body).toMatch(new RegExp(`name="cap.${essen}"[^>]*value="4"`));
    expect(body).toMatch(new RegExp(`name="guaranteed.${essen}"[^>]*value autocomplete`));
  });

  it('may be for some members alone, who have no upper limit of their own', async () => {
    const { id } = await planEvent(office, {}, { online: 10 });
    const alone = {
      memberGuaranteed: '0',
      memberCap: '',
      [`guaranteed.${essen}`]: '3',
      [`cap.${essen}`]: '',
    };
    expect((await send(id, '/contingents', alone)).statusCode).toBe(303);
    expect(await rules.contingents(id)).toMatchObject([
      { name: 'Essen', guaranteed: 3, cap: null },
      { name: 'Moers', guaranteed: 0, cap: null },
    ]);
    // What is promised to one is more than what all may have.
    expect((await send(id, '/contingents', { ...alone, memberCap: '2' })).statusCode).toBe(303);
    expect(await rules.contingents(id)).toMatchObject([
      { name: 'Essen', guaranteed: 3, cap: 3 },
      { name: 'Moers', guaranteed: 0, cap: 2 },
    ]);
  });

  it('leave the upper limit of a member empty that has none of its own: it follows that of all', async () => {
    const { id } = await planEvent(office, {}, { online: 20 });
    const wish = { memberGuaranteed: '0', memberCap: '2', [`guaranteed.${essen}`]: '5' };
    expect((await send(id, '/contingents', { ...wish, [`cap.${essen}`]: '' })).statusCode).toBe(303);
    expect(await rules.contingents(id)).toMatchObject([{ name: 'Essen', guaranteed: 5, cap: 5 }, { cap: 2 }]);
    const { body } = await browser.get(pageOf(id));
    expect(body).toMatch(new RegExp(`name="guaranteed.${essen}"[^>]*value="5"`));
    expect(body).toMatch(new RegExp(`name="cap.${essen}"[^>]*value autocomplete`));
    const more = await send(id, '/contingents', { ...wish, memberCap: '10', [`cap.${essen}`]: '' });
    expect(more.statusCode).toBe(303);
    expect(await rules.contingents(id)).toMatchObject([
      { name: 'Essen', guaranteed: 5, cap: 10 },
      { name: 'Moers', guaranteed: 0, cap: 10 },
    ]);
  });

  it('that promise too much are refused where it was typed', async () => {
    const { id } = await planEvent(office, {}, { online: 10 });
    const fields = {
      memberGuaranteed: '0',
      memberCap: '2',
      [`guaranteed.${essen}`]: '3',
      [`cap.${essen}`]: '1',
    };
    const answer = await send(id, '/contingents', fields);
    expect(answer.statusCode).toBe(422);
    expect(namedIn(answer.body)).toEqual([`cap.${essen}`]);
    expect(answer.body).toContain('Essen: at most: The upper limit must be at least what is guaranteed.');
    const many = await send(id, '/contingents', { memberGuaranteed: '6', memberCap: '' });
    expect(many.body).toContain('In all 12 seats would be guaranteed, but there are only 10.');
  });
});

describe('Sessions', () => {
  it('are the ticked points of the programme, with their seats', async () => {
    const items = [{ starts: '2027-01-25T10:00', ends: '2027-01-25T11:00', title: { de: 'Rundgang' } }];
    const { id, slug } = await planEvent(office, { items }, { online: 10 });
    const [item] = await office.manager.query('SELECT id FROM event_item WHERE event_id = $1', [id]);
    const field = `seats.${item.id}`;
    const wrong = await send(id, '/sessions', { session: item.id, [field]: '-1' });
    expect([wrong.statusCode, namedIn(wrong.body)]).toEqual([422, [field]]);
    expect((await send(id, '/sessions', { session: item.id, [field]: '8' })).statusCode).toBe(303);
    expect(await rules.sessions(id)).toMatchObject([{ id: item.id, capacity: 8 }]);
    await register(office, slug, { ...aPerson(), sessions: [item.id] });
    const refused = await send(id, '/sessions', {});
    expect([refused.statusCode, refused.body]).toEqual([
      422,
      expect.stringContaining('1 person has already chosen'),
    ]);
    expect((await send(id, '/sessions', { session: item.id, [field]: '0' })).statusCode).toBe(303);
  });
});

describe('What is typed on the page', () => {
  it('is kept in the parts that were not saved, and the page says which', async () => {
    const { id, itemId } = await withRound();
    const all = {
      online: '12',
      ...ruleFields({ requestDays: '9' }),
      memberGuaranteed: '0',
      memberCap: '',
      [`seats.${itemId}`]: '4',
      session: itemId,
    };
    const { statusCode, body } = await send(id, '', all);
    expect(statusCode).toBe(200);
    expect(body).toContain('The number of seats is saved.');
    expect(textOf(body)).toContain('Not saved yet: Rules, Sessions to choose.');
    expect(body).toMatch(/name="requestDays"[^>]* value="9"/);
    expect(body).toMatch(new RegExp(`name="seats.${itemId}"[^>]* value="4"`));
    expect(await rules.of(id)).toMatchObject({ requestDays: 14 });
    const saved = await send(id, '/rules', all);
    expect(textOf(saved.body)).toContain('Not saved yet: Sessions to choose.');
    expect(await rules.of(id)).toMatchObject({ requestDays: 9 });
    expect((await send(id, '/sessions', all)).statusCode).toBe(303);
    expect(await rules.sessions(id)).toMatchObject([{ id: itemId, capacity: 4 }]);
  });

  it('is kept while the page asks whether fewer seats are meant, and when something is refused', async () => {
    const { id, slug } = await withRound();
    for (const number of [1, 2]) await register(office, slug, aPerson(number));
    const others = ruleFields({ requestDays: '9' });
    const asked = await send(id, '', { online: '1', ...others });
    const done = await browser.post(pageOf(id), hiddenOf(asked.body));
    expect(textOf(done.body)).toContain('Not saved yet: Rules.');
    expect(done.body).toMatch(/name="requestDays"[^>]* value="9"/);
    const refused = await send(id, '', { online: 'viele', ...others });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toMatch(/name="requestDays"[^>]* value="9"/);
  });

  it('leads back to the page whoever reloads what a part answered', async () => {
    const { id } = await planEvent(office);
    const answer = await browser.get(`${pageOf(id)}/rules`);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, pageOf(id)]);
    expect((await browser.get(`${pageOf(id)}/elsewhere`)).statusCode).toBe(404);
  });
});

it('An assembly has nothing to limit, and says why', async () => {
  const { id } = await planEvent(office, { kind: 'assembly' });
  const { body } = await browser.get(pageOf(id));
  expect(body).toContain('nobody may be kept from attending');
  expect(body).not.toContain(`action="${pageOf(id)}/rules"`);
});

it('The page is nobody’s but the office’s, and a listing has none', async () => {
  const { id } = await planEvent(office, { kind: 'listing', ourRole: 'guest' });
  expect((await browser.get(pageOf(id))).statusCode).toBe(404);
  const { id: other } = await planEvent(office);
  expect((await office.browser().get(pageOf(other))).statusCode).toBe(303);
  expect((await browser.post(`${pageOf(other)}/rules`, ruleFields())).statusCode).toBe(403);
});

async function withRound() {
  const items = [{ title: { de: 'Rundgang' } }];
  const event = await planEvent(office, { items }, { online: 10 });
  const { items: found } = await office.get(ProgrammeService).byId(event.id);
  return { ...event, itemId: found[0]!.id };
}

/** The fields that the error summary leads to, in its order. */
const namedIn = (body: string): string[] => {
  const summary = body.split('error-summary')[1]?.split('</section>')[0] ?? '';
  return [...summary.matchAll(/href="#([^"]*)"/g)].map(([, field = '']) => field);
};

const hiddenOf = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>;
