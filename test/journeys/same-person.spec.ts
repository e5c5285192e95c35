import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Product } from '../setup/product.js';
import { type Installation, openInstallation } from './support/installation.js';
import { appointmentIn, fieldsOf, linkIn, registerByApi, registerOnPage } from './support/registering.js';
import { type Page, Visitor } from './support/visitor.js';

let installation: Installation;
let product: Product;
let visitor: Visitor;
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
  visitor = new Visitor(product.url);
});
afterAll(() => installation.close());

let people = 0;
/** Somebody whom no other test has met. */
const someone = (firstName: string) => {
  people += 1;
  return { firstName, lastName: 'Beispiel', email: `${firstName.toLowerCase()}.${people}@stadt.test` };
};
const active = (eventId: string) =>
  installation.query(
    "SELECT first_name, email FROM registration WHERE event_id = $1 AND status <> 'cancelled' ORDER BY id",
    [eventId],
  );
const kindsOf = async (eventId: string) =>
  (await installation.query('SELECT kind FROM message WHERE event_id = $1 ORDER BY id', [eventId])).map(
    ({ kind }) => kind,
  );
const tenMinutesLater = (eventId: string) =>
  installation.query(
    "UPDATE registration SET told_at = told_at - interval '10 minutes' WHERE event_id = $1",
    [eventId],
  );

describe('A form that is sent again', () => {
  it('by a double click registers once, writes once and shows the same page', async () => {
    const { slug, id } = await installation.plan();
    const form = await visitor.open(`/events/${slug}/register`);
    const typed = fieldsOf([someone('Alma'), someone('Omar')]);

    const pages = await Promise.all([1, 2, 3].map(() => visitor.submit(form, typed)));

    expect(new Set(pages.map((page) => page.path)).size).toBe(1);
    expect(pages.map((page) => page.status)).toEqual([200, 200, 200]);
    expect(await active(id)).toHaveLength(2);
    expect(await kindsOf(id)).toEqual(['registration.registered', 'registration.registered']);
  });

  it('after the back button, or later, gives the answer of that time', async () => {
    const { slug, id } = await installation.plan({}, { online: 2 });
    const form = await visitor.open(`/events/${slug}/register`);
    const typed = fieldsOf([someone('Alma')]);
    const first = await visitor.submit(form, typed);
    await registerOnPage(visitor, slug, [someone('Omar'), someone('Zoe')]);

    const again = await visitor.submit(form, typed);

    expect(again.path).toBe(first.path);
    expect(again.text).toContain('You are registered.');
    expect(await active(id)).toHaveLength(3);
    expect(await kindsOf(id)).toHaveLength(3);
  });

  it('with another name, after the back button, registers that person too', async () => {
    const { slug, id } = await installation.plan();
    const form = await visitor.open(`/events/${slug}/register`);
    const first = await visitor.submit(form, fieldsOf([someone('Alma')]));
    const second = await visitor.submit(form, fieldsOf([someone('Omar')]));

    expect(second.path).not.toBe(first.path);
    expect(await active(id)).toHaveLength(2);
  });

  it('for twenty people with the longest names there are is taken, and taken once', async () => {
    const { slug, id } = await installation.plan();
    const all = Array.from({ length: 20 }, () => ({
      ...someone('Alma'),
      lastName: randomBytes(50).toString('hex'),
      organization: randomBytes(100).toString('hex'),
    }));
    const form = await visitor.open(`/events/${slug}/register`);
    const first = await visitor.submit(form, fieldsOf(all));
    const again = await visitor.submit(form, fieldsOf(all));

    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.path).toBe(first.path);
    expect(await active(id)).toHaveLength(20);
  });

  it('by a program with the same Idempotency-Key gets the stored answer and no mail', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const alma = someone('Alma');
    const key = { 'idempotency-key': 'the key of this one' };
    const answers = await Promise.all([1, 2, 3].map(() => registerByApi(product.url, slug, alma, key)));
    answers.push(await registerByApi(product.url, slug, alma, key));

    expect(answers).toEqual(answers.map(() => ({ status: 201, body: { status: 'confirmed' } })));
    expect(await kindsOf(id)).toHaveLength(1);
    expect(await registerByApi(product.url, slug, someone('Omar'), key)).toMatchObject({ status: 422 });
    expect(await active(id)).toHaveLength(1);
  });
});

