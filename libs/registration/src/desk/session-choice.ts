import type { Event } from '#event';
import type { Refusal } from '#language';
import { SessionsOverlap, UnknownSession } from '../refusals.js';
import { overlapIn, type Span, spansOf } from '../sessions.js';

/** Says which sessions of an event nobody can choose, not even the office for them; looks them up once for all of a batch. */
export class SessionChoice {
  private found?: Span[];

  /** `offered`: the ids of the sessions that can be chosen. */
  constructor(
    private readonly event: Event,
    private readonly offered: ReadonlySet<string>,
  ) {}

  refusalFor(chosen: readonly string[] = []): Refusal | undefined {
    if (chosen.some((id) => !this.offered.has(id))) return new UnknownSession();
    return chosen.length > 1 && overlapIn(this.spans, chosen) ? new SessionsOverlap() : undefined;
  }

  private get spans(): Span[] {
    this.found ??= spansOf(this.event, this.offered);
    return this.found;
  }
}
