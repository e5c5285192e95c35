import { describe, expect, it } from '@jest/globals';
import { nextPage } from './next-page.js';

describe('After the sign-in one gets', () => {
  it.each(['/office', '/office/messages?status=failed', '/office/events/1?search=a%26b'])(
    'to %s',
    (wanted) => {
      expect(nextPage(wanted)).toBe(wanted);
    },
  );

  it.each([
    '',
    '/',
    '/events/x',
    '/office/../',
    '/officers',
    '//evil.test/office',
    '/\\evil.test/office',
    '/\t/evil.test/office',
    'https://evil.test/office',
    'office',
    '/office/sign-in?next=/office/sign-in',
  ])('to the first page when "%s" was asked for', (wanted) => {
    expect(nextPage(wanted)).toBe('/office');
  });
});
