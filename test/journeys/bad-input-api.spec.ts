import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '#language';
import type { Product } from '../setup/product.js';
import { type Installation, openInstallation } from './support/installation.js';

let installation: Installation;
let product: Product;
let slug: string;
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
  ({ slug } = await installation.plan());
});
afterAll(() => installation.close());

const alma = { email: 'alma@stadt.test', firstName: 'Alma', lastName: 'Beispiel' };
const json = { 'content-type': 'application/json' };

/** What a program is told in each language; nothing may have changed. */
async function refusal(path: string, request: RequestInit) {
  const answers = await Promise.all(
    LANGUAGES.map((language) =>
      fetch(product.url + path, {
        ...request,
        headers: { 'accept-language': language, ...request.headers },
      }),
    ),
  );
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  for (const answer of answers) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  }
  const problems = bodies.map((body) => JSON.parse(body));
  expect(new Set(problems.map(({ detail }) => detail)).size).toBe(LANGUAGES.length);
  expect(await installation.query('SELECT FROM registration UNION ALL SELECT FROM message')).toEqual([]);
  return { statuses: [...new Set(answers.map(({ status }) => status))], problem: problems[1] };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  refusal(`/api/v1/events/${slug}/registrations`, { method: 'POST', body, headers });

describe('A program that sends nonsense is told so, in its language, and nothing changes', () => {
  it.each<[string, number, string | Uint8Array<ArrayBuffer>]>([
    ['no fields', 422, '{}'],
    ['no object', 422, '[]'],
    ['null', 422, 'null'],
    ['an address without @', 422, JSON.stringify({ ...alma, email: 'alma.stadt.test' })],
    ['an over-long name', 422, JSON.stringify({ ...alma, lastName: 'x'.repeat(101) })],
    ['a NUL for a name', 422, '{"email":"a@b.test","firstName":"\\u0000","lastName":"B"}'],
    ['half a character for a name', 422, '{"email":"a@b.test","firstName":"\\ud800","lastName":"B"}'],
    ['half a character in the address', 422, '{"email":"a\\udc00 b@b.test","firstName":"A","lastName":"B"}'],
    ['a list for a text', 422, JSON.stringify({ ...alma, firstName: ['Alma'] })],
    ['an object for a text', 422, JSON.stringify({ ...alma, email: { $ne: '' } })],
    ['a number for a text', 422, '{"email":"a@b.test","firstName":"A","lastName":1e400}'],
    ['an unknown language', 422, JSON.stringify({ ...alma, language: 'xx' })],
    ['an unknown field', 422, JSON.stringify({ ...alma, status: 'confirmed' })],
    ['ten thousand fields', 413, `{${Array.from({ length: 10_000 }, (_, i) => `"f${i}":1`).join()}}`],
    ['deep lists', 422, `${'['.repeat(9_000)}${']'.repeat(9_000)}`],
    ['broken JSON', 400, '{"email":'],
    ['nothing', 400, ''],
    ['bytes that are no text', 400, Uint8Array.of(0x7b, 0xff, 0xfe, 0x00)],
    ['a prototype', 400, '{"__proto__":{"admin":true}}'],
    ['2 MB', 413, JSON.stringify({ ...alma, lastName: 'x'.repeat(2 * 1024 * 1024) })],
  ])('%s', async (_, status, body) => {
    const { statuses, problem } = await post(body);

    expect(statuses).toEqual([status]);
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(/\.$/) });
    expect(JSON.stringify(problem)).not.toMatch(/fastify|zod|postgres|node_modules|\bat \w+ \(/i);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['plain text', 'text/plain'],
    ['an upload', 'multipart/form-data; boundary=x'],
    ['a nameless type', ';'],
  ])('in another format: %s', async (_, type) => {
    expect((await post(JSON.stringify(alma), { 'content-type': type })).statuses).toEqual([415]);
  });

  it.each([
    ['an unknown event', '/api/v1/events/never-there', 404],
    ['a NUL in an event’s name', '/api/v1/events/%00', 404],
    ['half a character in an event’s name', '/api/v1/events/%ED%A0%80', 400],
    ['a very long name', `/api/v1/events/${'x'.repeat(3_000)}`, 404],
    ['an unknown kind', '/api/v1/events?kind=party', 422],
    ['a cursor that is none', '/api/v1/events?cursor=%F0%9F%92%A9', 422],
    ['a number that is none', '/api/v1/events?limit=NaN', 422],
    ['a number without end', '/api/v1/events?limit=99999999999999999999', 422],
    ['a day that is none', '/api/v1/events?from=2026-02-30', 422],
    ['no call at all', '/api/v9/nothing', 404],
  ])('at %s', async (_, path, status) => {
    expect((await refusal(path, {})).statuses).toEqual([status]);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by a method that is not there: %s', async (method) => {
    const { statuses } = await refusal(`/api/v1/events/${slug}/registrations`, { method });
    expect([[404], [405]]).toContainEqual(statuses);
  });
});

describe('Text with half a character', () => {
  it('is cleaned, and neither it nor its neighbours are lost', async () => {
    const { slug, id } = await installation.plan();
    const bodies = ['\\ud800Alma', 'Al\\udfffma', 'Al\\u0000ma', 'Zo\\u00eb'].map(
      (name, index) => `{"email":"n${index}@b.test","firstName":"${name}","lastName":"B"}`,
    );
    const answers = await Promise.all(
      bodies.map((body) =>
        fetch(`${product.url}/api/v1/events/${slug}/registrations`, { method: 'POST', body, headers: json }),
      ),
    );
    const rows = await installation.query<{ first_name: string }>(
      'SELECT first_name FROM registration WHERE event_id = $1 ORDER BY email',
      [id],
    );

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(rows.map(({ first_name }) => first_name)).toEqual(['Alma', 'Alma', 'Alma', 'Zoë']);
  });
});
