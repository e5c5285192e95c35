import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '#config';
import { type LimitStore, postgresStore, redisStore } from './limit-store.js';
import { LIMITS, type Limit, type LimitName } from './limits.js';
import { networkOf } from './network.js';
import { TooMany } from './refusals.js';

/** Counts attempts, and refuses those beyond the limit; see {@link LIMITS}. Counts nothing where RATE_LIMIT is off. */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly limiters = new Map<LimitName, RateLimiterAbstract>();
  private readonly store?: LimitStore;

  constructor(@Inject(SETTINGS) settings: Settings, source: DataSource) {
    if (!settings.rateLimit) return;
    this.store = settings.redisUrl ? redisStore(settings.redisUrl, complainOnce()) : postgresStore(source);
    for (const [name, limit] of Object.entries(LIMITS)) {
      this.limiters.set(name as LimitName, this.store.limiter(name, limit));
    }
  }

  /** Counts one attempt of this address, network or thing; throws {@link TooMany} if it is one too many. */
  async consume(name: LimitName, key: string): Promise<void> {
    try {
      await this.limiters.get(name)?.consume(keyOf(LIMITS[name], key));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }

  /** Forgets the attempts counted so far: they have turned out to be honest. */
  async forgive(name: LimitName, key: string): Promise<void> {
    await this.limiters.get(name)?.delete(keyOf(LIMITS[name], key));
  }

  onApplicationShutdown(): void {
    this.store?.close();
  }
}

// Hashed: the store holds neither addresses of people nor of networks, and a key is never too long for it.
function keyOf({ by }: Limit, key: string): string {
  const counted =
    by === 'network' ? networkOf(key) : by === 'address' ? key.normalize('NFC').trim().toLowerCase() : key;
  return createHash('sha256').update(counted).digest('base64url');
}

// The driver repeats itself with every attempt to reconnect.
function complainOnce(): (error: Error) => void {
  const log = new Logger('limits');
  let said = false;
  return (error) => {
    if (!said) log.warn(`Redis does not count attempts, each process counts its own: ${error.message}`);
    said = true;
  };
}
