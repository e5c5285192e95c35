import { describe, expect, it } from '@jest/globals';
import { isLeitwegId } from './leitweg-id.js';

describe('A Leitweg-ID', () => {
  it.each(['04011000-1234512345-06', '992-90009-96'])('is right: %s', (id) => {
    expect(isLeitwegId(id)).toBe(true);
  });

  it.each([
    ['with a digit mistyped', '04011000-1234512346-06'],
    ['with two digits swapped', '04011000-1243512345-06'],
    ['with other check digits', '04011000-1234512345-07'],
    ['without check digits', '04011000-1234512345'],
    ['with small letters', '04011000-ab-06'],
    ['with nothing in it', ''],
  ])('is wrong %s', (_, id) => {
    expect(isLeitwegId(id)).toBe(false);
  });

  it('counts letters as 10 to 35', () => {
    const right = Array.from({ length: 100 }, (_, check) => `04-ABZ-${String(check).padStart(2, '0')}`);
    // 98 - (n * 100 mod 97) for n = 04 10 11 35.
    const check = 98 - Number((4101135n * 100n) % 97n);
    expect(right.filter(isLeitwegId)).toContain(`04-ABZ-${String(check).padStart(2, '0')}`);
  });
});
