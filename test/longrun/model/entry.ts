import type { RegistrationStatus } from '#registration';

/** The two ways of attending, in the order in which seats are given. */
export const WAYS = ['onsite', 'online'] as const;
export type Way = (typeof WAYS)[number];
export type Status = RegistrationStatus;

/** Somebody as they ask for a seat; moments are milliseconds since 1970. */
export interface Guest {
  /** Who it is; undefined for a seat without a name. */
  person?: number;
  email: string;
  firstName: string;
  lastName: string;
  organization?: string;
  /** Said by whoever registers them; else it is found out. */
  member?: string;
  way?: Way;
  sessions: readonly string[];
  unnamedUntil?: number;
}

/** One line of an event's list. */
export interface Entry {
  /** The desk's id, once it has answered. */
  id?: string;
  number: number;
  person?: number;
  email: string;
  organization?: string;
  member?: string;
  way: Way;
  /** All statuses so far; the last is the present one. */
  trail: Status[];
  holds: boolean;
  line: number;
  group?: number;
  expires?: number;
  wishes: readonly string[];
  held: readonly string[];
}

export const statusOf = (entry: Entry): Status => entry.trail.at(-1) as Status;

const OVER: readonly Status[] = ['declined', 'cancelled', 'expired'];
export const isThere = (entry: Entry): boolean => !OVER.includes(statusOf(entry));
export const waits = (entry: Entry): boolean => statusOf(entry) === 'waitlisted';
