import type { Locator } from 'playwright-core';
import type { Visitor } from '../visitor.js';

/** Waits for the page with this main heading. */
export const arrive = ({ page }: Visitor, heading: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();

/** Waits until the element has the focus. */
export const focusOn = (visitor: Visitor, element: Locator): Promise<void> =>
  focused(visitor, element).waitFor({ state: 'attached' });

/** The element if it has the focus. */
export const focused = ({ page }: Visitor, element: Locator): Locator => element.and(page.locator(':focus'));
