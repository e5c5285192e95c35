/** What can happen to an event at short notice. */
export const HAPPENINGS = ['programme', 'moved', 'online', 'postponed', 'cancelled'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** Statuses in which somebody counts on an event; who has yet to confirm an address hears of it all then. */
export const CONCERNED = ['confirmed', 'offered', 'requested', 'waitlisted'] as const;
export type ConcernedStatus = (typeof CONCERNED)[number];
