import { expect } from '@jest/globals';
import type { Visitor } from '../visitor.js';
import { arrive } from './arrive.js';

/** Narrows the programme to workshops: the one is there, the event of another kind is not. */
export async function filterByKind(visitor: Visitor, { workshop, other }: Record<string, string>) {
  const { page, t } = visitor;
  await page.goto('/');
  await arrive(visitor, t('programme.title'));
  await visitor.look();
  expect(await linksTo(visitor, other).count()).toBe(1);
  const loaded = await page.evaluate('performance.timeOrigin');
  const kind = page.getByRole('link', { name: t('kind.workshop'), exact: true });

  await kind.click();

  await kind.and(page.locator('[aria-current]')).waitFor();
  expect(await linksTo(visitor, workshop).count()).toBe(1);
  expect(await linksTo(visitor, other).count()).toBe(0);
  // With scripts Turbo exchanges the page without loading it anew.
  expect((await page.evaluate('performance.timeOrigin')) === loaded).toBe(visitor.javaScript);
  await visitor.look();
}

/** Turns the pages of the calendar until the event is there, and opens it; answers its title. */
export async function openInMonth(visitor: Visitor, slug: string): Promise<string> {
  const { page, t } = visitor;
  await page.getByRole('link', { name: t('programme.month'), exact: true }).click();
  const months = page.getByRole('navigation', { name: t('calendar.months') });
  await months.waitFor();
  await visitor.look();
  const heading = page.getByRole('heading', { level: 1 });
  for (let months = 0; months < 3 && (await linksTo(visitor, slug).count()) === 0; months++) {
    const shown = (await heading.textContent()) ?? '';
    await page
      .getByRole('navigation', { name: t('calendar.months') })
      .getByRole('link')
      .last()
      .click();
    await page.locator('h1', { hasNotText: shown }).waitFor();
  }
  await visitor.look();
  await linksTo(visitor, slug).click();
  await page.waitForURL(`**/events/${slug}*`);
  await page.getByRole('heading', { name: t('event.registration') }).waitFor();
  await visitor.look();
  return (await heading.textContent()) ?? '';
}

const linksTo = ({ page }: Visitor, slug = '') => page.locator(`main a[href^="/events/${slug}"]`);
