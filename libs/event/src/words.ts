import type { Texts } from '#language';

/** What an event is; a listing is somebody else's and never registered here. */
export const EVENT_KINDS = [
  'workshop',
  'assembly',
  'training',
  'seminar',
  'exchange',
  'conference',
  'listing',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * Kinds that differ by what they are called, so that one can become another. An assembly has rules of its own for seats
 * and deadlines, and a listing has no seats at all.
 */
export const FREE_KINDS = ['workshop', 'training', 'seminar', 'exchange', 'conference'] as const;

export const EVENT_STATUSES = ['draft', 'announced', 'published', 'postponed', 'cancelled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const FORMATS = ['onsite', 'online', 'hybrid'] as const;
export type Format = (typeof FORMATS)[number];

/** How one person attends; a hybrid event offers both. */
export type Attendance = 'onsite' | 'online';

export const AUDIENCES = ['public', 'members', 'invited'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What we do at somebody else's event. */
export const OUR_ROLES = ['talk', 'panel', 'guest', 'partner'] as const;
export type OurRole = (typeof OUR_ROLES)[number];

/** Who invites, or who speaks and as what. */
export interface Host {
  name: string;
  link?: string;
}
export interface Speaker {
  name: string;
  function?: Texts;
}
