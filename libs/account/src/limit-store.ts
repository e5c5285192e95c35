import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import type { Limit } from './limits.js';

/** Where attempts are counted, for all processes together. */
export interface LimitStore {
  limiter(name: string, limit: Limit): RateLimiterAbstract;
  close(): void;
}

/** Counts in the table `rate_limit`. */
export function postgresStore(source: DataSource): LimitStore {
  let sweeping = false;
  return {
    limiter: (name, limit) => {
      const limiter = new RateLimiterPostgres({
        ...options(name, limit),
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        // All limits share the table, so one of them clears it.
        clearExpiredByTimeout: !sweeping,
      });
      sweeping = true;
      return limiter;
    },
    close: () => undefined,
  };
}

/** Counts in Redis. */
export function redisStore(url: string, onError: (error: Error) => void): LimitStore {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', onError);
  return {
    limiter: (name, limit) =>
      new RateLimiterRedis({ ...options(name, limit), storeClient: redis, rejectIfRedisNotReady: true }),
    close: () => redis.disconnect(),
  };
}

function options(name: string, { points, minutes }: Limit) {
  const counting = { keyPrefix: name, points, duration: minutes * 60 };
  return {
    ...counting,
    // Who is over the limit costs no further query until the span is over.
    inMemoryBlockOnConsumed: points,
    // While the store is away each process counts for itself: a limit must not close the house.
    insuranceLimiter: new RateLimiterMemory(counting),
  };
}
