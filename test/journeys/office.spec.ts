import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Product } from '../setup/product.js';
import { type Installation, openInstallation } from './support/installation.js';
import { signIn } from './support/office.js';
import { registerByApi } from './support/registering.js';
import type { Visitor } from './support/visitor.js';

let installation: Installation;
let product: Product;
let office: Visitor;
let event: { id: string; slug: string };
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
  event = await installation.plan({}, { online: 1 });
  ({ visitor: office } = await signIn(installation, product));
});
afterAll(() => installation.close());

const alma = { firstName: 'Alma', lastName: 'Beispiel', email: 'alma@stadt.test', language: 'en' };
const omar = { ...alma, firstName: '=HYPERLINK("https://evil.test")', email: 'omar@stadt.test' };

describe('The office', () => {
  it('sees the list fill, withdraws somebody, and sees who moved up and what was mailed', async () => {
    await registerByApi(product.url, event.slug, alma);
    await registerByApi(product.url, event.slug, omar);
    const found = await office.open(`/office/events/${event.id}?search=${alma.email}`);
    const own = /\/office\/registrations\/[\da-f-]{36}/.exec(found.html)?.[0] ?? '';

    const withdrawn = await office.submit(await office.open(`${own}/withdraw`), { reason: 'by phone' });

    expect(withdrawn).toMatchObject({ status: 200, path: `/office/events/${event.id}` });
    const statuses = await installation.query('SELECT email, status FROM registration ORDER BY email');
    expect(statuses).toEqual([
      { email: alma.email, status: 'cancelled' },
      { email: omar.email, status: 'confirmed' },
    ]);
    expect((await office.open(own)).text).toContain('by phone');
    await installation.mailsTo(alma.email, 2);
    await installation.mailsTo(omar.email, 2);
    expect((await office.open('/office/messages')).text).toContain(
      'A place for you, registered: Safe squares',
    );
  });

  it('exports a list in which nothing that somebody typed becomes a formula', async () => {
    const file = await office.open(`/office/events/${event.id}/attendees.csv`);

    expect(file.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(file.html).toContain(`'=HYPERLINK`);
    expect(file.html).not.toMatch(/(^|[;,"])=HYPERLINK/m);
  });

  it.each([
    ['a NUL', '%00'],
    ['half a character', '%ED%A0%80'],
    ['what databases take for a pattern', '%25_%5C%27%22'],
    ['far too much', 'x'.repeat(3_000)],
    ['a number below all', '-1'],
    ['a number beyond all', '99999999999999999999'],
  ])('may ask for anything: %s', async (_, odd) => {
    const names = ['search', 'status', 'page', 'search[]', 'dialect'];
    const places = [
      `/office/events/${event.id}`,
      `/office/events/${event.id}/attendees.csv`,
      '/office/messages',
    ];
    for (const path of places.flatMap((place) => names.map((name) => `${place}?${name}=${odd}`))) {
      expect([path, [200, 400, 404, 414].includes((await office.open(path)).status)]).toEqual([path, true]);
    }
    for (const room of ['events', 'registrations', 'messages']) {
      expect([400, 404, 414]).toContain((await office.open(`/office/${room}/${odd}`)).status);
    }
  });

  it('takes no form without the token of the session', async () => {
    const { visitor: colleague } = await signIn(installation, product);
    const rows = await installation.query<{ id: string }>(
      "SELECT id FROM registration WHERE status = 'confirmed'",
    );
    const path = `/office/registrations/${rows[0]?.id}/withdraw`;
    const foreign = await colleague.open(path);
    const token = /name="_csrf" value="([^"]*)"/.exec(foreign.html)?.[1] ?? '';

    for (const body of ['', '_csrf=', `_csrf=${encodeURIComponent(token)}`, '_csrf[]=x']) {
      expect(await office.post(path, body)).toMatchObject({ status: 403 });
    }
    expect(await installation.query("SELECT FROM registration WHERE status = 'confirmed'")).toHaveLength(1);
  });
});
