import { Redis } from 'ioredis';
import { reasonOf, Trouble } from './trouble.js';

/** Throws {@link Trouble} if REDIS_URL leads nowhere: the queue itself would wait for it without a word. */
export async function reachRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason: unknown;
  redis.on('error', (error) => {
    reason = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new Trouble(`REDIS_URL: no connection to ${new URL(url).host}: ${reasonOf(reason ?? error)}`);
  } finally {
    redis.disconnect();
  }
}
