import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#config';
import { Composition } from './composition.js';
import { type Lease, Leases } from './leases.js';
import { Postman } from './postman.js';

/** Messages taken at once: enough to compose them together, few enough to lose little when a worker dies. */
const BATCH = 50;

/** Mails under way at the same time. */
const LANES = 5;

/** Well before a lease ends. */
const RENEWED_EVERY_MS = 30_000;

/** Sends what is due. Any number of processes may do so at once: a message is in the hands of one. */
@Injectable()
export class Delivery {
  private readonly log = new Logger('mail');
  private delivering = false;
  private again = false;

  constructor(
    private readonly leases: Leases,
    private readonly composition: Composition,
    private readonly postman: Postman,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends until nothing is due, or until the signal aborts; answers how many mails were taken. While one call is at
   * it in this process, another only makes it look once more and answers 0. Without a transport messages are held.
   */
  async deliverDue(signal?: AbortSignal): Promise<number> {
    this.again = true;
    if (this.delivering) return 0;
    this.delivering = true;
    try {
      let sent = 0;
      while (this.again && !signal?.aborted) {
        this.again = false;
        sent += await this.deliverBatches(signal);
      }
      return sent;
    } finally {
      this.delivering = false;
    }
  }

  /** Queues what was held while there was no mail server, if there is one now; for the start of a worker. */
  async releaseHeld(): Promise<void> {
    if (this.postman.hasTransport) await this.leases.release();
  }

  private async deliverBatches(signal?: AbortSignal): Promise<number> {
    if (!this.postman.hasTransport) {
      await this.leases.hold();
      return 0;
    }
    let sent = 0;
    while (!this.mustPause(signal)) {
      const lease = await this.leases.take(BATCH);
      if (lease.messages.length === 0) break;
      sent += await this.deliver(lease, signal);
    }
    return sent;
  }

  private async deliver(lease: Lease, signal?: AbortSignal): Promise<number> {
    const renewal = setInterval(() => this.renew(lease), RENEWED_EVERY_MS);
    try {
      const letters = await this.composition.compose(lease.messages);
      // The lanes share one iterator, so each message is taken by one of them.
      const waiting = lease.messages.values();
      const unsettled = new Set(lease.messages);
      let sent = 0;
      const lane = async () => {
        for (const message of waiting) {
          if (this.isLost(lease)) return;
          const outcome = await this.postman.carry(message, letters.get(message.id)!);
          if (outcome) {
            await this.leases.settle(lease, message, outcome);
            unsettled.delete(message);
            if (outcome.status === 'sent') sent += 1;
          }
          if (this.mustPause(signal)) return;
        }
      };
      await allSettled(Array.from({ length: LANES }, lane));
      if (unsettled.size > 0) await this.putBack(lease);
      return sent;
    } finally {
      clearInterval(renewal);
    }
  }

  private async putBack(lease: Lease): Promise<void> {
    const until = this.postman.outage.until(this.clock.now());
    if (!until) return this.leases.giveBack(lease);
    const { reason } = this.postman.outage;
    this.log.warn(`The mail server is away, next attempt at ${until}: ${reason}`);
    await this.leases.postpone(lease, until, reason);
  }

  private renew(lease: Lease): void {
    this.leases
      .renew(lease)
      .catch((error: Error) => this.log.warn(`Could not renew a lease of messages: ${error.message}`));
  }

  // This process slept, as a suspended machine does; by now another may have the messages.
  private isLost(lease: Lease): boolean {
    return Temporal.Instant.compare(this.clock.now(), lease.until) >= 0;
  }

  private mustPause(signal?: AbortSignal): boolean {
    return signal?.aborted === true || this.postman.outage.until(this.clock.now()) !== undefined;
  }
}

// Waits for all of them also when one fails: what is under way must be recorded under the lease.
async function allSettled(works: Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
