import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DelegationModule } from '#delegation';
import { Jobs, JobWorker } from '#jobs';
import { Delivery, MailModule } from '#mail';
import { NoticeModule } from '#notice';
import { RegistrationModule } from '#registration';
import { DelegationProcessor } from './delegation.processor.js';
import { DeskProcessor } from './desk.processor.js';
import { MailProcessor } from './mail.processor.js';
import { MinimumProcessor } from './minimum.processor.js';
import { SCHEDULES } from './schedules.js';

/**
 * The worker: does the jobs of the queue in the process that imports it. Needs `JobsModule.forRoot()` and the modules
 * of all rooms that compose mail beside it.
 */
@Module({
  imports: [DelegationModule, MailModule, NoticeModule, RegistrationModule],
  providers: [DelegationProcessor, DeskProcessor, MailProcessor, MinimumProcessor],
})
export class WorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly worker: JobWorker,
    private readonly jobs: Jobs,
    private readonly delivery: Delivery,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.delivery.releaseHeld();
    await this.worker.start(SCHEDULES);
    // What waited for a worker has waited long enough.
    this.jobs.wake('mail.deliver');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }
}
