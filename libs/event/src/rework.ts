import { isDeepStrictEqual } from 'node:util';
import type { Texts } from '#language';
import type { Event } from './event.entity.js';
import type { Revision } from './event-plan.js';
import { moved, type Sitting } from './moved.js';
import { heldDates } from './times.js';
import type { Audience, Format } from './words.js';

/** The facts of an event that the office changes most, as they shall be; time, place and link of the first sitting. */
export interface Rework extends Sitting {
  title: Texts;
  format?: Format;
  audience: Audience;
  /** In the event's main language. */
  place: string;
  joiningLink?: string;
}

/**
 * The revision that makes an event so. The other sittings, items and the registration window move with the first
 * sitting, and where they shared its place or link they share the new one.
 */
export function reworked(event: Event, wish: Rework): Revision {
  const dates = heldDates(event);
  const [first] = dates;
  const move = moved(event, wish);
  const place = retold(first?.place ?? {}, event.mainLanguage, wish.place);
  const joiningLink = wish.joiningLink ?? null;
  return {
    event: {
      title: wish.title,
      format: wish.format ?? null,
      audience: wish.audience,
      opensAt: move.opensAt ?? null,
      closesAt: move.closesAt ?? null,
    },
    dates: Object.fromEntries(
      dates.map((date, index) => [
        date.position,
        {
          startsLocal: move.dates[index]?.starts,
          endsLocal: move.dates[index]?.ends,
          ...(isDeepStrictEqual(date.place, first?.place) && { place }),
          ...(date.joiningLink === first?.joiningLink && { joiningLink }),
        },
      ]),
    ),
    items: Object.fromEntries(
      event.items.map((item, index) => [
        item.position,
        {
          startsLocal: move.items[index]?.starts ?? null,
          endsLocal: move.items[index]?.ends ?? null,
        },
      ]),
    ),
  };
}

// Translations of what is no longer true are worse than none.
function retold(texts: Texts, language: keyof Texts, text: string): Texts {
  if ((texts[language] ?? '') === text) return texts;
  return text ? { [language]: text } : {};
}
