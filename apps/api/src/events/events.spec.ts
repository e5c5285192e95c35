import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeskRulesService } from '#registration';
import { askQuestions, offerSessions, optionsOf } from '../../../../test/builders/choices.js';
import { planEvent } from '../../../../test/builders/events.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { type ApiHouse, openApi } from '../../test/open-api.js';
import { eventSchema, type ListedEvent, programmePageSchema } from './event.schema.js';

let house: ApiHouse;
beforeAll(async () => {
  house = await openApi();
});
afterAll(() => house.close());
beforeEach(() => house.manager.query('TRUNCATE event CASCADE'));

const onDay = (day: string) => [{ starts: `${day}T10:00`, ends: `${day}T12:00` }];
const ask = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await house.call({ url: `/api/v1/events${address}`, headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
};
const slugs = async (query = '') =>
  (await ask(query)).body.items.map((event: { slug: string }) => event.slug);

describe('The programme for programs', () => {
  it('shows an event with its times in its own zone, its window and its seats', async () => {
    const { slug } = await planEvent(house, { format: 'hybrid' }, { onsite: 1, online: null });
    await register(house, slug, aPerson(1, { attendance: 'onsite' }));
    await register(house, slug, aPerson(2, { attendance: 'onsite' }));
    const { body } = await ask('?lang=en');

    expect(body).toEqual({
      items: [
        {
          slug,
          kind: 'workshop',
          status: 'published',
          title: 'Safe squares',
          startsAt: '2027-01-25T10:00:00+01:00',
          endsAt: '2027-01-25T12:00:00+01:00',
          timeZone: 'Europe/Berlin',
          format: 'hybrid',
          registration: { state: 'open', closesAt: '2027-01-18T12:00:00+01:00' },
          seats: { onsite: { capacity: 1, free: 0 }, online: { capacity: null, free: null }, waiting: 1 },
        },
      ],
    });
    expect(programmePageSchema.parse(body)).toEqual(body);
  });

  it('tells late, when one can still ask, from closed', async () => {
    const dates = onDay('2027-01-08');
    const { slug } = await planEvent(house, { slug: 'asking', format: 'onsite', dates });
    const strict = await planEvent(house, { slug: 'strict', format: 'onsite', dates });
    await house.get(DeskRulesService).save(strict.id, { lateRequests: false }, 'account:1');
    const begun = await planEvent(house, { slug: 'begun', format: 'onsite', dates: onDay('2026-12-01') });
    const { body } = await ask('');
    const states = body.items.map((one: ListedEvent) => [one.slug, one.registration.state]);

    expect(Object.fromEntries(states)).toEqual({ asking: 'late', strict: 'closed', begun: 'closed' });
    expect((await ask(`/${slug}`)).body.registration.state).toBe('late');
    expect((await ask(`/${begun.slug}`)).body.registration.state).toBe('closed');
    expect(programmePageSchema.parse(body)).toEqual(body);
    const answer = await house.call({
      method: 'POST',
      url: `/api/v1/events/${slug}/registrations`,
      payload: aPerson(1),
    });
    expect(answer.json()).toEqual({ status: 'requested' });
  });

  it('is paged: each event comes once, undated ones last, drafts never', async () => {
    for (const day of ['2027-03-01', '2027-02-01', '2027-02-01', '2021-05-01']) {
      await planEvent(house, { slug: `on-${day}-${Math.random()}`.replace('.', ''), dates: onDay(day) });
    }
    await planEvent(house, { slug: 'undated', status: 'announced', dates: [] });
    await planEvent(house, { slug: 'draft', status: 'draft' });
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await ask(`?limit=2${cursor}`);
      seen.push(...body.items.map((event: { slug: string }) => event.slug));
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
    }

    expect(seen.map((slug) => slug.slice(0, 13))).toEqual([
      'on-2021-05-01',
      'on-2027-02-01',
      'on-2027-02-01',
      'on-2027-03-01',
      'undated',
    ]);
    expect(new Set(seen).size).toBe(5);
  });

  it('can be limited to kinds and to a time, which undated events are only after', async () => {
    await planEvent(house, { slug: 'past', dates: onDay('2026-12-01') });
    await planEvent(house, { slug: 'soon', dates: onDay('2027-02-01') });
    await planEvent(house, { slug: 'training', kind: 'training', dates: onDay('2027-02-02') });
    await planEvent(house, { slug: 'undated', status: 'announced', dates: [] });

    expect(await slugs('?from=2027-01-01')).toEqual(['soon', 'training', 'undated']);
    expect(await slugs('?from=2027-01-01&until=2027-02-01')).toEqual(['soon']);
    expect(await slugs('?kind=training,assembly')).toEqual(['training']);
    expect(await slugs('?kind=training&kind=workshop&until=2026-12-31')).toEqual(['past']);
  });

  it('speaks the language of who asks, and falls back to the event’s own', async () => {
    const { slug } = await planEvent(house, { title: { de: 'Plätze', en: 'Squares' } });
    const title = async (address: string, accepted?: string) =>
      (await ask(`/${slug}${address}`, accepted ? { 'accept-language': accepted } : {})).body.title;

    expect(await title('')).toBe('Plätze');
    expect(await title('', 'fr-CA, en-GB;q=0.8')).toBe('Plätze');
    expect(await title('', 'nl, en-GB;q=0.8, de;q=0.5')).toBe('Squares');
    expect(await title('?lang=de', 'en')).toBe('Plätze');
  });
});

