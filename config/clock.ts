/** The only source of "now"; tests put their own in its place. */
export abstract class Clock {
  abstract now(): Temporal.Instant;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}
