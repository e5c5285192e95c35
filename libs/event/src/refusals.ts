import { Refusal } from '#language';

/** No event has this address, or it is a draft: both look the same from outside. */
export class EventUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key = 'error.event.unknown';
}

/** Only a draft or a save-the-date that has got a date can be published. */
export class NotToBePublished extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'planning.publish.refused';
}