describe('One event for programs', () => {
  it('comes with texts, dates, hosts and places, and never with a way to join', async () => {
    const { slug } = await planEvent(house, {
      format: 'hybrid',
      summary: { de: 'Kurz' },
      hosts: [{ name: 'Stadt Musterhausen', link: 'https://musterhausen.test' }],
      speakers: [{ name: 'Kim Beispiel', function: { de: 'Leitung', en: 'Head' } }],
      dates: [
        {
          starts: '2027-03-27T10:00',
          ends: '2027-03-27T12:00',
          place: { de: 'Rathaus' },
          meetingPoint: { de: 'Foyer' },
          joiningLink: 'https://meet.forum.test/geheim',
        },
        { starts: '2027-03-29T10:00', ends: '2027-03-29T12:00' },
      ],
      items: [{ starts: '2027-03-27T10:30', title: { de: 'Begrüßung' } }],
    });
    const { body } = await ask(`/${slug}?lang=en`);

    expect(body).toMatchObject({
      summary: 'Kurz',
      hosts: [{ name: 'Stadt Musterhausen', link: 'https://musterhausen.test' }],
      speakers: [{ name: 'Kim Beispiel', function: 'Head' }],
      dates: [
        { startsAt: '2027-03-27T10:00:00+01:00', status: 'planned', place: 'Rathaus', meetingPoint: 'Foyer' },
        { startsAt: '2027-03-29T10:00:00+02:00' },
      ],
      items: [{ startsAt: '2027-03-27T10:30:00+01:00', title: 'Begrüßung', speakers: [] }],
      page: `http://plenum.test/events/${slug}`,
      calendar: `http://plenum.test/events/${slug}.ics`,
    });
    expect(JSON.stringify(body)).not.toContain('geheim');
    expect(eventSchema.parse(body)).toEqual(body);
  });

  it('tells a program what to ask who registers, in the language that it wants', async () => {
    const { slug, id } = await planEvent(house, {
      items: [
        { starts: '2027-01-25T10:30', ends: '2027-01-25T11:00', title: { de: 'Rundgang', en: 'Walk' } },
        { starts: '2027-01-25T11:00', title: { de: 'Mittag' } },
      ],
    });
    const [walk] = await offerSessions(house, id, [3]);
    const form = await askQuestions(
      house,
      id,
      [
        { kind: 'yesNo', label: { de: 'Essen Sie mit?', en: 'Will you eat with us?' } },
        { kind: 'single', label: { de: 'Was?' }, options: optionsOf(['Suppe', 2], 'Brot'), required: true },
        { kind: 'long', label: { de: 'Bedarf' }, help: { de: 'Freiwillig' }, sensitive: true },
      ],
      [{ purpose: 'photo', text: { de: 'Fotos' } }],
    );
    const [soup, bread] = form.questions[1]!.options;
    const { body } = await ask(`/${slug}?lang=en`);

    expect(body.sessions).toEqual([
      {
        id: walk,
        title: 'Walk',
        startsAt: '2027-01-25T10:30:00+01:00',
        endsAt: '2027-01-25T11:00:00+01:00',
        capacity: 3,
        free: 3,
      },
    ]);
    expect(body.questions).toEqual([
      expect.objectContaining({ kind: 'yesNo', label: 'Will you eat with us?', required: false }),
      expect.objectContaining({
        kind: 'single',
        required: true,
        options: [
          { id: soup!.id, label: 'Suppe', capacity: 2, free: 2 },
          { id: bread!.id, label: 'Brot' },
        ],
      }),
      expect.objectContaining({ kind: 'long', help: 'Freiwillig', sensitive: true }),
    ]);
    expect(body.consents).toEqual([{ id: form.consents[0]!.id, purpose: 'photo', text: 'Fotos' }]);
    expect(eventSchema.parse(body)).toEqual(body);
  });

  it('of others names our part and the page of its organizer, and takes no registration', async () => {
    const { slug } = await planEvent(house, {
      kind: 'listing',
      ourRole: 'panel',
      link: 'https://congress.test/2027',
    });
    const { body } = await ask(`/${slug}`);

    expect(body).toMatchObject({
      ourRole: 'panel',
      link: 'https://congress.test/2027',
      registration: { state: 'none' },
      seats: { waiting: 0 },
    });
    expect(eventSchema.parse(body)).toEqual(body);
  });

  it('that is only announced says when, as people would', async () => {
    const { slug } = await planEvent(house, {
      status: 'announced',
      dates: [],
      announced: { from: '2027-06-01', until: '2027-06-30' },
    });
    const { body } = await ask(`/${slug}?lang=en`);

    expect(body.announced).toEqual({ from: '2027-06-01', until: '2027-06-30', text: 'June 2027' });
    expect(eventSchema.parse(body)).toEqual(body);
  });

  it.each(['nothing-here', 'UPPER', '%00', 'a%20b', "'%3B--", 'x'.repeat(101)])(
    'is unknown by the address %s',
    async (slug) => {
      const { status, headers } = await ask(`/${slug}`);

      expect(status).toBe(404);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    },
  );

  it('is unknown as long as it is a draft', async () => {
    const { slug } = await planEvent(house, { status: 'draft' });

    expect(await ask(`/${slug}?lang=fr`)).toMatchObject({
      status: 404,
      body: { type: '/api/docs#event-unknown', detail: 'Cet événement n’existe pas ou n’existe plus.' },
    });
  });
});
