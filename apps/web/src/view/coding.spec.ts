import { describe, expect, it } from '@jest/globals';
import { codingOf } from './coding.js';

describe('The coding of an asset', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['BR', 'br'],
    ['deflate', 'identity'],
    [undefined, 'identity'],
  ])('for a client that accepts %s is %s', (header, coding) => {
    expect(codingOf(header)).toBe(coding);
  });
});
