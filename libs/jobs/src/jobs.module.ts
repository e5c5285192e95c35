import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobHandlers } from './job-handlers.js';
import { JobWorker } from './job-worker.js';
import { Jobs } from './jobs.service.js';
import { QueueConnection } from './queue-connection.js';
import { WorkerProcess } from './worker-process.entity.js';
import { Workers } from './workers.service.js';

/** The queue, once per process and open to every room. Jobs are taken only where a {@link JobWorker} is started. */
@Module({})
export class JobsModule {
  static forRoot(): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [TypeOrmModule.forFeature([WorkerProcess])],
      providers: [QueueConnection, Jobs, JobHandlers, JobWorker, Workers],
      exports: [Jobs, JobHandlers, JobWorker, Workers],
    };
  }
}
