import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '#language';
import type { Product } from '../setup/product.js';
import { type Installation, openInstallation } from './support/installation.js';
import { fieldsOf } from './support/registering.js';
import { type Page, Visitor } from './support/visitor.js';

let installation: Installation;
let product: Product;
let slug: string;
let form: string;
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
  ({ slug } = await installation.plan({ format: 'hybrid' }));
  form = `/events/${slug}/register`;
});
afterAll(() => installation.close());

const alma = { firstName: 'Alma', lastName: 'Beispiel', email: 'alma@stadt.test', attendance: 'online' };
const encoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const typed = (changes: Partial<typeof alma> = {}) => encoded(fieldsOf([{ ...alma, ...changes }]));

/** What everybody is told, in their language; nothing may have changed. */
async function answers(ask: (visitor: Visitor) => Promise<Page>): Promise<Page[]> {
  const pages = await Promise.all(LANGUAGES.map((language) => ask(new Visitor(product.url, language))));
  for (const [index, page] of pages.entries()) {
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.html).toContain(`<html lang="${LANGUAGES[index]}"`);
  }
  expect(new Set(pages.map(({ text }) => text)).size).toBe(LANGUAGES.length);
  expect(await installation.query('SELECT FROM registration UNION ALL SELECT FROM message')).toEqual([]);
  return pages;
}

async function refusal(ask: (visitor: Visitor) => Promise<Page>) {
  const pages = await answers(ask);
  return { statuses: [...new Set(pages.map(({ status }) => status))], english: pages[1] as Page };
}

describe('A form with a mistake comes back with a sentence and everything typed', () => {
  it.each([
    ['nothing in it', '', 'Please fill in.'],
    ['only blanks as a name', typed({ firstName: ' \t \u00a0 ' }), 'Please fill in.'],
    ['only a NUL as a name', typed({ firstName: '\0' }), 'Please fill in.'],
    ['an address without @', typed({ email: 'alma.stadt.test' }), 'Please enter a complete e-mail address'],
    [
      'two addresses in one',
      typed({ email: 'a@b.test, c@d.test' }),
      'Please enter a complete e-mail address',
    ],
    [
      'a line break in the address',
      typed({ email: 'a@b.test\r\nBcc: c@d.test' }),
      'Please enter a complete e-mail',
    ],
    [
      'a NUL in the middle of the address',
      typed({ email: 'al\0 ma@stadt.test' }),
      'Please enter a complete e-mail',
    ],
    ['an over-long name', typed({ lastName: 'ä'.repeat(101) }), 'At most 100 characters.'],
    ['an over-long address', typed({ email: `a@${'b'.repeat(250)}.test` }), 'At most 254 characters.'],
    [
      'an unknown way to attend',
      typed({ attendance: 'telepathy' }),
      'This way of attending is not offered here',
    ],
    ['a second address that is none', `${typed()}&copyTo=office`, 'Please enter a complete e-mail address'],
    ['two values where one belongs', `${typed()}&people.0.email=b%40b.test`, 'Please fill in.'],
    ['fields in brackets', `${typed({ email: '' })}&people.0.email[]=b%40b.test`, 'Please fill in.'],
    [
      'twenty-one people',
      encoded(
        fieldsOf(Array.from({ length: 21 }, (_, index) => ({ ...alma, email: `a${index}@stadt.test` }))),
      ),
      'at most 20 people',
    ],
  ])('that has %s', async (_, body, sentence) => {
    const { statuses, english } = await refusal((visitor) => visitor.post(form, body));

    expect(statuses).toEqual([422]);
    expect(english.text).toContain(sentence);
    expect(english.text).toMatch(/Please check (one entry|\d+ entries)/);
    expect(english.html).toContain(`action="${form}"`);
  });

  it('and each sentence leads to its field', async () => {
    const { english } = await refusal((visitor) =>
      visitor.post(form, typed({ email: 'alma', lastName: '' })),
    );

    for (const field of ['people.0.email', 'people.0.lastName']) {
      expect(english.html).toContain(`href="#${field}"`);
      expect(english.html).toContain(`id="${field}"`);
    }
    expect(english.html).toContain('value="Alma"');
  });
});

