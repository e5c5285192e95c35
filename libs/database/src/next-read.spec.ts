import { describe, expect, it } from '@jest/globals';
import { NextRead } from './next-read.js';

describe('Reads at the same time', () => {
  it('are one that begins after everybody has asked', async () => {
    const began: (() => void)[] = [];
    let value = 0;
    const read = new NextRead(
      () =>
        new Promise<number>((resolve) => {
          const seen = value;
          began.push(() => resolve(seen));
        }),
    );
    const first = read.get();
    value = 1;
    const others = [read.get(), read.get(), read.get()];
    expect(began).toHaveLength(1);
    began[0]?.();
    expect(await first).toBe(0);
    await new Promise(setImmediate);
    began[1]?.();
    expect(await Promise.all(others)).toEqual([1, 1, 1]);
    expect(began).toHaveLength(2);
    void read.get();
    expect(began).toHaveLength(3);
  });

  it('fail together, and the next is a new one', async () => {
    let fails = true;
    const read = new NextRead(async () => {
      if (fails) throw new Error('away');
      return 1;
    });
    const first = read.get();
    const second = read.get();
    await expect(first).rejects.toThrow('away');
    await expect(second).rejects.toThrow('away');
    fails = false;
    expect(await read.get()).toBe(1);
  });
});
