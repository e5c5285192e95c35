import { type MessageKey, Refusal } from '#language';

/** The event has changed since the list was looked at, so that a line of it would now be wrong. */
export class ListStale extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'desk.import.stale';
}
