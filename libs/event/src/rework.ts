import { isDeepStrictEqual } from 'node:util';
import type { Texts } from '#language';
import type { Event } from './event.entity.js';
import type { EventDate } from './event-date.entity.js';
import type { EventItem } from './event-item.entity.js';
import type { ItemPlan, Revision } from './event-plan.js';
import { moved, type Sitting, shift } from './moved.js';
import { heldDates } from './times.js';
import { type Audience, type EventKind, type Format, FREE_KINDS, type Host, type Speaker } from './words.js';

/** The facts of an event that the office changes most, as they shall be; time, place and link of the first sitting. */
export interface Rework extends Sitting {
  title: Texts;
  format?: Format;
  audience: Audience;
  /** In the event's main language. */
  place: string;
  joiningLink?: string;
  /** Left out, all these stay as they are; a kind only becomes one of those that differ in name. */
  kind?: EventKind;
  /** In the event's main language, of the first sitting. */
  meetingPoint?: string;
  summary?: Texts;
  description?: Texts;
  hosts?: Host[];
  speakers?: Speaker[];
  /** Left out, it moves with the first sitting; null: the usual. */
  opensAt?: Temporal.Instant | null;
  closesAt?: Temporal.Instant | null;
  /** The whole programme; left out, its points move with the first sitting. */
  items?: readonly ItemPlan[];
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
  const meetingPoint = retold(
    first?.meetingPoint ?? {},
    event.mainLanguage,
    wish.meetingPoint ?? first?.meetingPoint[event.mainLanguage] ?? '',
  );
  const joiningLink = wish.joiningLink ?? null;
  return {
    event: {
      title: wish.title,
      format: wish.format ?? null,
      audience: wish.audience,
      ...(isFree(event.kind) && isFree(wish.kind) && { kind: wish.kind }),
      ...(wish.hosts && { hosts: wish.hosts }),
      ...(wish.speakers && { speakers: wish.speakers }),
      ...(wish.summary && { summary: wish.summary }),
      ...(wish.description && { description: wish.description }),
      opensAt: wish.opensAt === undefined ? (move.opensAt ?? null) : wish.opensAt,
      closesAt: wish.closesAt === undefined ? (move.closesAt ?? null) : wish.closesAt,
    },
    dates: Object.fromEntries(
      dates.map((date, index) => [
        date.position,
        {
          startsLocal: move.dates[index]?.starts,
          endsLocal: move.dates[index]?.ends,
          ...(isDeepStrictEqual(date.place, first?.place) && { place }),
          ...(isDeepStrictEqual(date.meetingPoint, first?.meetingPoint) && { meetingPoint }),
          ...(date.joiningLink === first?.joiningLink && { joiningLink }),
        },
      ]),
    ),
    programme: wish.items,
    items: wish.items
      ? {}
      : Object.fromEntries(
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

/** The plan of an event as it stands, for whoever changes only a part of it. */
export function samePlan(event: Event): Rework {
  const [first] = heldDates(event);
  return {
    title: event.title,
    format: event.format ?? undefined,
    audience: event.audience,
    // Without a date there is none to move.
    starts: first?.startsLocal ?? NO_DATE,
    ends: first?.endsLocal ?? NO_DATE,
    place: first?.place[event.mainLanguage] ?? '',
    joiningLink: first?.joiningLink ?? undefined,
  };
}

const NO_DATE = '1970-01-01T00:00';

/** The revision that puts one date elsewhere; what is on the programme then moves along, the other dates stay. */
export function movedDate(event: Event, date: EventDate, to: Sitting & { place: string }): Revision {
  const local = shift(date.startsLocal, to.starts);
  return {
    dates: {
      [date.position]: {
        startsLocal: to.starts,
        endsLocal: to.ends,
        place: retold(date.place, event.mainLanguage, to.place),
      },
    },
    items: Object.fromEntries(
      itemsDuring(event, date).map((item) => [
        item.position,
        {
          startsLocal: item.startsLocal && local(item.startsLocal),
          endsLocal: item.endsLocal && local(item.endsLocal),
        },
      ]),
    ),
  };
}

/** What is on the programme during a date; points without an hour belong to none. */
export const itemsDuring = (event: Event, { startsLocal, endsLocal }: EventDate): EventItem[] =>
  event.items.filter(
    (item) => item.startsLocal && item.startsLocal >= startsLocal && item.startsLocal < endsLocal,
  );

/** What is on the programme of a date's day; where there is one date alone, all of it. */
export function itemsOn(event: Event, { startsLocal, endsLocal }: EventDate): EventItem[] {
  if (heldDates(event).length <= 1) return event.items;
  const [from, until] = [startsLocal, endsLocal].map((local) => local.slice(0, 10)) as [string, string];
  const isOn = (day: string) => from <= day && day <= until;
  return event.items.filter((item) => !item.startsLocal || isOn(item.startsLocal.slice(0, 10)));
}

/**
 * An event as a revision would leave it, a wholly new programme aside; sequences and the instants of its dates stay as
 * they were.
 */
export function revised(event: Event, { event: facts, dates, items }: Revision): Event {
  return {
    ...event,
    ...facts,
    dates: event.dates.map((date) => ({ ...date, ...dates?.[date.position] })),
    items: event.items
      .map((item) => ({ ...item, ...items?.[item.position] }))
      .filter(({ status }) => status !== 'cancelled'),
  };
}

const isFree = (kind: EventKind | undefined): boolean => FREE_KINDS.some((free) => free === kind);

// Translations of what is no longer true are worse than none.
function retold(texts: Texts, language: keyof Texts, text: string): Texts {
  if ((texts[language] ?? '') === text) return texts;
  return text ? { [language]: text } : {};
}
