import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PlanningService } from '#event';
import { read } from '../../../../libs/icalendar/test/reader.js';
import { mistakesIn } from '../../../../libs/icalendar/test/strictly-valid.js';
import { planEvent } from '../../../../test/builders/events.js';
import { statementsOf } from '../../../../test/builders/statements.js';
import { type ApiHouse, openApi } from '../../test/open-api.js';

let house: ApiHouse;
let slug: string;
let id: string;
beforeAll(async () => {
  house = await openApi();
});
afterAll(() => house.close());

async function oneEvent(): Promise<void> {
  house.clock.set('2027-01-04T09:00:00Z');
  await house.manager.query('TRUNCATE event CASCADE');
  ({ slug, id } = await planEvent(house));
  await versionIsOld();
}

const versionIsOld = () => setTimeout(250);
const poll = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  house.call({ method, url, headers });
const etagOf = async (url: string, headers: Record<string, string> = {}) =>
  String((await poll(url, headers)).headers.etag);

describe('A calendar client', () => {
  beforeAll(oneEvent);

  it('gets the public programme as a calendar that it can read', async () => {
    const answer = await poll('/calendar.ics');

    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'public, max-age=60, must-revalidate',
      'last-modified': 'Mon, 04 Jan 2027 09:00:00 GMT',
      vary: 'accept-encoding',
    });
    expect(mistakesIn(answer.body)).toEqual([]);
    expect(read(answer.body)).toMatchObject({
      method: 'PUBLISH',
      name: 'DEFUS: Programm',
      entries: [{ summary: 'Sichere Plätze', attendees: 0 }],
    });
  });

  it('gets one event by its own address', async () => {
    const answer = await poll(`/events/${slug}.ics?lang=en`, { accept: 'text/calendar' });

    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(mistakesIn(answer.body)).toEqual([]);
    expect(read(answer.body).entries).toMatchObject([{ summary: 'Safe squares' }]);
  });

  it('may only look', async () => {
    const looked = await poll('/calendar.ics', {}, 'HEAD');
    const got = await poll('/calendar.ics');

    expect(looked.body).toBe('');
    for (const name of ['etag', 'last-modified', 'content-type', 'content-length', 'cache-control']) {
      expect(looked.headers[name]).toBe(got.headers[name]);
    }
  });

  it.each([
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
  ])(
    'that accepts %s gets the same calendar smaller, with a tag of its own',
    async (accepted, coding, decode) => {
      const plain = await poll('/calendar.ics');
      const coded = await poll('/calendar.ics', { 'accept-encoding': accepted });

      expect(coded.headers['content-encoding']).toBe(coding);
      expect(decode(coded.rawPayload).toString()).toBe(plain.body);
      expect(coded.headers.etag).not.toBe(plain.headers.etag);
      const held = { 'if-none-match': String(plain.headers.etag), 'accept-encoding': accepted };
      expect((await poll('/calendar.ics', held)).statusCode).toBe(200);
    },
  );

  it('may choose kinds and a language, and nothing but the address decides', async () => {
    await planEvent(house, { kind: 'training', title: { de: 'Kurs', fr: 'Cours' } });
    await planEvent(house, { kind: 'seminar' });
    await versionIsOld();
    const odd = { accept: 'application/json', 'accept-language': 'en' };
    const byComma = await poll('/calendar.ics?kind=workshop,training&lang=fr', odd);
    const byRepeating = await poll('/calendar.ics?lang=fr&kind=training&kind=workshop');

    expect(
      read(byComma.body)
        .entries.map(({ summary }) => summary)
        .sort(),
    ).toEqual(['Cours', 'Des places sûres']);
    expect(byRepeating.headers.etag).toBe(byComma.headers.etag);
    expect(byRepeating.body).toBe(byComma.body);
    expect(read((await poll('/calendar.ics', odd)).body).name).toBe('DEFUS: Programm');
    expect((await poll('/calendar.ics?kind=&lang=')).statusCode).toBe(200);
  });
});

