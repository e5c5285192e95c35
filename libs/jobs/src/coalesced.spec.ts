import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { coalesced } from './coalesced.js';

describe('A coalesced call', () => {
  it('runs at once, and while it runs stands in for any number of others with one more', async () => {
    let begun = 0;
    const call = coalesced(async () => {
      begun += 1;
      await pause(20);
    });

    call();
    expect(begun).toBe(1);
    for (let times = 0; times < 100; times += 1) call();
    await pause(100);
    expect(begun).toBe(2);

    call();
    expect(begun).toBe(3);
  });

  it('begins the remembered run after the call it stands for', async () => {
    const noticed: number[] = [];
    let written = 0;
    const call = coalesced(async () => {
      noticed.push(written);
      await pause(5);
    });
    for (written = 1; written <= 10; written += 1) {
      call();
      await pause(3);
    }
    await pause(30);
    expect(noticed.at(-1)).toBeGreaterThanOrEqual(10);
  });
});
