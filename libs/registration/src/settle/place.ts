import type { Attendance } from '#event';
import type { RegistrationStatus } from '../words.js';

/** One way of attending: its seats and its line. A null capacity has no limit. */
export interface Seats {
  capacity: number | null;
  taken: number;
  waiting: number;
  /** Seats above the capacity, held by the office's will or left from before it shrank. */
  over: number;
}

/** Free seats are being kept for this group, which waits for more of them. */
export interface Collecting {
  group: string;
  since: Temporal.Instant;
}

/** The counters of an event, as read under the lock. */
export interface Counters {
  onsite: Seats;
  online: Seats;
  nextLine: number;
  collecting: Partial<Record<Attendance, Collecting>>;
}

/** A registration as far as seats are concerned. */
export interface Place {
  id: string;
  /** Who it is, compared by equality only. */
  person: string;
  attendance: Attendance;
  status: RegistrationStatus;
  holdsSeat: boolean;
  line: number | null;
  /** Whose seat it is counted as. */
  member?: string;
  /** Waits together with the others of the same group. */
  group?: string;
  /** Nobody has been named for it yet. */
  unnamed?: boolean;
  /** When it lapses by itself; who waits or is confirmed by name does not. */
  expiresAt?: Temporal.Instant;
  /** Allotments chosen; while waiting these are wishes. */
  claims: readonly string[];
  /** Those of the claims that are held. */
  held: readonly string[];
}

/** What a member may have until the contingents are released, and what it has. */
export interface Contingent {
  guaranteed: number;
  /** Null: as many as there are. */
  cap: number | null;
  taken: number;
}

/** Why somebody waits who may have a seat only once the contingents are released. */
export type HeldBack =
  /** The member has, or with the group would have, more than its cap. */
  | { by: 'cap'; cap: number; taken: number }
  /** Seats are free, and kept for other members. */
  | { by: 'guarantees' };

/** Something limited beside the seat: a session, or a choice of the form. */
export interface Allotment {
  capacity: number | null;
  taken: number;
  over: number;
}

/** The event's rules as they stand at the moment of settling. */
export interface SettleRules {
  now: Temporal.Instant;
  /** Whether people move up at all: not to an event that does not take place, or no more. */
  promotes: boolean;
  /** Whoever moves up is asked first, and may answer until then; undefined: moves up at once. */
  offerUntil?: Temporal.Instant;
  order: 'arrival' | 'fair';
  /** The way of attending whose seats are counted by member; undefined: none is. */
  counted?: Attendance;
  /** Whether guarantees and caps hold: until the release. */
  contingents: boolean;
  /** What holds for members without a contingent of their own. */
  cap: number | null;
  /** How a request for approval is kept. */
  requests: { holdsSeat: boolean; until: Temporal.Instant };
  /** How an address to be confirmed is waited for. */
  verification: { holdsSeat: boolean; until: Temporal.Instant };
  /** How long seats are kept for a group that waits for more of them, in hours; null: until they are enough. */
  collectHours: number | null;
}

/** How much is taken beyond the capacity. */
export const above = ({ capacity, taken }: Pick<Allotment, 'capacity' | 'taken'>): number =>
  capacity === null ? 0 : Math.max(0, taken - capacity);

/** All that the desk decides on, as read under the lock. */
export interface DeskState {
  counters: Counters;
  rules: SettleRules;
  /** By member id. Members that hold no seat and have no contingent may be left out. */
  members: ReadonlyMap<string, Contingent>;
  /** By id. */
  allotments: ReadonlyMap<string, Allotment>;
  /**
   * The ones that the asks name by id; the active registrations of all their persons and of the persons that the
   * asks name; and those that lapse now.
   */
  known: readonly Place[];
  /**
   * Those who wait, each line in order: of every member, and of those without, as many as `reach` says; and all
   * groups, whole; nobody where it says none. Where seats are not counted by member, one line of so many is enough.
   */
  heads: readonly Place[];
}