describe('A client that has the feed already', () => {
  beforeEach(oneEvent);

  it.each(['/calendar.ics', '/calendar.ics?kind=workshop&lang=fr', 'event'])(
    'is told so: %s',
    async (address) => {
      const url = address === 'event' ? `/events/${slug}.ics` : address;
      const first = await poll(url);
      const again = await poll(url, { 'if-none-match': String(first.headers.etag) });
      const byDate = await poll(url, { 'if-modified-since': String(first.headers['last-modified']) });

      for (const answer of [again, byDate]) {
        expect([answer.statusCode, answer.body]).toEqual([304, '']);
        for (const name of ['etag', 'last-modified', 'cache-control', 'vary']) {
          expect(answer.headers[name]).toBe(first.headers[name]);
        }
        expect(answer.headers).not.toHaveProperty('content-type');
      }
    },
  );

  it('gets it again after any change, and the tag decides against the date', async () => {
    const etag = await etagOf('/calendar.ics');
    await house.get(PlanningService).revise(id, { event: { status: 'cancelled' } });
    await versionIsOld();
    const future = 'Fri, 31 Dec 2027 00:00:00 GMT';
    const answer = await poll('/calendar.ics', { 'if-none-match': etag, 'if-modified-since': future });

    expect(answer.statusCode).toBe(200);
    expect(read(answer.body).entries).toMatchObject([
      { status: 'CANCELLED', summary: 'Abgesagt: Sichere Plätze' },
    ]);
  });

  it('gets it again on the next day, because old dates have left it', async () => {
    const first = await poll('/calendar.ics');
    house.clock.set('2027-01-05T00:00:01Z');
    await versionIsOld();

    for (const condition of <Record<string, string>[]>[
      { 'if-none-match': String(first.headers.etag) },
      { 'if-modified-since': String(first.headers['last-modified']) },
    ]) {
      expect((await poll('/calendar.ics', condition)).statusCode).toBe(200);
    }
  });

  it('gets it again if its date cannot be read', async () => {
    expect((await poll('/calendar.ics', { 'if-modified-since': 'tomorrow' })).statusCode).toBe(200);
  });

  it('is told by a single read of the version, however many poll at once', async () => {
    const etag = await etagOf(`/events/${slug}.ics`);
    const programme = await etagOf('/calendar.ics');
    await versionIsOld();
    const statements = await statementsOf(house.manager, () =>
      Promise.all(
        Array.from({ length: 20 }, async (_, number) => {
          const [url, held] = number % 2 ? ['/calendar.ics', programme] : [`/events/${slug}.ics`, etag];
          expect((await poll(url, { 'if-none-match': held })).statusCode).toBe(304);
        }),
      ),
    );

    expect(statements).toEqual(['SELECT version, changed_at FROM programme_version']);
  });
});

describe('A feed that does not exist', () => {
  beforeAll(oneEvent);

  it.each([
    ['/calendar.ics?kind=webinar', /workshop, assembly, training/],
    ['/calendar.ics?kind=workshop&kind=webinar', /workshop, assembly, training/],
    ['/calendar.ics?lang=it', /de, en, fr/],
    ['/calendar.ics?lang=de&lang=en', /de, en, fr/],
    ['/events/nothing-here.ics?lang=en', /^There is no such event \(any more\)\.\n$/],
    ['/events/nothing-here.ics?lang=fr', /^Cet événement n’existe pas/],
    ['/events/%00.ics', /^Diese Veranstaltung gibt es nicht/],
  ])('is answered by a sentence: %s', async (url, sentence) => {
    const answer = await poll(url, { 'accept-language': 'nl' });

    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toMatch(sentence);
  });

  it.each<Record<string, string>>([
    { 'if-none-match': '*' },
    { 'if-modified-since': 'Fri, 31 Dec 2027 00:00:00 GMT' },
  ])('is not unchanged either: %j', async (condition) => {
    expect((await poll('/events/nothing-here.ics', condition)).statusCode).toBe(404);
  });

  it('is also that of a draft, even for a client that had it before', async () => {
    const etag = await etagOf(`/events/${slug}.ics`);
    await house.get(PlanningService).revise(id, { event: { status: 'draft' } });
    await versionIsOld();

    expect((await poll(`/events/${slug}.ics`, { 'if-none-match': etag })).statusCode).toBe(404);
  });
});
