const SECONDS = [5, 10, 20, 40, 60] as const;

/** Broken connections in a row that are taken for the server's fault rather than the mail's. */
const DROPS = 3;

/** Remembers that the mail server is away, so that it is asked seldom until it is back. */
export class Outage {
  private failures = 0;
  private drops = 0;
  private end?: Temporal.Instant;
  private why = '';

  /** Until when nothing is sent; undefined while the server is there. */
  until(now: Temporal.Instant): Temporal.Instant | undefined {
    return this.end && Temporal.Instant.compare(now, this.end) < 0 ? this.end : undefined;
  }

  get reason(): string {
    return this.why;
  }

  /** The server could not be spoken to. */
  unreachable(reason: string, now: Temporal.Instant): void {
    // Several mails under way meet the same outage; it counts once.
    if (this.until(now)) return;
    this.end = now.add({ seconds: SECONDS[this.failures] ?? SECONDS.at(-1) });
    this.failures += 1;
    this.why = reason;
  }

  /** The connection broke under a mail. */
  dropped(reason: string, now: Temporal.Instant): void {
    this.drops += 1;
    if (this.drops >= DROPS) this.unreachable(reason, now);
  }

  /** The server gave an answer, whichever. */
  over(): void {
    this.failures = 0;
    this.drops = 0;
    this.end = undefined;
  }
}
