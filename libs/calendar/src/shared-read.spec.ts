import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { SharedRead } from './shared-read.js';

const counted = (keepFor: number) => {
  let reads = 0;
  return new SharedRead(async () => ++reads, keepFor);
};

describe('A shared read', () => {
  it('is done once for all who ask together or shortly after', async () => {
    const read = counted(10_000);

    expect(await Promise.all([read.get(), read.get()])).toEqual([1, 1]);
    expect(await read.get()).toBe(1);
  });

  it('is done again when it has become old', async () => {
    const read = counted(20);
    await read.get();
    await setTimeout(40);

    expect(await read.get()).toBe(2);
  });

  it('that failed is done again at once', async () => {
    let broken = true;
    const read = new SharedRead(async () => {
      if (broken) throw new Error('no connection');
      return 'here';
    }, 10_000);
    await expect(read.get()).rejects.toThrow('no connection');
    broken = false;

    expect(await read.get()).toBe('here');
  });
});
