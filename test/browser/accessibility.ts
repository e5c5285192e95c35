import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Off by default: targets of at least 24 by 24 pixels (WCAG 2.5.8).
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  // No rule in use reads style sheets, and fetching them takes longer than all the rest.
  preload: false,
};

/** What axe finds on the page: one line per rule that is broken, with the places. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(${JSON.stringify(OPTIONS)}).then(({ violations }) =>
    violations.map(({ id, help, nodes }) =>
      [id, location.pathname, help, ...nodes.map(({ html }) => html)].join(': ')))`);
}
