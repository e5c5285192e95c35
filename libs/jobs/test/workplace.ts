import { setTimeout as pause } from 'node:timers/promises';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ConfigModule, readSettings } from '#config';
import { DatabaseModule } from '#database';
import { TestClock } from '../../../test/builders/clock.js';
import { freshDatabase } from '../../../test/setup/database.js';
import { JobHandlers } from '../src/job-handlers.js';
import { JOB_NAMES } from '../src/job-names.js';
import { JobWorker } from '../src/job-worker.js';
import { JobsModule } from '../src/jobs.module.js';
import { Jobs } from '../src/jobs.service.js';
import { QueueConnection } from '../src/queue-connection.js';
import { Workers } from '../src/workers.service.js';
import { RedisServer } from './redis.js';

/** Where the queue of a test lives. */
export type Place = 'PostgreSQL' | 'Redis';

/** Processes that share one database and one queue; everything is closed and removed by `close`. */
export async function workplace(place: Place) {
  const database = await freshDatabase();
  const redis = place === 'Redis' ? await RedisServer.start() : undefined;
  const clock = new TestClock();
  const processes: TestingModule[] = [];

  async function open() {
    const settings = readSettings({ ...(redis && { REDIS_URL: redis.url }) });
    const process = await Test.createTestingModule({
      imports: [ConfigModule.with(settings, clock), DatabaseModule.at(database.url), JobsModule.forRoot()],
    }).compile();
    process.useLogger(false);
    processes.push(process);
    // A test does the mail's job itself; the others only have to be somebody's.
    const handlers = process.get(JobHandlers);
    for (const name of JOB_NAMES) if (name !== 'mail.deliver') handlers.handle(name, async () => undefined);
    return {
      jobs: process.get(Jobs),
      handlers,
      worker: process.get(JobWorker),
      workers: process.get(Workers),
      queue: process.get(QueueConnection).queue,
      source: process.get(DataSource),
    };
  }

  function firstSource(): DataSource {
    const [process] = processes;
    if (!process) throw new Error('No process is open');
    return process.get(DataSource);
  }

  /** Breaks every connection to the queue, as a restart of its server does. */
  async function cut(): Promise<void> {
    if (redis) {
      await redis.do((connection) => connection.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
      return;
    }
    await firstSource().query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  }

  /** Ends the queue's own server, where it has one. */
  async function endServer(): Promise<void> {
    await redis?.stop();
  }

  /** Takes everything out of the queue, as a restore or a careless administrator would. */
  async function wipe(): Promise<void> {
    if (redis) {
      await redis.do((connection) => connection.flushall());
      return;
    }
    const source = firstSource();
    const tables: { name: string }[] = await source.query(
      `SELECT format('bullmq.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
    );
    await source.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  }

  return {
    clock,
    open,
    cut,
    endServer,
    wipe,
    async close(): Promise<void> {
      await Promise.all(processes.map((process) => process.get(JobWorker).stop()));
      await Promise.all(processes.map((process) => process.close()));
      await database.drop();
      await redis?.stop();
    },
  };
}

/** Waits until it is true; fails after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (await condition()) return;
    await pause(20);
  }
  throw new Error(`Not within ten seconds: ${condition}`);
}
