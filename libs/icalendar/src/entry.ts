import { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { oneLine, paragraphs, textValue, uri } from './text.js';
import { timeZoneOf } from './zone.js';

/** One date as calendar clients see it (a VEVENT). All texts are plain text in one language. */
export interface CalendarEntry {
  /** Worldwide unique and never changed: the same in every feed, file and mail. */
  uid: string;
  /** Rises when time, place, status or title changes; clients drop what is older than what they have. */
  sequence: number;
  /** Wall-clock time in its IANA zone; clients are told both. */
  start: Temporal.ZonedDateTime;
  /** May be in another zone; written in the zone of the start. Left out unless later than the start. */
  end: Temporal.ZonedDateTime;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  summary: string;
  description?: string;
  location?: string;
  /** An absolute address of the date's page. */
  url?: string;
  categories?: readonly string[];
  created: Temporal.Instant;
  /** The last change, also written as DTSTAMP: with the present moment there, no feed would ever be unchanged. */
  changed: Temporal.Instant;
}

/** Translates an entry into the terms of ical-generator. Throws a RangeError if the UID is empty. */
export function vevent(entry: CalendarEntry): ICalEventData {
  const zone = timeZoneOf(entry);
  return {
    id: uidOf(entry),
    sequence: entry.sequence,
    stamp: entry.changed,
    created: entry.created,
    lastModified: entry.changed,
    timezone: zone?.tzid ?? null,
    start: entry.start,
    end: isLater(entry.end, entry.start) ? entry.end : null,
    status: ICalEventStatus[entry.status],
    transparency: entry.status === 'CANCELLED' ? ICalEventTransparency.TRANSPARENT : null,
    summary: oneLine(entry.summary),
    description: paragraphs(entry.description ?? '') || null,
    location: paragraphs(entry.location ?? '') || null,
    url: uri(entry.url ?? '') || null,
    categories: namesOf(entry.categories ?? []),
  };
}

/** Orders entries by start, then by UID, so that the same facts give the same bytes however they were read. */
export function byStart(a: CalendarEntry, b: CalendarEntry): number {
  return Temporal.ZonedDateTime.compare(a.start, b.start) || (a.uid < b.uid ? -1 : Number(a.uid > b.uid));
}

function uidOf(entry: CalendarEntry): string {
  const uid = textValue(entry.uid);
  // ical-generator would make up a random one, and every client would show the date twice.
  if (uid === '') throw new RangeError('A calendar entry needs a UID');
  return uid;
}

function isLater(end: Temporal.ZonedDateTime, start: Temporal.ZonedDateTime): boolean {
  return end.epochMilliseconds > start.epochMilliseconds;
}

function namesOf(categories: readonly string[]): { name: string }[] {
  return categories
    .map(oneLine)
    .filter((name) => name !== '')
    .map((name) => ({ name }));
}
