import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type House, openHouse } from '../../../test/builders/house.js';
import { testSettings } from '../../../test/builders/settings.js';
import { LIMITS } from './limits.js';
import { RateLimits } from './rate-limits.service.js';
import { TooMany } from './refusals.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ environment: { RATE_LIMIT: 'on' } });
});
afterAll(() => house.close());
beforeEach(() => house.manager.query('DELETE FROM rate_limit'));

const process = (environment: Record<string, string> = { RATE_LIMIT: 'on' }) =>
  new RateLimits(testSettings(environment), house.get(DataSource));

const address = 'anna@stadt.test';
const { points, minutes } = LIMITS['registration.address'];

describe('A limit', () => {
  it('allows as many attempts as it says, over all processes together', async () => {
    const two = [process(), process()];
    const attempts = Array.from({ length: points + 5 }, (_, index) =>
      two[index % 2]!.consume('registration.address', address),
    );
    const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(5);
    await expect(process().consume('registration.address', address)).rejects.toBeInstanceOf(TooMany);
  });

  it('begins anew when its span is over', async () => {
    await use(points);
    await house.manager.query('UPDATE rate_limit SET expire = expire - $1', [minutes * 60_000]);
    await expect(process().consume('registration.address', address)).resolves.toBeUndefined();
  });

  it('counts an address whatever its letter case, and each limit for itself', async () => {
    await use(points);
    await expect(process().consume('registration.address', ' ANNA@Stadt.test')).rejects.toBeInstanceOf(
      TooMany,
    );
    await expect(process().consume('signIn.account', address)).resolves.toBeUndefined();
    await expect(process().consume('registration.address', 'ben@stadt.test')).resolves.toBeUndefined();
  });

  it('costs no query for who is over it', async () => {
    const limits = process();
    await use(points, limits);
    await house.manager.query('DELETE FROM rate_limit');
    await expect(limits.consume('registration.address', address)).rejects.toBeInstanceOf(TooMany);
    expect(await house.manager.query('SELECT * FROM rate_limit')).toEqual([]);
  });

  it('keeps neither addresses nor networks in readable form', async () => {
    const limits = process();
    await limits.consume('registration.address', address);
    await limits.consume('registration.network', '192.0.2.7');
    await limits.consume('registration.address', `${'x'.repeat(400)}@stadt.test`);
    const rows = await house.manager.query('SELECT key FROM rate_limit');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/anna|192\.0\.2\.7|xxx/);
  });

  it('counts on in the process where its store cannot be reached', async () => {
    const limits = process({ RATE_LIMIT: 'on', REDIS_URL: 'redis://127.0.0.1:1' });
    try {
      await use(points, limits);
      await expect(limits.consume('registration.address', address)).rejects.toBeInstanceOf(TooMany);
    } finally {
      limits.onApplicationShutdown();
    }
  });

  it('does not exist where limits are switched off', async () => {
    await expect(use(points + 1, process({ RATE_LIMIT: 'off' }))).resolves.toBeUndefined();
  });
});

async function use(times: number, limits = process()): Promise<void> {
  for (let time = 0; time < times; time += 1) await limits.consume('registration.address', address);
}
