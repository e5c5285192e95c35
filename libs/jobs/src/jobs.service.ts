import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { coalesced } from './coalesced.js';
import { JOB_NAMES, type JobName } from './job-names.js';
import { QueueConnection } from './queue-connection.js';

/** Nobody feels a tenth of a second, and a busy desk commits hundreds of batches in one. */
const REST_MS = 100;

/** The bell of the worker. The rows say what there is to do; ringing only makes it happen at once. */
@Injectable()
export class Jobs {
  private readonly log = new Logger('jobs');
  private readonly bells: Record<JobName, () => void>;

  constructor(private readonly connection: QueueConnection) {
    const bells = JOB_NAMES.map((name) => [name, coalesced(() => this.ring(name))] as const);
    this.bells = Object.fromEntries(bells) as Record<JobName, () => void>;
  }

  /**
   * Wakes a worker; to be called after the commit. Returns at once and never throws, because a lost wake-up costs
   * only the seconds until the next schedule. Calls in quick succession become one job.
   */
  wake(name: JobName): void {
    this.bells[name]();
  }

  private async ring(name: JobName): Promise<void> {
    if (this.connection.isClosing) return;
    try {
      await this.connection.queue.add(name, {}, { removeOnComplete: true, removeOnFail: true });
    } catch (error) {
      this.log.warn(`Could not wake a worker for ${name}; the schedule will. ${(error as Error).message}`);
    }
    await pause(REST_MS, undefined, { ref: false });
  }
}
