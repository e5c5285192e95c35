import { describe, expect, it } from '@jest/globals';
import { Kept } from './kept.js';

describe('What is kept', () => {
  it('is made once, also for those who ask while it is being made', async () => {
    const kept = new Kept<object>(2);
    const both = await Promise.all([kept.get('a', async () => ({})), kept.get('a', async () => ({}))]);

    expect(both[0]).toBe(both[1]);
    expect(await kept.get('a', async () => ({}))).toBe(both[0]);
  });

  it('makes room by what was not asked for the longest', async () => {
    const kept = new Kept<string>(2);
    const ask = (key: string, answer: string) => kept.get(key, async () => answer);
    await ask('a', 'first');
    await ask('b', 'first');
    await ask('a', 'second');
    await ask('c', 'first');

    expect(await ask('a', 'third')).toBe('first');
    expect(await ask('b', 'third')).toBe('third');
  });

  it('is no failure: the next one tries again', async () => {
    const kept = new Kept<string>(2);
    await expect(kept.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');

    expect(await kept.get('a', async () => 'up')).toBe('up');
  });
});
