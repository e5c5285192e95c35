import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventPlan, PlanningService } from '#event';
import { MemberService } from '#member';
import { read } from '../../libs/icalendar/test/reader.js';
import type { Product } from '../setup/product.js';
import { type Installation, inWeeks, openInstallation, until } from './support/installation.js';
import { registerByApi, registerOnPage } from './support/registering.js';
import { Visitor } from './support/visitor.js';

let installation: Installation;
let product: Product;
beforeAll(async () => {
  installation = await openInstallation();
  await installation.house
    .get(MemberService)
    .enter([{ name: 'Essen', kind: 'city', from: '2020-01-01' }], Temporal.Now.instant());
  product = await installation.start();
});
afterAll(() => installation.close());

const alma = { firstName: 'Alma', lastName: 'Beispiel', email: 'alma@stadt.test' };
const tomorrow = Temporal.Now.instant().add({ hours: 24 });

describe('An event for which one cannot register', () => {
  it.each<[string, number, string, Partial<EventPlan>, Record<'de' | 'en' | 'fr', string>]>([
    [
      'whose window is closed',
      409,
      'registration-closed',
      { dates: [inWeeks(-1)] },
      {
        de: 'Die Anmeldung ist geschlossen.',
        en: 'Registration is closed.',
        fr: 'Les inscriptions sont closes.',
      },
    ],
    [
      'whose window is not open yet',
      409,
      'registration-not-yet-open',
      { opensAt: tomorrow },
      {
        de: 'Die Anmeldung ist noch nicht geöffnet.',
        en: 'Registration is not open yet.',
        fr: 'Les inscriptions ne sont pas encore ouvertes.',
      },
    ],
    [
      'that is cancelled',
      410,
      'event-cancelled',
      { status: 'cancelled' },
      {
        de: 'Diese Veranstaltung ist abgesagt.',
        en: 'This event has been cancelled.',
        fr: 'Cet événement est annulé.',
      },
    ],
    [
      'that is by invitation',
      403,
      'invitation-needed',
      { audience: 'invited' },
      {
        de: 'An dieser Veranstaltung kann man nur auf Einladung teilnehmen.',
        en: 'This event is by invitation only.',
        fr: 'Cet événement est accessible sur invitation uniquement.',
      },
    ],
    [
      'that has no date yet',
      409,
      'no-registration',
      { status: 'announced', dates: [], announced: { from: '2030-01-01', until: '2030-02-01' } },
      {
        de: 'Für diese Veranstaltung kann man sich hier nicht anmelden.',
        en: 'You cannot register for this event here.',
        fr: 'On ne peut pas s’inscrire ici à cet événement.',
      },
    ],
    [
      'that is a draft',
      404,
      'event-unknown',
      { status: 'draft' },
      {
        de: 'Diese Veranstaltung gibt es nicht (mehr).',
        en: 'There is no such event (any more).',
        fr: 'Cet événement n’existe pas ou n’existe plus.',
      },
    ],
  ])(
    'because it is one %s says so in every language, and nothing changes',
    async (_, status, name, plan, sentences) => {
      const { slug, id } = await installation.plan(plan);
      for (const [language, sentence] of Object.entries(sentences)) {
        const visitor = new Visitor(product.url, language);
        const opened = await visitor.open(`/events/${slug}/register`);
        const sent = await visitor.post(`/events/${slug}/register`, {
          submission: 'one',
          'people.0.firstName': 'Alma',
          'people.0.lastName': 'Beispiel',
          'people.0.email': 'alma@stadt.test',
        });
        const byApi = await registerByApi(product.url, slug, alma, { 'accept-language': language });

        for (const page of [opened, sent]) {
          expect(page).toMatchObject({ status, text: expect.stringContaining(sentence) });
          expect(page.html).toContain(`<html lang="${language}"`);
        }
        expect(byApi).toMatchObject({
          status,
          body: { status, type: `/api/docs#${name}`, detail: expect.stringContaining(sentence) },
        });
      }
      expect(await installation.query('SELECT FROM registration WHERE event_id = $1', [id])).toEqual([]);
      expect(await installation.query('SELECT FROM message WHERE event_id = $1', [id])).toEqual([]);
    },
  );

  it('that was never there is a page of its own', async () => {
    const page = await new Visitor(product.url).open('/events/never-there');

    expect(page).toMatchObject({ status: 404, text: expect.stringContaining('There is no such event') });
  });
});

describe('A members’ event', () => {
  it('asks for the member, and takes nobody else', async () => {
    const { slug, id } = await installation.plan({ audience: 'members' });
    const visitor = new Visitor(product.url);
    const outsider = { ...alma, organization: 'Atlantis' };
    const refused = await registerOnPage(visitor, slug, [outsider]);
    const byApi = await registerByApi(product.url, slug, outsider, { 'accept-language': 'en' });

    const sentence = 'This event is for members. Please choose your member organization.';
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining(sentence) });
    expect(byApi).toMatchObject({ status: 422, body: { detail: sentence } });
    expect(await installation.query('SELECT FROM registration WHERE event_id = $1', [id])).toEqual([]);

    const taken = await registerOnPage(visitor, slug, [{ ...alma, organization: 'Essen' }]);
    expect(taken.text).toContain('You are registered.');
  });
});

describe('A listing', () => {
  it('offers no form, leads to its organizer and is in the feed', async () => {
    const { slug } = await installation.plan({
      kind: 'listing',
      ourRole: 'panel',
      link: 'https://elsewhere.test/congress',
      title: { de: 'Kongress der anderen' },
    });
    const visitor = new Visitor(product.url);
    const page = await visitor.open(`/events/${slug}`);

    expect(page.html).toContain('href="https://elsewhere.test/congress"');
    expect(page.html).not.toContain(`/events/${slug}/register`);
    expect(await visitor.open(`/events/${slug}/register`)).toMatchObject({ status: 409 });
    expect(await registerByApi(product.url, slug, alma)).toMatchObject({ status: 409 });
    expect(await until(async () => (await feed()).text.includes('SUMMARY:Kongress der anderen'))).toBe(true);
  });
});

describe('A feed', () => {
  it('is unchanged until an event is revised, and then carries a higher sequence', async () => {
    const { slug, id } = await installation.plan();
    const entryOf = (text: string) => read(text).entries.find(({ url }) => url?.includes(`/events/${slug}`));
    await until(async () => Boolean(entryOf((await feed()).text)));
    const first = await feed();
    const before = entryOf(first.text);
    expect(await feed({ 'if-none-match': first.etag })).toMatchObject({
      status: 304,
      etag: first.etag,
      text: '',
    });

    const { starts, ends } = inWeeks(4);
    await installation.house
      .get(PlanningService)
      .revise(id, { dates: { 0: { startsLocal: starts, endsLocal: ends } } });

    await until(async () => (await feed({ 'if-none-match': first.etag })).status === 200);
    const second = await feed({ 'if-none-match': first.etag });
    const after = entryOf(second.text);
    expect(second).toMatchObject({ status: 200 });
    expect(second.etag).not.toBe(first.etag);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect(after?.start.wallClock).toContain(starts);
  });

  it('does not change when people register', async () => {
    const { slug } = await installation.plan();
    await until(async () => (await feed()).text.includes(`/events/${slug}`));
    const first = await feed();
    await registerByApi(product.url, slug, alma);

    expect(await feed({ 'if-none-match': first.etag })).toMatchObject({ status: 304 });
  });
});

async function feed(headers: Record<string, string> = {}) {
  const answer = await fetch(`${product.url}/calendar.ics`, { headers });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
}
