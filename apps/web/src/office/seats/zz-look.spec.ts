import { it } from '@jest/globals';
import { MemberService } from '#member';
import { DeskRulesService } from '#registration';
import { planEvent } from '../../../../../test/builders/events.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import { accessibilityFaults } from '../../../../../test/browser/accessibility.js';
import { openChromium } from '../../../../../test/browser/chromium.js';
import { openOffice } from '../../../test/open-office.js';

it('look', async () => {
  const office = await openOffice();
  office.clock.set('2026-12-01T09:00:00Z');
  for (const name of ['Essen', 'Moers', 'Bochum', 'Castrop-Rauxel']) await office.get(MemberService).add({ name, kind: 'city', from: '2020-01-01' }, 'account:1');
  const items = [{ starts: '2027-01-25T10:00', ends: '2027-01-25T11:00', title: { de: 'Rundgang durch die Nordstadt' } }, { title: { de: 'Abendessen' } }];
  const { id, slug } = await planEvent(office, { format: 'hybrid', items }, { onsite: 4, online: 30 });
  for (const n of [1, 2, 3]) await register(office, slug, aPerson(n, { attendance: 'onsite', organization: 'Essen' }));
  const members = await office.get(MemberService).current('2027-01-25');
  const rules = office.get(DeskRulesService);
  await rules.saveContingents(id, { memberGuaranteed: 0, memberCap: 3, overrides: { [members[2]!.id]: { guaranteed: 2, cap: 2 } } }, 'account:1');
  await rules.resize(id, { onsite: 2 }, 'account:1');
  const [item] = await office.manager.query('SELECT id FROM event_item WHERE event_id = $1 ORDER BY position', [id]);
  await rules.saveSessions(id, [{ itemId: item.id, capacity: 12 }], 'account:1');
  const signed = await office.signedIn();
  const url = await office.server.listen({ port: 0, host: '127.0.0.1' });
  const chrome = await openChromium();
  for (const [width, lang] of [[1280, 'de'], [360, 'de'], [320, 'fr']] as const) {
    const context = await chrome.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    await context.addCookies([...signed.cookies].map(([name, value]) => ({ name, value, url })));
    const page = await context.newPage();
    await page.goto(`${url}/office/events/${id}/seats?lang=${lang}`);
    await page.screenshot({ path: `/tmp/seatshots/seats-${width}.png`, fullPage: true });
    console.log(width, await page.evaluate('document.documentElement.scrollWidth'), await accessibilityFaults(page));
    if (width !== 320) {
      await page.fill('#requestDays', '0');
      await page.fill('#withdrawUntil', '2027-02-02');
      await page.click('text=Regeln speichern');
      await page.waitForSelector('.error-summary');
      await page.screenshot({ path: `/tmp/seatshots/errors-${width}.png`, fullPage: false });
      console.log(await accessibilityFaults(page));
      await page.goto(`${url}/office/events/${id}/seats?lang=${lang}`);
      await page.fill('#onsite', '1');
      await page.fill('#online', '40');
      await page.click('text=Plätze speichern');
      await page.waitForSelector('text=Trotzdem ändern');
      await page.screenshot({ path: `/tmp/seatshots/shrink-${width}.png` });
      console.log(await accessibilityFaults(page));
    }
  }
  await chrome.close();
  await office.close();
}, 120000);
