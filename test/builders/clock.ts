import { Clock } from '#config';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private moment = Temporal.Instant.from('2027-01-04T09:00:00Z')) {
    super();
  }

  now(): Temporal.Instant {
    return this.moment;
  }

  advance(by: Temporal.DurationLike): void {
    this.moment = this.moment.add(by);
  }

  set(moment: string): void {
    this.moment = Temporal.Instant.from(moment);
  }
}
