import type { MessageKey, MessageValues } from '#language';

/** What was just done, to be said once on the next page. */
export interface Notice {
  key: MessageKey;
  values?: MessageValues;
}
