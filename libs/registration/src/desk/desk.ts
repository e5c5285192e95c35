import { Injectable } from '@nestjs/common';
import { Outbox } from '#mail';
import type { DeskRequest, DeskResult } from './desk-request.js';
import { SettlementService } from './settlement.service.js';

// Enough to amortise a commit, small enough that no statement grows beyond reason.
const LARGEST_BATCH = 500;

interface Waiting {
  request: DeskRequest;
  resolve(result: DeskResult): void;
  reject(error: unknown): void;
}

/**
 * The one door through which seats change hands. All requests that wait for the same event are settled in one
 * transaction; while it is in flight newcomers gather for the next. There is no timer, so a lone request is
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
    let settling = this.settleNext(eventId);
    while (settling) {
      const settled = await settling;
      // The next batch is on its way to the database before the answers to this one are written.
      settling = this.settleNext(eventId);
      if (settling) await new Promise(setImmediate);
      for (const answer of settled) answer();
    }
    this.lines.delete(eventId);
  }

  private settleNext(eventId: string): Promise<Answer[]> | undefined {
    const line = this.lines.get(eventId);
    return line?.length ? this.settleTogether(eventId, line.splice(0, LARGEST_BATCH)) : undefined;
  }

  // A batch that fails as a whole is settled again one by one, so that a bad request fails alone.
  private async settleTogether(eventId: string, batch: Waiting[]): Promise<Answer[]> {
    try {
      const results = await this.settlement.settle(
        eventId,
        batch.map((waiting) => waiting.request),
      );
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

/** Tells somebody who waits what has become of the request. */
type Answer = () => void;

function answer(waiting: Waiting, result: DeskResult | Error | undefined): void {
  if (!result || result instanceof Error) waiting.reject(result ?? new Error('The desk gave no answer'));
  else waiting.resolve(result);
}
