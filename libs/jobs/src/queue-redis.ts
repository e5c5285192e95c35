import { Redis, type RedisOptions } from 'ioredis';

const LONGEST_RETRY_MS = 1_000;

/**
 * The connection to Redis that the queue shares. Every worker makes a copy of it to wait on; all of them seek a lost
 * server until they are told to leave.
 */
export class QueueRedis extends Redis {
  private readonly copies: Redis[] = [];
  private leaving = false;

  constructor(url: string) {
    super(url, { maxRetriesPerRequest: null });
    // A copy is made with these options, so it leaves with us.
    this.options.retryStrategy = (times) => (this.leaving ? null : Math.min(times * 50, LONGEST_RETRY_MS));
  }

  /**
   * Gives up on a lost server: what waits for it fails. Resolves when each connection is either good or ended,
   * because one that is closed between two attempts to reconnect would never end.
   */
  async leave(): Promise<void> {
    this.leaving = true;
    await Promise.all([this, ...this.copies].map(settled));
  }

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.copies.push(copy);
    return copy;
  }
}

function settled(redis: Redis): Promise<void> {
  if (redis.status === 'ready' || redis.status === 'end') return Promise.resolve();
  return new Promise((resolve) => {
    redis.once('ready', () => resolve());
    redis.once('end', () => resolve());
  });
}
