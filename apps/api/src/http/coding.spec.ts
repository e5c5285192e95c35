import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { codingOf, encode } from './coding.js';

describe('The coding of a feed', () => {
  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br', 'br'],
    ['gzip;q=0.5, br;q=0.8', 'br'],
    ['gzip;q=0, *', 'br'],
    ['*', 'br'],
    ['GZIP', 'gzip'],
    ['gzip;q=0.5, identity', 'identity'],
    ['deflate, zstd', 'identity'],
    ['*;q=0', 'identity'],
    [';;,q=,=', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('for a client that accepts %s is %s', (header, coding) => {
    expect(codingOf(header)).toBe(coding);
  });

  it('gives the same text back', async () => {
    const text = 'BEGIN:VCALENDAR\r\nSUMMARY:Größe 👍\r\n'.repeat(100);

    expect(gunzipSync(await encode(text, 'gzip')).toString()).toBe(text);
    expect(brotliDecompressSync(await encode(text, 'br')).toString()).toBe(text);
    expect((await encode(text, 'identity')).toString()).toBe(text);
  });
});
