import { randomUUIDv7 } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { Clock } from '#config';
import { WorkerProcess } from './worker-process.entity.js';

/** A worker as the office sees it. */
export interface SeenWorker {
  id: string;
  host: string;
  pid: number;
  startedAt: Temporal.Instant;
  seenAt: Temporal.Instant;
  alive: boolean;
}

const ALIVE_FOR = Temporal.Duration.from({ seconds: 20 });
const REMEMBERED_FOR = Temporal.Duration.from({ hours: 24 });

/** The workers of this installation, and when each was last seen. */
@Injectable()
export class Workers {
  constructor(
    @InjectRepository(WorkerProcess) private readonly workers: Repository<WorkerProcess>,
    private readonly clock: Clock,
  ) {}

  /** All that were seen within a day, the latest first; alive are those seen within 20 seconds. */
  async alive(): Promise<SeenWorker[]> {
    const now = this.clock.now();
    const seen = await this.workers.find({ order: { seenAt: 'DESC' } });
    return seen.map((worker) => ({ ...worker, alive: isWithin(ALIVE_FOR, worker.seenAt, now) }));
  }

  /** Enters a worker that begins now, and forgets those that died long ago. */
  async enter(): Promise<WorkerProcess> {
    const now = this.clock.now();
    await this.workers.delete({ seenAt: LessThan(now.subtract(REMEMBERED_FOR)) });
    const worker = {
      id: randomUUIDv7(),
      host: hostname(),
      pid: process.pid,
      startedAt: now,
      seenAt: now,
    };
    await this.workers.insert(worker);
    return worker;
  }

  /** Notes that the worker is still there, also if its row was lost meanwhile. */
  async see(worker: WorkerProcess): Promise<void> {
    await this.workers.upsert({ ...worker, seenAt: this.clock.now() }, ['id']);
  }

  async leave(worker: WorkerProcess): Promise<void> {
    await this.workers.delete({ id: worker.id });
  }
}

const isWithin = (span: Temporal.Duration, from: Temporal.Instant, to: Temporal.Instant): boolean =>
  Temporal.Instant.compare(from.add(span), to) >= 0;
