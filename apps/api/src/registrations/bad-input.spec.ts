import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '#language';
import { planEvent } from '../../../../test/builders/events.js';
import { type ApiHouse, openApi } from '../../test/open-api.js';
import { problemSchema } from '../problem/problem.schema.js';

let house: ApiHouse;
let slug: string;
beforeAll(async () => {
  house = await openApi();
  ({ slug } = await planEvent(house));
});
afterAll(() => house.close());

const alma = { email: 'alma@stadt.test', firstName: 'Alma', lastName: 'Beispiel' };
const json = { 'content-type': 'application/json' };

const send = (payload: string | Buffer, headers: Record<string, string> = json, query = '') =>
  house.call({ method: 'POST', url: `/api/v1/events/${slug}/registrations${query}`, payload, headers });

/** What one is told in each language; nothing may have changed. */
async function refusals(payload: string | Buffer, headers: Record<string, string> = json) {
  const answers = await Promise.all(LANGUAGES.map((language) => send(payload, headers, `?lang=${language}`)));
  const [{ count }] = await house.manager.query(
    'SELECT (SELECT count(*) FROM registration) + (SELECT count(*) FROM message) AS count',
  );
  expect(count).toBe('0');
  for (const answer of answers) {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problemSchema.parse(answer.json())).toEqual(answer.json());
  }
  expect(answers.map((answer) => answer.headers['content-language'])).toEqual([...LANGUAGES]);
  expect(new Set(answers.map((answer) => answer.json().detail)).size).toBe(LANGUAGES.length);
  return { statuses: [...new Set(answers.map((answer) => answer.statusCode))], body: answers[1]!.json() };
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('A field that is wrong is named, and why', () => {
  it.each([
    ['nothing', {}, { email: 'Please fill in.', firstName: 'Please fill in.', lastName: 'Please fill in.' }],
    [
      'an address without @',
      { ...alma, email: 'alma.stadt.test' },
      { email: 'Please enter a complete e-mail address, for example name@city.org.' },
    ],
    [
      'an address that is a number',
      { ...alma, email: 5 },
      { email: 'Another kind of value is expected here: string.' },
    ],
    ['an over-long name', { ...alma, lastName: 'x'.repeat(101) }, { lastName: 'At most 100 characters.' }],
    ['only blanks', { ...alma, firstName: ' \t\n ' }, { firstName: 'Please fill in.' }],
    ['only a NUL', { ...alma, firstName: '\0' }, { firstName: 'Please fill in.' }],
    ['half a character', { ...alma, firstName: '\ud83d' }, { firstName: 'Please fill in.' }],
    ['a NUL in the address', { ...alma, email: 'al\0ma@sta dt.test' }, { email: expect.any(String) }],
    [
      'an unknown language',
      { ...alma, language: 'it' },
      { language: 'Please choose one of the options offered: de, en, fr.' },
    ],
    [
      'an unknown way to attend',
      { ...alma, attendance: 'telepathy' },
      { attendance: 'Please choose one of the options offered: onsite, online.' },
    ],
    ['an unknown field', { ...alma, seat: 1 }, { seat: 'This field is not known here.' }],
    [
      'lists where texts belong',
      { email: [alma.email], firstName: {}, lastName: null },
      {
        email: 'Another kind of value is expected here: string.',
        firstName: 'Another kind of value is expected here: string.',
        lastName: 'Please fill in.',
      },
    ],
  ])('%s', async (_, body, errors) => {
    const refused = await refusals(JSON.stringify(body));

    expect(refused.statuses).toEqual([422]);
    expect(
      Object.fromEntries(
        refused.body.errors.map((error: { field: string; detail: string }) => [error.field, error.detail]),
      ),
    ).toEqual(errors);
  });

  it.each(['null', '[]', '"text"', '17', 'true', `{"email":${deep(20_000)}}`, deep(30_000)])(
    'and so is a body that is no person: %.20s',
    async (body) => {
      const refused = await refusals(body);
      expect(refused.statuses).toEqual([422]);
      expect(JSON.stringify(refused.body.errors)).toContain('Another kind of value is expected here');
    },
  );
});

