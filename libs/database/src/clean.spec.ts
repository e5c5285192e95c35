import { describe, expect, it } from '@jest/globals';
import { cleanLine } from './index.js';

describe('A line of text', () => {
  it.each([
    ['Anna Example', 'Anna Example'],
    ['  Anna   Example ', 'Anna Example'],
    ['Anna\u00a0Example', 'Anna Example'],
    ['Anna\tExample\n', 'Anna Example'],
    ['An\0na', 'Anna'],
    ['Ann\ud83da', 'Anna'],
    ['Zoe\u0308', 'Zo\u00eb'],
    [' ', ''],
    ['', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanLine(typed)).toBe(kept);
  });
});
