import {
  createPostgresBackend,
  createRedisBackend,
  type JobsOptions,
  type QueueOptions,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import pg from 'pg';
import { QUEUE_SCHEMA } from './prepare-queue.js';
import { QueueRedis } from './queue-redis.js';

/** The one queue of the house, whatever it lives in: what this lib asks of it. */
export interface JobQueue {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJobScheduler(id: string): Promise<{ every?: number; next?: number } | undefined>;
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    template: { name: string; opts: JobsOptions },
  ): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What takes jobs from the queue: what this lib asks of it. */
export interface QueueWorker {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: { name: string } | undefined, error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Does one job; a rejection is a failed job. */
export type Process = (job: { name: string }) => Promise<void>;

/** Where jobs wait: opens the queue and workers over few shared connections. */
export interface QueueBackend {
  queue(): JobQueue;
  worker(process: Process): QueueWorker;
  /**
   * Seeks a lost connection no more: what waits for one fails, so that nothing holds up the end. To be called before
   * anything is closed.
   */
  leave(): Promise<void>;
  /** Ends the connections; the queue and the workers must be closed before. */
  close(): Promise<void>;
}

const QUEUE = 'plenum';

/** Jobs that run at the same time in one worker. */
const CONCURRENCY = 4;

const queueOptions = {
  // Nobody reads the queue's own history: the rows say what happened.
  streams: { events: { maxLen: 100 } },
} satisfies Partial<QueueOptions>;

const workerOptions = { concurrency: CONCURRENCY } satisfies Partial<WorkerOptions>;

/** A queue in the schema `bullmq` of the database, which {@link prepareQueue} must have made. */
export function postgresBackend(databaseUrl: string, onError: (error: Error) => void): QueueBackend {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  // A worker keeps one connection for listening; the others are for jobs that begin and end at the same time.
  const pool = new pg.Pool({ connectionString: inQueueSchema(databaseUrl), max: 5, keepAlive: true });
  pool.on('error', onError);
  return {
    queue: () => new Queue(QUEUE, { connection: pool, ...queueOptions }),
    worker: (process) => new Worker(QUEUE, process, { connection: pool, ...workerOptions }),
    leave: async () => undefined,
    close: () => pool.end(),
  };
}

/** A queue in Redis. While Redis is away commands wait for it, so that nothing is lost by a restart. */
export function redisBackend(redisUrl: string, onError: (error: Error) => void): QueueBackend {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const redis = new QueueRedis(redisUrl);
  redis.on('error', onError);
  const shared = { connection: redis, prefix: QUEUE };
  return {
    queue: () => new Queue(QUEUE, { ...shared, ...queueOptions }),
    worker: (process) => new Worker(QUEUE, process, { ...shared, ...workerOptions }),
    leave: () => redis.leave(),
    close: async () => redis.disconnect(),
  };
}

function inQueueSchema(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', [given, `-c search_path=${QUEUE_SCHEMA}`].filter(Boolean).join(' '));
  url.searchParams.set('application_name', 'plenum queue');
  return url.href;
}