describe('A body that cannot be read', () => {
  it.each([
    ['is not JSON', '{"email":'],
    ['is empty', ''],
    ['is not UTF-8 and so not JSON', Buffer.from([0x7b, 0xff, 0xfe, 0x00])],
    ['reaches for the prototype', '{"__proto__":{"polluted":true}}'],
    ['reaches for the constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
  ])('because it %s is a bad request', async (_, body) => {
    const refused = await refusals(body);
    expect(refused.statuses).toEqual([400]);
    expect(refused.body.detail).toBe('The request cannot be read. A JSON object is expected.');
    expect('polluted' in {}).toBe(false);
  });

  it.each([64 * 1024 + 1, 2 * 1024 * 1024])(
    'because it has %i bytes is refused with the limit',
    async (size) => {
      const { statuses, body } = await refusals('x'.repeat(size));

      expect(statuses).toEqual([413]);
      expect(body.detail).toBe('The input is too large. At most 64 KB are allowed.');
    },
  );

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a relative of JSON', { 'content-type': 'application/json-patch+json' }],
    ['nameless', {}],
    ['odd', { 'content-type': ';;;' }],
    ['compressed', { ...json, 'content-encoding': 'gzip' }],
  ])('because it is %s is refused by its type', async (_, headers) => {
    const refused = await refusals(JSON.stringify(alma), headers as Record<string, string>);
    expect(refused.statuses).toEqual([415]);
    expect(refused.body.detail).toContain('content type application/json');
  });
});

describe('Other odd requests', () => {
  it.each([
    ['an address that is not encoded properly', 'GET', '/api/v1/events/%ED%A0%80', 400],
    ['an unknown address', 'GET', '/api/v2/events', 404],
    ['the bare door', 'GET', '/api', 404],
    ['a method that is not there', 'DELETE', '/api/v1/events', 405],
    ['an unknown language', 'GET', '/api/v1/events?lang=it', 422],
    ['two languages', 'GET', '/api/v1/events?lang=de&lang=en', 422],
    ['a prototype in the query', 'GET', '/api/v1/events?__proto__[x]=1', 422],
  ] as const)('get a problem and never a page: %s', async (_, method, url, status) => {
    const answer = await house.call({ method, url });

    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it.each([
    ['DELETE', '/api/v1/events', 'GET, HEAD'],
    ['PUT', '/api/v1/events/some-event?lang=en', 'GET, HEAD'],
    ['GET', '/api/v1/events/some-event/registrations', 'POST'],
  ] as const)(
    'by a method that an address does not know are told which it knows: %s %s',
    async (method, url, allow) => {
      const answer = await house.call({ method, url });

      expect([answer.statusCode, answer.headers.allow]).toEqual([405, allow]);
    },
  );

  it.each([
    ['?from=yesterday', 'Please give a day or a moment with its zone'],
    ['?limit=101', 'Please give a whole number from 1 to 100.'],
    ['?cursor=zzz', 'Please give the value of nextCursor'],
  ])('with a query that cannot be understood are told what would be: %s', async (query, detail) => {
    const answer = await house.call({ url: `/api/v1/events${query}&lang=en` });

    expect([answer.statusCode, answer.json().errors[0].detail]).toEqual([
      422,
      expect.stringContaining(detail),
    ]);
  });

  it.each<Record<string, string>>([
    { 'accept-language': '*;q=x,,;;\u00ff' },
    { 'accept-language': 'de'.repeat(4_000) },
    { accept: 'text/html;q=0' },
    { 'idempotency-key': '\u00ff\u00e9' },
    { 'x-forwarded-for': '"><script>', forwarded: 'for=unknown' },
  ])('with odd headers are served: %j', async (headers) => {
    const answer = await send(JSON.stringify({ ...alma, email: 'nobody' }), { ...json, ...headers });

    expect(answer.statusCode).toBe(422);
  });

  it('of other sites’ browsers get no permission', async () => {
    const headers = {
      origin: 'https://elsewhere.test',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const url = `/api/v1/events/${slug}/registrations`;
    const preflight = await house.call({ method: 'OPTIONS', url, headers });
    const simple = await house.call({ method: 'GET', url: '/api/v1/events', headers });

    expect(preflight.statusCode).toBe(405);
    for (const answer of [preflight, simple]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('that fail for a reason of our own say only that', async () => {
    const broken = await openApi();
    await broken.manager.query('DROP TABLE event CASCADE');
    const answer = await broken.call({ url: '/api/v1/events/some-event?lang=en' });
    const feed = await broken.call({ url: '/events/some-event.ics?lang=en' });
    await broken.close();

    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({
      type: 'about:blank',
      title: 'Sorry, that did not work',
      status: 500,
      detail: 'That did not work. The fault is ours; please try again in a moment.',
    });
    expect([feed.statusCode, feed.body]).toEqual([500, `${answer.json().detail}\n`]);
  });
});

describe('Text that is odd but somebody’s', () => {
  it('is cleaned and taken', async () => {
    const person = {
      email: ' Zoë@stadt.test ',
      firstName: 'Zoe\u0308\0',
      lastName: 'O’Neil \ud83d\n& Söhne',
    };
    const answer = await send(JSON.stringify(person));
    const [row] = await house.manager.query('SELECT email, first_name, last_name FROM registration');

    expect(answer.statusCode).toBe(201);
    expect(row).toEqual({ email: 'Zoë@stadt.test', first_name: 'Zoë', last_name: 'O’Neil & Söhne' });
  });
});
