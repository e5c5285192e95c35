import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { LANGUAGES, translator } from '#language';
import { type Product, startProduct } from '../setup/product.js';
import { describeInBrowser, openChromium } from './chromium.js';
import { type Visitor, visit, type Way } from './visitor.js';
import {
  downloadCsv,
  filterBy,
  namesInList,
  openAttendees,
  readLastMessage,
  signIn,
  signOut,
  statusOf,
  withdrawLast,
} from './walk/office.js';

const WAYS: (Way & { scripts: string; title: string })[] = [
  { language: 'de', javaScript: true, scripts: 'with scripts', title: 'Sicherheit im Bahnhofsviertel' },
  { language: 'en', javaScript: false, scripts: 'without scripts', title: 'Safety in the station quarter' },
];
/** Everyone is told in a language of their own. */
const PROMOTED = LANGUAGES.map((language) => translator(language)('letter.promoted.first'));

jest.setTimeout(60_000);

describeInBrowser('In the browser, the office', () => {
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

  it.each(WAYS)(
    'withdraws the last one, and the first in line moves up and is told, in "$language" $scripts',
    async (way) => {
      visitor = await visit(browser, product.url, way);
      const { t } = visitor;
      await signIn(visitor, product.account!);
      await openAttendees(visitor, way.title);
      await filterBy(visitor, 'waitlisted');
      const [first = '', second = ''] = await namesInList(visitor);
      await filterBy(visitor, 'confirmed');

      await withdrawLast(visitor);

      expect(await statusOf(visitor, first)).toBe(t('status.confirmed'));
      expect(await statusOf(visitor, second)).toBe(t('status.waitlisted.at', { position: 1 }));
      const csv = await downloadCsv(visitor);
      expect(csv).toContain(t('report.reference'));
      expect(csv).toContain(second.split(', ')[0]);
      const told = await readLastMessage(visitor, first);
      expect(PROMOTED.some((sentence) => told.includes(sentence))).toBe(true);
      expect(told).not.toMatch(/registrations\/[\w-]{43}/);
      await signOut(visitor);
    },
  );
});