describe('The same person again', () => {
  it('in other letters keeps one place, and only the mail tells the truth', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const muller = { firstName: 'André', lastName: 'Müller', email: 'A.Mueller@Stadt.test ' };
    const letters = { firstName: 'andre', lastName: ' MÜLLER', email: 'a.mueller@stadt.test' };
    expect((await registerOnPage(visitor, slug, [muller])).text).toContain('You are registered.');
    await installation.mailsTo('A.Mueller@Stadt.test', 1);
    await tenMinutesLater(id);

    const again = await registerOnPage(visitor, slug, [letters]);

    // A newcomer would have to wait.
    expect(again.text).toContain('You are on the waiting list.');
    expect(again.text).toContain('no. 1');
    expect(await active(id)).toEqual([{ first_name: 'André', email: 'A.Mueller@Stadt.test' }]);
    const [, truth] = await installation.mailsTo('A.Mueller@Stadt.test', 2);
    expect(truth?.parsed.subject).toBe('Your registration: Safe squares');
    expect(truth?.parsed.text).toContain('Status: Registered');
    expect((await visitor.open(linkIn(truth))).text).toContain('You are registered');
  });

  it('is written to at most once in ten minutes, however often it happens', async () => {
    const { slug, id } = await installation.plan();
    const alma = someone('Alma');
    for (let turn = 0; turn < 3; turn += 1) await registerByApi(product.url, slug, alma);
    expect(await kindsOf(id)).toEqual(['registration.registered']);
    await tenMinutesLater(id);
    await Promise.all([1, 2, 3].map(() => registerByApi(product.url, slug, alma)));
    expect(await kindsOf(id)).toEqual(['registration.registered', 'registration.again']);
  });

  it('twice in one form is one registration', async () => {
    const { slug, id } = await installation.plan();
    const alma = someone('Alma');
    const page = await registerOnPage(visitor, slug, [alma, { ...alma, firstName: 'ALMA' }]);

    expect(page.status).toBe(200);
    expect(await active(id)).toHaveLength(1);
    expect(await kindsOf(id)).toHaveLength(1);
  });
});

describe('A colleague under the same mailbox', () => {
  it('is a second registration; the mailbox has one appointment until the last of them leaves', async () => {
    const { slug, id } = await installation.plan();
    const ina = someone('Ina');
    const ole = { ...ina, firstName: 'Ole' };
    await registerOnPage(visitor, slug, [ina, ole]);
    expect(await active(id)).toHaveLength(2);

    const both = await installation.mailsTo(ina.email, 2);
    expect(new Set(both.map((mail) => appointmentIn(mail)?.uid)).size).toBe(1);

    await visitor.post(`${linkIn(both[0])}/withdraw`);
    expect(appointmentIn((await installation.mailsTo(ina.email, 3))[2])).toBeUndefined();
    await visitor.post(`${linkIn(both[1])}/withdraw`);
    expect(appointmentIn((await installation.mailsTo(ina.email, 4))[3])).toMatchObject({ method: 'CANCEL' });
  });
});

describe('A stranger who repeats somebody’s registration', () => {
  /** Two events that differ in whether Alma is on the list; a stranger registers her at both. */
  async function repeated(seats: number) {
    const known = await installation.plan({}, { online: seats });
    const unknown = await installation.plan({}, { online: seats });
    const alma = someone('Alma');
    await registerOnPage(visitor, known.slug, [alma]);
    await registerOnPage(visitor, unknown.slug, [someone('Zoe')]);
    const stranger = new Visitor(product.url);
    const atKnown = await registerOnPage(stranger, known.slug, [alma]);
    const atUnknown = await registerOnPage(stranger, unknown.slug, [alma]);
    return { known, unknown, alma, stranger, atKnown, atUnknown };
  }

  /** What a page shows, without what differs anyway: the event's address and the random tokens. */
  const shapeOf = ({ status, html }: Page) =>
    `${status} ${/<main.*<\/main>/s.exec(html)?.[0]}`
      .replace(/workshop-\d+/g, 'slug')
      .replace(/registered\/[\w-]{43}/g, 'registered/token');

  it.each([1, 5])('sees what a newcomer sees, with %i seats', async (seats) => {
    const { atKnown, atUnknown } = await repeated(seats);

    expect(shapeOf(atKnown)).toBe(shapeOf(atUnknown));
  });

  it('cannot touch it by correcting the address, and sees no difference then either', async () => {
    const { known, alma, stranger, atKnown, atUnknown } = await repeated(1);
    const fields = { 'people.0.email': 'stranger@elsewhere.test' };
    const atFirst = await stranger.submit(atKnown, fields);
    const atSecond = await stranger.submit(atUnknown, fields);

    expect(shapeOf(atFirst)).toBe(shapeOf(atSecond));
    expect(await active(known.id)).toEqual([
      { first_name: 'Alma', email: alma.email },
      { first_name: 'Alma', email: 'stranger@elsewhere.test' },
    ]);
    const own = (await installation.mailsTo(alma.email, 2)).find(({ parsed }) =>
      parsed.text?.includes(known.slug),
    );
    expect((await visitor.open(linkIn(own))).text).toContain('You are registered');
  });

  it('does not learn who is on the list by correcting to their address', async () => {
    const alma = someone('Alma');
    const pages = await Promise.all(
      [alma, someone('Zoe')].map(async (holder) => {
        const { slug } = await installation.plan({}, { online: 2 });
        await registerOnPage(visitor, slug, [holder]);
        const stranger = new Visitor(product.url);
        const outcome = await registerOnPage(stranger, slug, [{ ...alma, email: 'stranger@elsewhere.test' }]);
        await registerOnPage(visitor, slug, [someone('Omar')]);
        return stranger.submit(outcome, { 'people.0.email': alma.email });
      }),
    );

    expect(shapeOf(pages[0]!)).toBe(shapeOf(pages[1]!));
  });

  it('gets the same answer as a newcomer by the API', async () => {
    const { known, unknown, alma } = await repeated(1);
    const answers = [known, unknown].map(({ slug }) => registerByApi(product.url, slug, alma));
    // At the second event she waits by now, so one more stands before her.
    expect((await Promise.all(answers)).map(({ body }) => body)).toEqual([
      { status: 'waitlisted', position: 1 },
      { status: 'waitlisted', position: 2 },
    ]);
  });
});
