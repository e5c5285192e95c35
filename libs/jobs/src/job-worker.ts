import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import type { QueueWorker } from './queue-backend.js';
import { QueueConnection } from './queue-connection.js';
import { registerSchedules, type Schedule } from './schedules.js';
import type { WorkerProcess } from './worker-process.entity.js';
import { Workers } from './workers.service.js';

/** How often a worker says that it is there, and looks whether the schedules still are; in milliseconds. */
export interface Pace {
  heartbeat: number;
  schedules: number;
}

const PACE: Pace = { heartbeat: 5_000, schedules: 30_000 };

/** A job that does not end by then is left to its rows: whatever it held, another worker takes up. */
const PATIENCE_MS = 20_000;

/** Takes jobs from the queue in this process, and keeps the queue's schedules alive. */
@Injectable()
export class JobWorker {
  private readonly log = new Logger('jobs');
  private readonly leaving = new AbortController();
  private readonly timers: NodeJS.Timeout[] = [];
  private worker?: QueueWorker;
  private self?: WorkerProcess;

  constructor(
    private readonly connection: QueueConnection,
    private readonly handlers: JobHandlers,
    private readonly workers: Workers,
  ) {}

  /** Begins to work. Throws if a job has no handler or two, or if the queue cannot be reached. */
  async start(schedules: readonly Schedule[], pace: Pace = PACE): Promise<void> {
    this.handlers.assertComplete();
    const self = await this.workers.enter();
    this.self = self;
    await registerSchedules(this.connection.queue, schedules);
    this.worker = this.connection.worker((job) => this.handlers.run(job.name, this.leaving.signal));
    this.worker.on('failed', (job, error) => this.log.error(`The job ${job?.name} failed: ${error.message}`));
    await this.worker.waitUntilReady();
    this.every(pace.heartbeat, 'say that it is there', () => this.workers.see(self));
    // A queue that was wiped has lost its schedules; nobody else would bring them back.
    this.every(pace.schedules, 'renew the schedules', () =>
      registerSchedules(this.connection.queue, schedules),
    );
  }

  /** Takes no more jobs, asks the running ones to come to an end, and waits for them. */
  async stop(): Promise<void> {
    this.leaving.abort();
    await this.connection.leave();
    for (const timer of this.timers) clearInterval(timer);
    const done = this.worker?.close().then(() => true);
    if (done && !(await Promise.race([done, pause(PATIENCE_MS, false, { ref: false })]))) {
      this.log.warn('A job did not end in time; what it had not finished will be done again.');
    }
    if (this.self) await this.workers.leave(this.self);
  }

  private every(milliseconds: number, what: string, work: () => Promise<void>): void {
    const turn = () =>
      work().catch((error: Error) => this.log.warn(`The worker could not ${what}: ${error.message}`));
    this.timers.push(setInterval(turn, milliseconds));
  }
}