describe('A body that is no form', () => {
  it.each<[string, number, string, Record<string, string>]>([
    ['2 MB of form', 413, `people.0.firstName=${'x'.repeat(2 * 1024 * 1024)}`, {}],
    ['2 MB of JSON', 413, `"${'x'.repeat(2 * 1024 * 1024)}"`, { 'content-type': 'application/json' }],
    ['broken JSON', 400, '{"people', { 'content-type': 'application/json' }],
    [
      'JSON that reaches for the prototype',
      400,
      '{"__proto__":{"a":1}}',
      { 'content-type': 'application/json' },
    ],
    ['plain text', 422, typed(), { 'content-type': 'text/plain' }],
    ['a type that is none', 415, typed(), { 'content-type': ';;;' }],
    ['a file upload', 415, '--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    [
      'XML',
      415,
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
      { 'content-type': 'application/xml' },
    ],
  ])('is refused: %s', async (_, status, body, headers) => {
    const { statuses, english } = await refusal((visitor) => visitor.post(form, body, headers));

    expect(statuses).toEqual([status]);
    expect(english.text).not.toMatch(/undefined|\[object|Error:|stack|fastify|node_modules/i);
  });

  it.each(['null', '[]', '17', '"text"', '{"people.0.email":{"a":1},"add":{},"remove":[1]}'])(
    'is no person either: %s',
    async (body) => {
      const json = { 'content-type': 'application/json' };
      const { statuses } = await refusal((visitor) => visitor.post(form, body, json));

      expect(statuses.every((status) => status < 500)).toBe(true);
    },
  );

  it('does not become readable by numbers: ten thousand fields', async () => {
    const fields = (name: (index: number) => string) =>
      Array.from({ length: 10_000 }, (_, index) => `${name(index)}=x`).join('&');
    const people = await refusal((visitor) =>
      visitor.post(
        form,
        fields((index) => `people.${index}.email`),
      ),
    );
    const others = await refusal((visitor) =>
      visitor.post(
        form,
        fields((index) => `__proto__.${index}`),
      ),
    );

    expect([people.statuses, others.statuses]).toEqual([[422], [422]]);
  });

  it('and a form that asks for people to be added or removed gives at most the form again', async () => {
    for (const wish of ['add=1', 'add=1&add=2', 'remove=0', 'remove=-1', 'remove=x', 'remove=1e99']) {
      const { statuses } = await refusal((visitor) => visitor.post(form, `${typed()}&${wish}`));
      expect(statuses.every((status) => status < 500)).toBe(true);
    }
  });
});

describe('Text that is odd but somebody’s', () => {
  it.each([
    ['half of a surrogate pair', 'people.0.firstName=Al%ED%A0%BDma'],
    ['a percent sign that encodes nothing', 'people.0.firstName=Al%ma%zz'],
    ['bytes of another encoding', 'people.0.firstName=M%FCller'],
    ['a NUL inside', 'people.0.firstName=Al%00ma'],
    ['a right-to-left override', 'people.0.firstName=Al%E2%80%AEma'],
  ])('is cleaned and taken: %s', async (_, field) => {
    const { slug, id } = await installation.plan();
    const others = encoded({ 'people.0.lastName': 'Beispiel', 'people.0.email': 'odd@stadt.test' });
    const page = await new Visitor(product.url).post(`/events/${slug}/register`, `${others}&${field}`);

    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('You are registered.') });
    expect(page.html.isWellFormed()).toBe(true);
    await installation.mailsTo('odd@stadt.test', 1);
    const rows = await installation.query('SELECT status FROM message WHERE event_id = $1', [id]);
    expect(rows).toHaveLength(1);
    await installation.query('TRUNCATE registration, message, submission CASCADE');
  });
});

