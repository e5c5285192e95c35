import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { type Product, startProduct } from '../setup/product.js';
import { describeInBrowser, openChromium } from './chromium.js';
import { type Visitor, visit, type Way } from './visitor.js';
import { arrive } from './walk/arrive.js';
import { signIn } from './walk/office.js';

/** Those of the demo's members who have not resigned. */
const MEMBERS = 18;
/** One of the demo's contacts who have not answered anything. */
const SILENT_COORDINATOR = 'fiona.cartmore.606@duesseldorf.example';
const MOST_CLICKS = 8;
const WAYS: (Way & { scripts: string })[] = [
  { language: 'de', javaScript: true, scripts: 'with scripts' },
  { language: 'fr', javaScript: false, scripts: 'without scripts' },
];

jest.setTimeout(60_000);

describeInBrowser('In the browser, an exchange meeting at short notice', () => {
  let product: Product;
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(WAYS)(
    'is copied, published and offered to all members in a minute, in "$language" $scripts',
    async (way) => {
      visitor = await visit(browser, product.url, way);
      const { page, t } = visitor;
      await signIn(visitor, product.account!);
      const hand = { clicks: 0, fields: 0 };
      const click = (what: Locator) => what.click().then(() => (hand.clicks += 1));
      const fill = (label: string, text: string) =>
        page
          .getByLabel(label, { exact: true })
          .fill(text)
          .then(() => (hand.fields += 1));
      const began = performance.now();

      await click(page.getByRole('link', { name: t('office.events.past') }));
      const last = page
        .getByRole('row')
        .filter({ hasText: t('kind.exchange') })
        .first();
      await click(last.getByRole('link', { name: t('planning.copy') }));
      await arrive(visitor, t('planning.copy.title'));
      await fill(t('planning.day'), inAWeek());
      await fill(t('planning.from'), '09:30');
      await fill(t('planning.until'), '11:00');
      await visitor.look();
      await click(page.getByRole('button', { name: t('planning.new.submit') }));
      await page.getByText(t('planning.created')).waitFor();
      await visitor.look();
      await click(page.getByRole('button', { name: t('planning.publish') }));
      await page.getByText(t('planning.published')).waitFor();
      await visitor.look();
      await click(page.getByRole('button', { name: t('planning.invite', { count: MEMBERS }) }));
      await page.getByText(t('office.invited', { count: MEMBERS })).waitFor();

      const seconds = (performance.now() - began) / 1000;
      await visitor.look();
      expect(hand.clicks).toBeLessThanOrEqual(MOST_CLICKS);
      expect(seconds).toBeLessThan(60);
      // The demo has invited everybody once, to its assembly.
      const expected = WAYS.indexOf(way as (typeof WAYS)[number]) + 2;
      const mails = await product.mailsTo(SILENT_COORDINATOR, expected);
      expect(mails.at(-1)?.text).toContain('09:30');
      process.stdout.write(
        `A short-notice meeting: ${hand.clicks} clicks, ${hand.fields} fields, ${seconds.toFixed(1)} s\n`,
      );
      await visitor.leave();
    },
  );
});

const inAWeek = (): string => Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 7 }).toString();
