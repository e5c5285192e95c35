import { Clock } from '#config';

/** A clock that stands still until a test moves it. */
export class SetClock extends Clock {
  private at = Temporal.Instant.from('2027-01-14T09:00:00Z');

  now(): Temporal.Instant {
    return this.at;
  }

  pass(span: Temporal.DurationLike): void {
    this.at = this.at.add(span);
  }
}
