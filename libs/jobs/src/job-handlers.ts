import { Injectable } from '@nestjs/common';
import { isJobName, JOB_NAMES, type JobName } from './job-names.js';

/**
 * Does what a job is for; must be idempotent, since a job may come twice or late. When the signal aborts it finishes
 * what it cannot leave and returns soon; what is left waits in its rows.
 */
export type JobHandler = (signal: AbortSignal) => Promise<unknown>;

/** Who does which job. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobName, JobHandler[]>();

  handle(name: JobName, handler: JobHandler): void {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]);
  }

  /** Throws, naming each job, unless every job has exactly one handler. */
  assertComplete(): void {
    const wrong = JOB_NAMES.map((name) => [name, this.handlers.get(name)?.length ?? 0] as const).filter(
      ([, count]) => count !== 1,
    );
    if (wrong.length > 0) {
      throw new Error(
        `Each job needs one handler: ${wrong.map(([name, count]) => `${name} has ${count}`).join(', ')}`,
      );
    }
  }

  /** Throws for a name this version does not know; a newer one may have put it into the queue. */
  async run(name: string, signal: AbortSignal): Promise<void> {
    const [handler] = (isJobName(name) && this.handlers.get(name)) || [];
    if (!handler) throw new Error(`Nobody does the job ${name}`);
    await handler(signal);
  }
}
