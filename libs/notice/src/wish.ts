import type { Sitting } from '#event';
import type { Texts } from '#language';
import type { Scope } from './scope.js';

/** What the office wants to have done, and said. */
export type NoticeWish = {
  /** Its own words, by language; may be empty where the facts speak for themselves. */
  text: Texts;
} & (
  | { what: 'programme' | 'postponed' }
  /** Wall clock in the event's zone; the place in its main language. */
  | { what: 'moved'; scope: Scope; to: Sitting & { place: string } }
  | { what: 'online'; joiningLink: string }
  | { what: 'cancelled'; scope: Scope }
);
