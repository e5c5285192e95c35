import type { Attendance, Audience, EventKind, EventStatus, Format, Host, OurRole } from '#event';
import type { Shown } from '#language';
import type { Seats } from '../view/index.js';

/** One sitting of an event, on the clock of the event's zone. */
export interface Sitting {
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
  cancelled?: boolean;
  place?: Shown;
  meetingPoint?: Shown;
  /** Set only where the person looking may have it (rule T9). */
  joiningLink?: string;
}

/** Whether one can register now; the moments are on the clock of the event's zone. */
export interface Registering {
  state: 'open' | 'upcoming' | 'closed' | 'none';
  opensAt?: Temporal.ZonedDateTime;
  closesAt?: Temporal.ZonedDateTime;
}

/** How the desk takes people in at this moment, beyond whether there is a seat. */
export interface Entry {
  /** Registration has closed, but one can still ask. */
  late: boolean;
  /** The office decides before anybody gets a seat. */
  approval: boolean;
  /** Who registers must confirm the address first. */
  confirmsAddress: boolean;
  /** Whoever waits is offered a free place, and must answer. */
  offers?: boolean;
  /** Members' people are known by their address. */
  memberAddress: boolean;
  /** The seats for which members without one move up before everybody else; left out: all go by arrival. */
  membersFirst?: Attendance;
  /** What keeps people from seats that are free; left out where nothing does. */
  divided?: Divided;
}

/** How seats are divided among members, for the time being. */
export interface Divided {
  /** Some are kept for members; or a member's people get only so many. */
  how: 'kept' | 'capped';
  /** When they open for all; left out where that is not known yet. */
  until?: Temporal.ZonedDateTime;
}

/** What a line of the programme shows of an event. */
export interface EventBrief {
  /** Its page; the address of everything about it begins so. */
  href: string;
  kind: EventKind;
  status: EventStatus;
  title: Shown;
  format?: Format;
  audience: Audience;
  hosts: Host[];
  /** In order; empty where no date is known. */
  dates: Sitting[];
  /** How a save-the-date says when. */
  announced?: Shown;
  /** All dates have ended. */
  over: boolean;
  registering: Registering;
  /** Left out where nobody looked at the event's rules. */
  entry?: Entry;
  /** One entry per kind of seats; empty where nobody counts them. */
  seats: Seats[];
  hasWaitingList: boolean;
  /** What we do at somebody else's event. */
  role?: OurRole;
}

/** Whether the event has dates to stand under; postponed ones have lost theirs. */
export const isDated = (event: Pick<EventBrief, 'dates' | 'status'>): boolean =>
  event.dates.length > 0 && event.status !== 'announced' && event.status !== 'postponed';

/** Whether every kind of seats is taken; never where seats are not counted. */
export const isFull = ({ seats }: Pick<EventBrief, 'seats'>): boolean =>
  seats.length > 0 && seats.every(({ capacity, taken }) => capacity !== null && taken >= capacity);

/** Whether registering now means joining the waiting list. */
export const isWaiting = (event: Pick<EventBrief, 'seats' | 'hasWaitingList'>): boolean =>
  event.hasWaitingList && isFull(event);

/** What registering now leads to: a seat, the waiting list, or a request that the office decides. */
export type WayIn = 'seat' | 'waiting' | 'request' | 'late';

export function wayIn(event: Pick<EventBrief, 'entry' | 'seats' | 'hasWaitingList'>): WayIn {
  if (event.entry?.late) return 'late';
  if (event.entry?.approval) return 'request';
  return isWaiting(event) ? 'waiting' : 'seat';
}

/** Seats still to be had where one can register now, of all kinds together; undefined where nobody counts them. */
export function freeSeats({
  seats,
  registering,
}: Pick<EventBrief, 'seats' | 'registering'>): number | undefined {
  if (registering.state !== 'open' || seats.length === 0) return undefined;
  if (seats.some(({ capacity }) => capacity === null)) return undefined;
  return seats.reduce((sum, { capacity, taken }) => sum + Math.max(0, Number(capacity) - taken), 0);
}
