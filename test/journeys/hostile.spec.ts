import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '../../libs/icalendar/test/reader.js';
import { mistakesIn } from '../../libs/icalendar/test/strictly-valid.js';
import type { Product } from '../setup/product.js';
import { type Installation, openInstallation } from './support/installation.js';
import { signIn } from './support/office.js';
import { fieldsOf, linkIn, registerByApi, registerOnPage } from './support/registering.js';
import { Visitor } from './support/visitor.js';

let installation: Installation;
let product: Product;
let visitor: Visitor;
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
  visitor = new Visitor(product.url);
});
afterAll(() => installation.close());

const alma = { firstName: 'Alma', lastName: 'Beispiel', email: 'alma@stadt.test' };

/** The tags of a page without the values of their attributes. */
const tagsOf = (html: string): string[] => html.replace(/="[^"]*"/g, '').match(/<[^>]*>/g) ?? [];

describe('Markup that somebody typed', () => {
  const marked = (where: string) => `<img src=x onerror="alert('${where}')">&lt;b&gt;`;

  it('is shown as typed on every page and in every mail, and is markup nowhere', async () => {
    const title = { de: marked('de'), en: marked('title'), fr: marked('fr') };
    const { slug, id } = await installation.plan({
      title,
      summary: title,
      description: title,
      hosts: [{ name: marked('host') }],
      speakers: [{ name: marked('speaker'), role: title }] as never,
      items: [{ title }],
    });
    const person = {
      firstName: marked('first'),
      lastName: marked('last'),
      email: `o'hara+{b}&amp=c@b.test`,
      organization: marked('organization'),
    };
    const outcome = await registerOnPage(visitor, slug, [person]);
    const [mail] = await installation.mailsTo(person.email, 1);
    const own = linkIn(mail);
    const { visitor: office } = await signIn(installation, product);
    const [row] = await installation.query<{ id: string }>(
      'SELECT id FROM registration WHERE event_id = $1',
      [id],
    );

    const pages = [
      await visitor.open('/'),
      await visitor.open('/?view=month'),
      await visitor.open(`/events/${slug}`),
      await visitor.post(`/events/${slug}/register`, {
        ...fieldsOf([{ ...person, email: marked('address') }]),
      }),
      outcome,
      await visitor.open(own),
      await visitor.open(`${own}/withdraw`),
      await visitor.open(
        `/nothing/${encodeURIComponent(marked('path'))}?lang=${encodeURIComponent(marked('query'))}`,
      ),
      await office.open('/office'),
      await office.open(`/office/events/${id}?search=${encodeURIComponent(marked('search'))}`),
      await office.open(`/office/events/${id}`),
      await office.open(`/office/registrations/${row?.id}`),
      await office.open('/office/messages'),
    ];

    expect(outcome.text).toContain(`${marked('first')} ${marked('last')}`);
    for (const { html, path, status } of pages) {
      expect([path, status < 500, tagsOf(html).filter((tag) => /onerror|src=x/.test(tag))]).toEqual([
        path,
        true,
        [],
      ]);
    }
    expect(mail?.parsed.text).toContain(`${marked('first')} ${marked('last')}`);
    expect(String(mail?.parsed.html)).not.toContain('<img');
  });
});

describe('Line breaks that somebody typed', () => {
  it('never become a header of a mail, a line of a calendar or a second recipient', async () => {
    const { slug } = await installation.plan();
    const inject = '\r\nBcc: victim@elsewhere.test\r\n\r\nBody\nATTENDEE:mailto:victim@elsewhere.test';
    const person = { ...alma, firstName: `Alma${inject}`, organization: `Amt${inject}` };
    expect(await registerByApi(product.url, slug, person)).toMatchObject({ status: 201 });
    for (const email of [`alma@stadt.test${inject}`, `a@b.test,victim@elsewhere.test`, `"a\r\nb"@c.test`]) {
      expect(await registerByApi(product.url, slug, { ...alma, email })).toMatchObject({ status: 422 });
    }

    const [mail] = await installation.mailsTo(alma.email, 1);
    expect(mail?.parsed.headers.has('bcc')).toBe(false);
    const calendar = mail?.parsed.attachments.find(({ contentType }) => contentType === 'text/calendar');
    expect(mistakesIn(String(calendar?.content))).toEqual([]);
    expect(read(String(calendar?.content)).entries).toMatchObject([{ attendees: 1 }]);
    expect(await installation.mailsTo('victim@elsewhere.test')).toEqual([]);
  });
});

describe('A form that another site sends', () => {
  it.each<Record<string, string>>([
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused at every door: %j', async (headers) => {
    const { slug, id } = await installation.plan();
    const outcome = await registerOnPage(visitor, slug, [alma]);
    const link = linkIn((await installation.mailsTo(alma.email, 1)).at(-1));
    const sentence = 'The form was sent from another site.';

    for (const [path, fields] of [
      [`/events/${slug}/register`, fieldsOf([{ ...alma, firstName: 'Eve' }])],
      [outcome.path, { person: '0', 'people.0.email': 'eve@evil.test' }],
      [`${link}/withdraw`, {}],
      ['/office/sign-in', { email: 'a@b.test', password: 'x' }],
    ] as const) {
      const page = await visitor.post(path, fields, headers);
      expect(page).toMatchObject({ status: 403, text: expect.stringContaining(sentence) });
    }
    const rows = await installation.query('SELECT email, status FROM registration WHERE event_id = $1', [id]);
    expect(rows).toEqual([{ email: alma.email, status: 'confirmed' }]);
  });

  it('is taken from our own pages', async () => {
    const { slug } = await installation.plan();
    const own = { origin: product.url, 'sec-fetch-site': 'same-origin' };
    const page = await visitor.post(`/events/${slug}/register`, fieldsOf([alma]), own);
    expect(page.text).toContain('You are registered.');
  });
});

describe('A link that leads into the office', () => {
  it.each([
    '//evil.test',
    'https://evil.test/office',
    '/\\evil.test',
    '/office@evil.test',
    '/office/../..//evil.test',
  ])('never leads out of it: next=%s', async (next) => {
    const { page } = await signIn(installation, product, `?next=${encodeURIComponent(next)}`);

    expect(page).toMatchObject({ status: 200, path: '/office' });
  });

  it('opens nothing to who has not signed in', async () => {
    const { id } = await installation.plan();
    for (const path of [
      '/office',
      `/office/events/${id}`,
      '/office/messages',
      `/office/events/${id}/attendees.csv`,
    ]) {
      const page = await new Visitor(product.url).open(path);
      expect(page.path).toMatch(/^\/office\/sign-in/);
    }
  });
});
