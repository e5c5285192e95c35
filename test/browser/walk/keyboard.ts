import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Visitor } from '../visitor.js';
import { focused } from './arrive.js';

/** Presses Tab until the element has the focus; fails where the focus cannot be seen on the way. */
export async function tabTo(visitor: Visitor, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await visitor.page.keyboard.press('Tab');
    expect(await visitor.page.evaluate(UNMARKED)).toBeNull();
    if ((await focused(visitor, goal).count()) === 1) return;
  }
  throw new Error(`Tab never comes to ${goal}`);
}

/** Goes to the element by Tab and presses Enter there. */
export async function enter(visitor: Visitor, goal: Locator): Promise<void> {
  await tabTo(visitor, goal);
  await visitor.page.keyboard.press('Enter');
}

/** Goes to the field by Tab and types. */
export async function type(visitor: Visitor, field: Locator, text: string): Promise<void> {
  await tabTo(visitor, field);
  await visitor.page.keyboard.type(text);
}

// The focused element if nothing marks it, null otherwise.
const UNMARKED = `(() => {
  const element = document.activeElement;
  const marked = [null, '::before', '::after'].some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  return marked || element === document.body ? null : element.outerHTML;
})()`;
