import type { Refusal } from '#language';
import type { Ask } from '../settle/ask.js';
import type { DeskRequest, Registered } from './desk-request.js';

/** A request with what it asks of the desk, or why it is refused before. */
export interface Case<R extends DeskRequest = DeskRequest> {
  request: R;
  ask?: Ask;
  refused?: Refusal;
  /** The answer given before to the same submission, or the earlier request of this batch with the same key. */
  repeats?: Registered | Case;
  /** A later one of this batch was let in or refused as if this were done as asked. */
  isCountedOn?: boolean;
}
