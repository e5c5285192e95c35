import { describe, expect, it } from '@jest/globals';
import { pagesShown } from './pagination.js';

describe('The pages that a long list links to', () => {
  it.each([
    [1, 2, [1, 2]],
    [1, 9, [1, 2, undefined, 9]],
    [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
    [4, 9, [1, 2, 3, 4, 5, undefined, 9]],
    [9, 9, [1, undefined, 8, 9]],
  ])('on page %i of %i are the ends and the neighbours', (current, last, shown) => {
    expect(pagesShown(current, last)).toEqual(shown);
  });
});
