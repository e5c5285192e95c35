import { Refusal } from '#language';

/** No event has this address, or it is a draft: both look the same from outside. */
export class EventUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key = 'error.event.unknown';
}
