import { type Language, type MessageKey, type MessageValues, moment, translator } from '#language';
import type { Held } from '../held-back.js';

/** How somebody waits. */
export interface Waiting {
  /** With a group, for seats for all of it. */
  together?: boolean;
  /** A seat that has no name yet. */
  unnamed?: boolean;
  /** A place that becomes free now is offered to who waits, who must answer; near the start it is given at once. */
  byOffer?: boolean;
  /** Why, where it is not that all seats are taken. */
  heldBack?: Held;
}

/** What to say to who waits: why, and how they come to a seat. Mails and pages say it with the same words. */
export function waitingWords(waiting: Waiting, timeZone: string, language: Language): string {
  return translator(language)(waitingKey(waiting), heldValues(waiting.heldBack, timeZone, language));
}

// Neither a group nor a seat without a name can answer an offer, so these move up at once.
export function waitingKey({ together, unnamed, byOffer, heldBack }: Waiting): MessageKey {
  if (heldBack) return `waiting.${heldBack.by}${heldBack.until ? '.until' : ''}`;
  if (together) return 'letter.waiting.together';
  if (unnamed) return 'letter.unnamed.waiting';
  return byOffer ? 'letter.waiting.offer' : 'letter.waiting.first';
}

/** The numbers and the day that belong to these words. */
export function heldValues(held: Held | undefined, timeZone: string, language: Language): MessageValues {
  if (!held) return {};
  const { until } = held;
  return {
    ...(held.by === 'cap' && { cap: held.cap, taken: held.taken }),
    ...(until && { moment: moment(until.toZonedDateTimeISO(timeZone), language) }),
  };
}
