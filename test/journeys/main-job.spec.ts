import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mistakesIn } from '../../libs/icalendar/test/strictly-valid.js';
import type { Product } from '../setup/product.js';
import { type Installation, openInstallation, until } from './support/installation.js';
import { appointmentIn, linkIn, registerByApi, registerOnPage } from './support/registering.js';
import { Visitor } from './support/visitor.js';

let installation: Installation;
let product: Product;
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
});
afterAll(() => installation.close());

const alma = { firstName: 'Alma', lastName: 'Beispiel', email: 'alma@stadt.test' };
const omar = { firstName: 'Omar', lastName: 'Muster', email: 'omar@stadt.test' };

describe('The main job, at a browser without JavaScript', () => {
  it('leads from the programme to a mail with the appointment, and back out', async () => {
    const { slug } = await installation.plan();
    const visitor = new Visitor(product.url);
    const programme = await visitor.open('/');
    expect(programme.html).toContain(`href="/events/${slug}"`);
    expect((await visitor.open(`/events/${slug}`)).html).toContain(`href="/events/${slug}/register"`);

    const outcome = await registerOnPage(visitor, slug, [alma]);
    expect(outcome).toMatchObject({ status: 200, text: expect.stringContaining('You are registered.') });
    expect(outcome.text).toContain('The details are in the e-mail to alma@stadt.test.');

    const [registered] = await installation.mailsTo(alma.email, 1);
    const appointment = appointmentIn(registered);
    expect(appointment).toMatchObject({ method: 'REQUEST', sequence: 0 });
    const own = linkIn(registered);
    const page = await visitor.open(own);
    expect(page.text).toContain('You are registered');
    expect(page.text).toContain('https://meet.forum.test/plaetze');

    const asked = await visitor.open(`${own}/withdraw`);
    expect((await visitor.open(own)).text).toContain('You are registered');
    const left = await visitor.submit(asked);
    expect(left).toMatchObject({ status: 200, text: expect.stringContaining('You have withdrawn') });

    const [, withdrawn] = await installation.mailsTo(alma.email, 2);
    expect(appointmentIn(withdrawn)).toMatchObject({ method: 'CANCEL', uid: appointment?.uid });
    expect(appointmentIn(withdrawn)?.sequence).toBeGreaterThan(0);
  });

  it('registers a colleague too, writes to both, and sends copies to a second address', async () => {
    const { slug } = await installation.plan();
    const visitor = new Visitor(product.url);
    const form = await visitor.open(`/events/${slug}/register`);
    const typed = {
      'people.0.firstName': 'Ina',
      'people.0.lastName': 'Amt',
      'people.0.email': 'ina@amt.test',
    };
    const more = await visitor.submit(form, { ...typed, add: '1' });
    expect(more).toMatchObject({ status: 200, text: expect.stringContaining('Person 2') });

    const colleague = {
      'people.1.firstName': 'Ole',
      'people.1.lastName': 'Amt',
      'people.1.email': 'ole@amt.test',
    };
    const outcome = await visitor.submit(more, { ...colleague, copyTo: 'post@amt.test' });

    expect(outcome.text).toContain('Both people are registered.');
    expect(await installation.mailsTo('ina@amt.test', 1)).toHaveLength(1);
    expect(await installation.mailsTo('ole@amt.test', 1)).toHaveLength(1);
    const copies = await installation.mailsTo('post@amt.test', 2);
    expect(copies.map(appointmentIn)).toEqual([
      expect.objectContaining({ method: 'PUBLISH' }),
      expect.objectContaining({ method: 'PUBLISH' }),
    ]);
  });

  it.each([
    ['de', 'Sie sind angemeldet.', 'Angemeldet: Sichere Plätze'],
    ['en', 'You are registered.', 'Registered: Safe squares'],
    ['fr', 'Votre inscription est confirmée.', 'Inscription confirmée : Des places sûres'],
  ])(
    'speaks the language of the visitor, on pages and in the mail: %s',
    async (language, sentence, subject) => {
      const { slug } = await installation.plan();
      const email = `reader.${language}@stadt.test`;
      const outcome = await registerOnPage(new Visitor(product.url, language), slug, [{ ...alma, email }]);

      expect(outcome.html).toContain(`<html lang="${language}"`);
      expect(outcome.text).toContain(sentence);
      const [mail] = await installation.mailsTo(email, 1);
      expect(mail?.parsed.subject?.replace('\u00a0', ' ')).toBe(subject);
    },
  );
});

describe('The main job, by a program', () => {
  it('leads from the programme to a mail, without a page', async () => {
    const { slug } = await installation.plan({}, { online: 1 });
    const programme = await fetch(`${product.url}/api/v1/events?lang=en`).then((answer) => answer.json());
    expect(programme.items).toContainEqual(
      expect.objectContaining({
        slug,
        title: 'Safe squares',
        registration: expect.objectContaining({ state: 'open' }),
        seats: { online: { capacity: 1, free: 1 }, waiting: 0 },
      }),
    );

    const first = await registerByApi(product.url, slug, { ...omar, language: 'en' });
    const second = await registerByApi(product.url, slug, {
      ...omar,
      firstName: 'Ole',
      email: 'ole@stadt.test',
    });
    expect(first).toEqual({ status: 201, body: { status: 'confirmed' } });
    expect(second).toEqual({ status: 201, body: { status: 'waitlisted', position: 1 } });

    const [mail] = await installation.mailsTo(omar.email, 1);
    expect(mail?.parsed.subject).toBe('Registered: Safe squares');
    const event = await fetch(`${product.url}/api/v1/events/${slug}`).then((answer) => answer.json());
    expect(event.seats).toEqual({ online: { capacity: 1, free: 0 }, waiting: 1 });
  });

  it('puts the event into the feed that everybody subscribes to', async () => {
    const { slug } = await installation.plan({ title: { de: 'Nur im Kalender' } });
    const feed = () => fetch(`${product.url}/calendar.ics`).then((answer) => answer.text());

    expect(await until(async () => (await feed()).includes('SUMMARY:Nur im Kalender'))).toBe(true);
    expect(await feed()).toContain(`/events/${slug}`);
    expect(mistakesIn(await feed())).toEqual([]);
  });
});