describe('An address that leads nowhere', () => {
  it.each([
    ['an unknown event', '/events/never-there'],
    ['an unknown event’s form', '/events/never-there/register'],
    ['a NUL in an event’s name', '/events/%00'],
    ['half a character in an event’s name', '/events/%ED%A0%80'],
    ['a path out of the house', '/events/..%2f..%2fetc%2fpasswd'],
    ['a very long name', `/events/${'x'.repeat(3_000)}`],
    ['a wrong token', '/registrations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['a token that is cut off', '/registrations/AAAA'],
    ['a token with a NUL', '/registrations/%00'],
    ['an outcome of nobody', '/events/x/registered/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['no page at all', '/nothing/here'],
    ['somebody else’s software', '/wp-login.php'],
    ['a file of ours', '/assets/..%2f..%2fpackage.json'],
  ])('is a page that says so: %s', async (_, path) => {
    const { statuses, english } = await refusal((visitor) => visitor.open(path));

    expect([[400], [404], [414]]).toContainEqual(statuses);
    expect(english.html).not.toContain('"dependencies"');
  });

  it.each([
    '/?lang=xx',
    '/?lang=de&lang=en',
    '/?lang[]=de',
    '/?kind=nothing',
    '/?view=month&month=2026-99',
    '/?%',
  ])('but an odd wish on a real page is overlooked or refused, never a fault: %s', async (path) => {
    const page = await new Visitor(product.url).open(path);
    expect([200, 400, 404]).toContain(page.status);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('nor is there any other way in: %s', async (method) => {
    for (const path of ['/', form, '/events/never-there', '/registrations/x']) {
      const answer = await new Visitor(product.url).send(path, { method });
      expect([404, 405]).toContain(answer.status);
    }
  });

  it('and a HEAD is a GET without its page', async () => {
    const visitor = new Visitor(product.url);
    for (const path of ['/', form, '/events/never-there']) {
      const [get, head] = [await visitor.send(path), await visitor.send(path, { method: 'HEAD' })];
      expect(head.status).toBe(get.status);
      expect(await head.text()).toBe('');
    }
  });
});

describe('A link with one character changed', () => {
  it('opens nothing, says nothing and withdraws nobody', async () => {
    const { slug, id } = await installation.plan();
    const visitor = new Visitor(product.url);
    const outcome = await visitor.post(`/events/${slug}/register`, typed());
    const mail = (await installation.mailsTo(alma.email, 1))[0];
    const link = /\/registrations\/[\w-]{43}/.exec(mail?.parsed.text ?? '')?.[0] ?? '';
    const changed = (path: string, at: number) =>
      path.slice(0, at) + (path[at] === 'A' ? 'B' : 'A') + path.slice(at + 1);
    const wrong = [16, 25, 40, link.length - 2].map((at) => changed(link, at));

    for (const path of wrong) {
      expect(await visitor.open(path)).toMatchObject({ status: 404 });
      expect(await visitor.post(`${path}/withdraw`)).toMatchObject({ status: 404 });
      expect(await visitor.open(`${path}/appointment.ics`)).toMatchObject({ status: 404 });
    }
    const other = changed(outcome.path.split('?')[0]!, outcome.path.length - 5);
    expect(await visitor.open(other)).toMatchObject({ status: 404 });
    expect(await visitor.post(other, { person: '0', 'people.0.email': 'b@b.test' })).toMatchObject({
      status: 404,
    });
    // One kind of link never opens another.
    const token = outcome.path.split('/').at(-1);
    expect(await visitor.open(`/registrations/${token}`)).toMatchObject({ status: 404 });
    expect(
      await installation.query('SELECT status, email FROM registration WHERE event_id = $1', [id]),
    ).toEqual([{ status: 'confirmed', email: alma.email }]);
  });
});
