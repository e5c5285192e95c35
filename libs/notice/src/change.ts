import { isDeepStrictEqual } from 'node:util';
import {
  type Event,
  type EventDate,
  type EventItem,
  heldDates,
  itemsDuring,
  itemsOn,
  movedDate,
  type Revision,
  revised,
  reworked,
  runsForward,
  type Sitting,
  zoned,
} from '#event';
import type { Texts } from '#language';
import type { Circumstances } from './circumstances.js';
import { EndBeforeStart, NothingChanges, NotPossible, TextMissing, TimeIsOver } from './refusals.js';
import { comingDates, dateIn, itemIn, type Scope, scopesOf } from './scope.js';
import type { NoticeWish } from './wish.js';

/** When and where a date was, or is now; wall clock in the event's zone. */
export type Whereabouts = Sitting & {
  place: Texts;
  /** Missing in what was told before it was said. */
  meetingPoint?: Texts;
};

/** What was and what is now, as a notice keeps it. */
export interface NoticeDetail {
  scope: Scope;
  /** The dates that it is about; without `after` they are off, and with the same one they were changed before. */
  dates: { id: string; before: Whereabouts; after?: Whereabouts }[];
  /** Points of the programme that are off. */
  items: { id: string; title: Texts }[];
  /** Ids of dates that take place; appointments of those who come name the session that is off. */
  altered?: string[];
  /** The event was postponed and has a date again. */
  again?: true;
  /** How many were needed and how many there were, where that is the reason. */
  minimum?: { needed: number; counted: number };
}

/** What a wish comes to. */
export interface Change {
  revision: Revision;
  detail: NoticeDetail;
}

/**
 * What has to change about the event, and what is to be told of it. Throws what is wrong with the wish: a
 * WishMistaken, or NotPossible where no wish of this sort can be done. Of dates that are `untold` it is to be told how
 * they are, even where nothing changes any more.
 */
export function changeOf(event: Event, wish: NoticeWish, circumstances: Circumstances): Change {
  const { now } = circumstances;
  const scope = 'scope' in wish ? wish.scope : 'event';
  if (!scopesOf(event, wish.what, now).includes(scope)) throw new NotPossible();
  switch (wish.what) {
    case 'programme':
      if (!wish.text[event.mainLanguage]) throw new TextMissing();
      return { revision: {}, detail: { scope, dates: [], items: [] } };
    case 'moved':
      return movedTo(event, scope, wish.to, circumstances);
    case 'online':
      return madeOnline(event, wish.joiningLink, now);
    case 'postponed':
      return calledOff(event, 'postponed', now);
    case 'cancelled':
      return scope === 'event'
        ? calledOff(event, 'cancelled', now)
        : partCalledOff(event, scope, circumstances);
  }
}

function movedTo(
  event: Event,
  scope: Scope,
  to: Sitting & { place: string },
  { now, untold }: Circumstances,
): Change {
  const again = event.status === 'postponed';
  const date = dateIn(event, scope);
  const revision = date ? movedDate(event, date, to) : wholeMoved(event, to);
  const detail = comparison(event, revised(event, revision), scope, untold);
  if (detail.dates.length === 0 && !again) throw new NothingChanges('day');
  const starts = zoned(to.starts, event.timeZone).toInstant();
  if (Temporal.Instant.compare(starts, now) <= 0) throw new TimeIsOver();
  if (!runsForward(to, event.timeZone)) throw new EndBeforeStart();
  if (!again) return { revision, detail };
  return {
    revision: { ...revision, event: { ...revision.event, status: 'published' } },
    detail: { ...detail, dates: allDates(event, revised(event, revision)), again },
  };
}

function wholeMoved(event: Event, to: Sitting & { place: string }): Revision {
  const { title, format, audience } = event;
  const joiningLink = heldDates(event)[0]?.joiningLink ?? undefined;
  return reworked(event, { ...to, title, format: format ?? undefined, audience, joiningLink });
}

// The room is given up with its place; who meets where is no question any more.
function madeOnline(event: Event, joiningLink: string, now: Temporal.Instant): Change {
  const dates = comingDates(event, now);
  const known = dates.every((date) => date.joiningLink === joiningLink);
  if (event.format === 'online' && known) throw new NothingChanges('joiningLink');
  const revision: Revision = {
    dates: Object.fromEntries(
      dates.map(({ position }) => [position, { joiningLink, place: {}, meetingPoint: {} }]),
    ),
  };
  const after = revised(event, revision);
  return { revision, detail: { scope: 'event', dates: allDates(event, after, dates), items: [] } };
}

function calledOff(event: Event, status: 'postponed' | 'cancelled', now: Temporal.Instant): Change {
  // What a postponed event is off for was told before.
  const dates = event.status === 'postponed' ? [] : comingDates(event, now);
  return {
    revision: { event: { status } },
    detail: { scope: 'event', dates: dates.map(off), items: [] },
  };
}

function partCalledOff(event: Event, scope: Scope, { sessions }: Circumstances): Change {
  const date = dateIn(event, scope);
  const item = itemIn(event, scope);
  const items = date ? itemsDuring(event, date) : item ? [item] : [];
  return {
    revision: {
      dates: date && { [date.position]: { status: 'cancelled' } },
      items: Object.fromEntries(items.map(({ position }) => [position, { status: 'cancelled' as const }])),
    },
    detail: {
      scope,
      dates: date ? [off(date)] : [],
      items: items.map(({ id, title }) => ({ id, title })),
      ...(item && sessions.has(item.id) && { altered: namedIn(event, item) }),
    },
  };
}

/** The dates whose appointments name a session. */
const namedIn = (event: Event, { id }: EventItem): string[] =>
  heldDates(event)
    .filter((date) => itemsOn(event, date).some((item) => item.id === id))
    .map((date) => date.id);

function comparison(event: Event, after: Event, scope: Scope, untold: Circumstances['untold']): NoticeDetail {
  const meant = (id: string) => scope === 'event' || scope === `date:${id}`;
  const news = allDates(event, after).filter(
    ({ id, before, after }) => !isDeepStrictEqual(before, after) || (meant(id) && untold.has(id)),
  );
  return { scope, dates: news, items: [] };
}

function allDates(event: Event, after: Event, dates: readonly EventDate[] = heldDates(event)) {
  const later = new Map(after.dates.map((date) => [date.id, date]));
  return dates.map((date) => ({
    id: date.id,
    before: whereabouts(date),
    after: whereabouts(later.get(date.id) ?? date),
  }));
}

const off = (date: EventDate) => ({ id: date.id, before: whereabouts(date) });

const whereabouts = ({ startsLocal, endsLocal, place, meetingPoint }: EventDate): Whereabouts => ({
  starts: startsLocal,
  ends: endsLocal,
  place,
  meetingPoint,
});
