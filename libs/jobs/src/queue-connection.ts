import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '#config';
import { complaints } from './complaints.js';
import {
  type JobQueue,
  type Process,
  postgresBackend,
  type QueueBackend,
  type QueueWorker,
  redisBackend,
} from './queue-backend.js';

/** The process's connection to the queue: in Redis where the settings name one, else in the database. */
@Injectable()
export class QueueConnection implements OnApplicationShutdown {
  readonly queue: JobQueue;
  private readonly backend: QueueBackend;
  private readonly complain = complaints();
  private closing?: Promise<void>;

  constructor(@Inject(SETTINGS) settings: Settings, source: DataSource) {
    const { url } = source.options as { url: string };
    this.backend = settings.redisUrl
      ? redisBackend(settings.redisUrl, this.complain)
      : postgresBackend(url, this.complain);
    this.queue = this.backend.queue();
    this.queue.on('error', this.complain);
  }

  /** True from the moment this process lets go of the queue. */
  get isClosing(): boolean {
    return this.closing !== undefined;
  }

  worker(process: Process): QueueWorker {
    const worker = this.backend.worker(process);
    worker.on('error', this.complain);
    return worker;
  }

  /** Waits for a lost connection no more; to be called before a worker is closed. */
  leave(): Promise<void> {
    return this.backend.leave();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private async end(): Promise<void> {
    await this.backend.leave();
    await this.queue.close();
    await this.backend.close();
  }
}
