import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Outbox } from '#mail';
import type { DeskRequest, DeskResult } from './desk-request.js';
import { SettlementService } from './settlement.service.js';

// Enough to amortise a commit, small enough that no statement grows beyond reason.
const LARGEST_BATCH = 500;

// Milliseconds that answers wait for the next batch, which another process may hold up.
const LONGEST_HOLD = 10;

interface Waiting {
  request: DeskRequest;
  resolve(result: DeskResult): void;
  reject(error: unknown): void;
}

/**
 * The one door through which seats change hands. Requests that wait for the same event are settled together, in one
 * transaction; while it is in flight newcomers gather for the next. No batch waits for a timer, so a lone request is
 * never delayed. Several processes are ordered by the standing's row lock.
 */
@Injectable()
export class Desk {
  private readonly lines = new Map<string, Waiting[]>();

  constructor(
    private readonly settlement: SettlementService,
    private readonly outbox: Outbox,
  ) {}

  /** Asks for a seat, or gives one back. Rejects with a Refusal, and then nothing has changed. */
  ask<R extends DeskRequest>(request: R): Promise<DeskResult<R>> {
    return new Promise((resolve, reject) => {
      const waiting = { request, resolve: resolve as Waiting['resolve'], reject };
      const line = this.lines.get(request.eventId);
      if (line) {
        line.push(waiting);
      } else {
        this.lines.set(request.eventId, [waiting]);
        void this.serve(request.eventId);
      }
    });
  }

  private async serve(eventId: string): Promise<void> {
    let batch = this.settleNext(eventId, 0);
    while (batch) {
      const answers = await batch.settled;
      // Before the answers are written, the database gets what it can do meanwhile.
      batch = this.settleNext(eventId, answers.length);
      if (batch) await Promise.race([batch.sent, setTimeout(LONGEST_HOLD)]);
      for (const answer of answers) answer();
    }
    this.lines.delete(eventId);
  }

  // Half of a crowd at a time: while the database settles one half, the process answers the other and hears what it
  // asks next. Taken all at once, the two would wait for each other in turn.
  private settleNext(eventId: string, answering: number): Batch | undefined {
    const line = this.lines.get(eventId) ?? [];
    const half = Math.ceil((line.length + answering) / 2);
    const next = line.splice(0, Math.min(half, LARGEST_BATCH));
    if (next.length === 0) return undefined;
    const { promise: sent, resolve } = Promise.withResolvers<void>();
    return { sent, settled: this.settleTogether(eventId, next, resolve).finally(resolve) };
  }

  // A batch that fails as a whole is settled again one by one, so that a bad request fails alone.
  private async settleTogether(eventId: string, batch: Waiting[], sent?: () => void): Promise<Answer[]> {
    try {
      const requests = batch.map((waiting) => waiting.request);
      const results = await this.settlement.settle(eventId, requests, sent);
      this.outbox.wake();
      return batch.map((waiting, index) => () => answer(waiting, results[index]));
    } catch (error) {
      if (batch.length === 1) return [() => batch[0]?.reject(error)];
      const answers: Answer[] = [];
      for (const waiting of batch) answers.push(...(await this.settleTogether(eventId, [waiting])));
      return answers;
    }
  }
}

/** Requests that are settled together. */
interface Batch {
  /** When all is decided and on its way to the database. */
  sent: Promise<void>;
  settled: Promise<Answer[]>;
}

/** Tells somebody who waits what has become of the request. */
type Answer = () => void;

function answer(waiting: Waiting, result: DeskResult | Error | undefined): void {
  if (!result || result instanceof Error) waiting.reject(result ?? new Error('The desk gave no answer'));
  else waiting.resolve(result);
}
