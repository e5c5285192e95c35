import type { JobName } from './job-names.js';
import type { JobQueue } from './queue-backend.js';

/** Something periodic; one worker does it, however many there are. */
export interface Schedule {
  name: JobName;
  every: Temporal.Duration;
}

/**
 * Enters the schedules that the queue does not have, has otherwise or has let lapse. The others are left alone:
 * entering one again replaces the job that waits for its turn, under the eyes of every other worker.
 */
export async function registerSchedules(queue: JobQueue, schedules: readonly Schedule[]): Promise<void> {
  for (const { name, every } of schedules) {
    const interval = every.total('milliseconds');
    const entered = await queue.getJobScheduler(name);
    // The queue keeps the machine's time, not that of the house's clock.
    const lapsed = (entered?.next ?? 0) < Date.now() - 2 * interval;
    if (entered?.every === interval && !lapsed) continue;
    await queue.upsertJobScheduler(
      name,
      { every: interval },
      { name, opts: { removeOnComplete: true, removeOnFail: true } },
    );
  }
}
