import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { read } from '../../libs/icalendar/test/reader.js';
import { type Product, startProduct } from '../setup/product.js';
import { describeInBrowser, openChromium } from './chromium.js';
import { type Visitor, visit, type Way } from './visitor.js';
import { arrive, focusOn } from './walk/arrive.js';
import { enter, type } from './walk/keyboard.js';
import { openFromMail, secretLink, withdraw } from './walk/own-registration.js';
import { filterByKind, openInMonth } from './walk/programme.js';
import { correctAddress, joinWaitingList, nameOf, registerTwo, sendEmptyForm } from './walk/register.js';

const WORKSHOP = 'sichere-plaetze';
const FULL_TRAINING = 'bahnhofsviertel-vor-ort';
const ASSEMBLY = 'mitgliederversammlung-fruehjahr';
const WAYS: (Way & { scripts: string })[] = (['de', 'en'] as const).flatMap((language) => [
  { language, javaScript: false, scripts: 'without scripts' },
  { language, javaScript: true, scripts: 'with scripts' },
]);

jest.setTimeout(60_000);

describeInBrowser('In the browser, from the programme into the calendar and out again', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openChromium()]);
  });
  afterEach(() => visitor?.leave());
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(WAYS)('two colleagues register and one withdraws, in "$language" $scripts', async (way) => {
    visitor = await visit(browser, product.url, way);
    const { page, t } = visitor;
    const mailbox = `${way.language}.${way.scripts.replace(' ', '-')}.example`;
    const rosa = { firstName: 'Rosa', lastName: 'Quellmoor', email: `roas@${mailbox}` };
    const ben = { firstName: 'Ben', lastName: 'Tannried', email: `ben@${mailbox}` };
    const [address, copies] = [`rosa@${mailbox}`, `secretariat@${mailbox}`];

    await filterByKind(visitor, { workshop: WORKSHOP, other: FULL_TRAINING });
    const title = await openInMonth(visitor, WORKSHOP);
    await sendEmptyForm(visitor, ['firstName', 'lastName', 'email']);
    await registerTwo(visitor, [rosa, ben], copies);
    const [mistyped] = await product.mailsTo(rosa.email, 1);
    await correctAddress(visitor, rosa, address);

    const [confirmation] = await product.mailsTo(address, 1);
    expect(confirmation?.subject).toBe(t('letter.registered.subject', { title }));
    const invited = read(confirmation?.calendar?.content ?? '');
    expect(invited).toMatchObject({ method: 'REQUEST', entries: [{ summary: title }] });
    const copied = (await product.mailsTo(copies, 3)).map((mail) => mail.text).join();
    for (const original of [ben.email, address]) {
      expect(copied).toContain(t('letter.copyOf', { address: original }));
    }
    // Whoever got the mail by mistake must not open somebody else's registration.
    expect((await page.request.get(secretLink(mistyped!))).status()).toBe(404);

    await openFromMail(visitor, confirmation!, title);
    await withdraw(visitor, nameOf(rosa));

    const [, farewell] = await product.mailsTo(address, 2);
    expect(farewell?.subject).toBe(t('letter.withdrawn.subject', { title }));
    const cancelled = read(farewell?.calendar?.content ?? '');
    expect(cancelled).toMatchObject({ method: 'CANCEL', entries: [{ uid: invited.entries[0]?.uid }] });
    expect(cancelled.entries[0]?.sequence).toBeGreaterThan(invited.entries[0]?.sequence ?? 0);
  });

  it.each([WAYS[0]!, WAYS[3]!])(
    'who comes to a full event learns the place in line, in "$language" $scripts',
    async (way) => {
      visitor = await visit(browser, product.url, way);
      const late = {
        firstName: 'Ida',
        lastName: 'Sandkrug',
        email: `ida@${way.scripts.replace(' ', '-')}.${way.language}.example`,
      };
      const answer = await fetch(`${product.url}/api/v1/events/${FULL_TRAINING}`);
      const { seats } = (await answer.json()) as { seats: { waiting: number } };
      await joinWaitingList(visitor, FULL_TRAINING, late, seats.waiting + 1);
      const [mail] = await product.mailsTo(late.email, 1);
      expect(mail?.text).toContain(visitor.t('letter.waiting.first'));
      expect(mail?.calendar).toBeUndefined();
    },
  );

  it('the form of a members\' event on site and online tells of every choice not made, in "de"', async () => {
    visitor = await visit(browser, product.url, { language: 'de', javaScript: true });
    await visitor.page.goto(`/events/${ASSEMBLY}`);
    await sendEmptyForm(visitor, ['firstName', 'lastName', 'email', 'organization', 'attendance']);
  });

  it('somebody with nothing but a keyboard gets from the first page to "registered", in "fr"', async () => {
    visitor = await visit(browser, product.url, { language: 'fr', javaScript: true });
    const { page, t } = visitor;
    await page.goto('/');
    await enter(visitor, page.getByRole('link', { name: t('site.skip') }));
    await focusOn(visitor, page.getByRole('main'));
    await visitor.look();
    await enter(visitor, page.locator(`main a[href^="/events/${WORKSHOP}"]`));
    await page.getByRole('heading', { name: t('event.registration') }).waitFor();
    await enter(visitor, page.getByRole('link', { name: t('event.register'), exact: true }));
    await arrive(visitor, t('register.title'));
    await type(visitor, page.getByLabel(t('register.firstName'), { exact: true }), 'Maëlle');
    await type(visitor, page.getByLabel(t('register.lastName'), { exact: true }), 'Rivebois');
    await enter(visitor, page.getByRole('button', { name: t('register.submit', { count: 1 }) }));

    const summary = page.getByRole('region', { name: t('site.errors', { count: 1 }) });
    await summary.waitFor();
    await visitor.look();
    await enter(visitor, summary.getByRole('link'));
    await page.keyboard.type('maelle@ville.example');
    await page.keyboard.press('Enter');

    await arrive(visitor, t('outcome.confirmed'));
    await visitor.look();
    expect(await product.mailsTo('maelle@ville.example', 1)).toHaveLength(1);
  });
});
