import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Language, type Translate, translator } from '#language';
import { accessibilityFaults } from './accessibility.js';

/** How somebody comes: the browser's language, and whether it runs scripts. */
export interface Way {
  language: Language;
  javaScript: boolean;
}

/** Somebody at a browser of their own. */
export interface Visitor extends Way {
  page: Page;
  /** Says what the pages should say, in the visitor's language. */
  t: Translate;
  /** Fails if anything is wrong with the page as it stands, or went wrong since the last look. */
  look(): Promise<void>;
  leave(): Promise<void>;
}

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** To this width text must fit without scrolling sideways (WCAG 1.4.10). */
const NARROWEST = 320;

/** Opens a browser at the product; who runs no scripts comes with a phone, so that both layouts are seen. */
export async function visit(browser: Browser, url: string, way: Way): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: way.language,
    javaScriptEnabled: way.javaScript,
    viewport: way.javaScript ? DESKTOP : PHONE,
  });
  context.setDefaultTimeout(10_000);
  const complaints = complaintsIn(context, new URL(url).origin);
  const page = await context.newPage();
  const withScripts = await scriptSwitch(page, way.javaScript);
  return {
    ...way,
    page,
    t: translator(way.language),
    async look() {
      // While Turbo exchanges the page, the document says so.
      await page.locator('html:not([aria-busy="true"])').waitFor();
      const faults = [
        ...complaints.splice(0),
        ...(await languageFaults(page, way.language)),
        ...(await withScripts(() => accessibilityFaults(page))),
        ...(await layoutFaults(page)),
      ];
      expect(faults).toEqual([]);
    },
    leave: () => context.close(),
  };
}

/** Everything the browser complains about, blocked scripts and styles included, and every call abroad. */
function complaintsIn(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    // A form that is refused is no mistake of the page.
    if (!/status of (403|422)/.test(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`abroad: ${request.url()}`);
  });
  return complaints;
}

type WithScripts = <T>(work: () => Promise<T>) => Promise<T>;

/** Without scripts even axe cannot run: this lets it, on a page that has been loaded without. */
async function scriptSwitch(page: Page, javaScript: boolean): Promise<WithScripts> {
  if (javaScript) return (work) => work();
  const session = await page.context().newCDPSession(page);
  const disable = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value });
  // The browser follows the last one who changed a setting, and does not take the first word for a change.
  await disable(true);
  return async (work) => {
    await disable(false);
    try {
      return await work();
    } finally {
      await disable(true);
    }
  };
}

async function languageFaults(page: Page, language: Language): Promise<string[]> {
  const found = await page.locator('html').getAttribute('lang');
  return found === language ? [] : [`language: ${page.url()} says ${found}`];
}

async function layoutFaults(page: Page): Promise<string[]> {
  const usual = page.viewportSize() ?? DESKTOP;
  await page.setViewportSize({ ...PHONE, width: NARROWEST });
  const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
  await page.setViewportSize(usual);
  return width > NARROWEST ? [`width: ${page.url()} needs ${width} px`] : [];
}
