import { isDeepStrictEqual } from 'node:util';
import type { Event } from './event.entity.js';
import type { EventDate } from './event-date.entity.js';

// RFC 5545, 3.8.7.4: the sequence tells calendars that something they act on has changed.
const ON_EVENT = ['status', 'title', 'timeZone'] as const satisfies (keyof Event)[];
const ON_DATE = [
  'startsLocal',
  'endsLocal',
  'status',
  'place',
  'meetingPoint',
] as const satisfies (keyof EventDate)[];

/** Whether this revision of an event must raise its sequence. */
export const raisesEvent = (event: Event, changes: Partial<Event>): boolean =>
  ON_EVENT.some((field) => field in changes && !isDeepStrictEqual(changes[field], event[field]));

/** Whether this revision of a date must raise its sequence. */
export const raisesDate = (date: EventDate, changes: Partial<EventDate>): boolean =>
  ON_DATE.some((field) => field in changes && !isDeepStrictEqual(changes[field], date[field]));
