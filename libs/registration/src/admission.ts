import { type Attendance, type Event, EventUnknown, extent, registrationWindow } from '#event';
import type { Refusal } from '#language';
import {
  AddressOfMemberNeeded,
  AttendanceMissing,
  AttendanceNotOffered,
  EventCancelled,
  EventStarted,
  InvitationNeeded,
  MembersOnly,
  NoRegistration,
  RegistrationClosed,
  RegistrationNotYetOpen,
  WithdrawalOver,
} from './refusals.js';
import type { DeskRules } from './rules/desk-rules.entity.js';

/** How somebody comes to the desk. */
export interface Coming {
  now: Temporal.Instant;
  rules: Pick<DeskRules, 'lateRequests' | 'proof'>;
  /** By an invitation, which opens what is by invitation. */
  invited?: boolean;
  /** Registered by the office, which is asked for no window and no audience. */
  byOffice?: boolean;
}

/** Why nobody may register for this event now, or undefined if it is open, be it for a request after closing. */
export function closedFor(event: Event, { now, rules, invited, byOffice }: Coming): Refusal | undefined {
  if (event.status === 'draft') return new EventUnknown();
  if (event.status === 'cancelled') return new EventCancelled();
  const { state } = registrationWindow(event, now);
  if (state === 'none') return new NoRegistration();
  if (byOffice) return undefined;
  if (state === 'upcoming') return new RegistrationNotYetOpen();
  if (state === 'closed' && !isLate(event, rules, now)) return new RegistrationClosed();
  if (event.audience === 'invited' && !invited) return new InvitationNeeded();
  return undefined;
}

/** Whether registration has closed and one can still ask: until the start, where the rules allow it. */
export function isLate(event: Event, rules: Coming['rules'], now: Temporal.Instant): boolean {
  if (!rules.lateRequests || registrationWindow(event, now).state !== 'closed') return false;
  const start = extent(event)?.start.toInstant();
  return start !== undefined && Temporal.Instant.compare(now, start) < 0;
}

/** Whether the office decides before anybody gets a seat. */
export const needsApproval = (event: Event, rules: DeskRules, now: Temporal.Instant): boolean =>
  rules.approval || isLate(event, rules, now);

/**
 * Why this person may not register for an event that is open, or undefined. For a members' event the person must
 * belong to a member of that day: by choosing it, or by an address of it, as the rules say; or they were invited.
 */
export function refusalFor(
  event: Event,
  person: { attendance?: Attendance; memberId?: string },
  coming: Coming,
): Refusal | undefined {
  if (!person.attendance) return new AttendanceMissing();
  if (!offered(event).includes(person.attendance)) return new AttendanceNotOffered();
  const { rules, invited, byOffice } = coming;
  if (event.audience === 'members' && !invited && !byOffice && !person.memberId) {
    return rules.proof === 'address' ? new AddressOfMemberNeeded() : new MembersOnly();
  }
  return undefined;
}

/** The ways one can attend; the first is taken where nobody chooses. */
export function offered(event: Pick<Event, 'format'>): Attendance[] {
  return event.format === 'online'
    ? ['online']
    : event.format === 'hybrid'
      ? ['onsite', 'online']
      : ['onsite'];
}

/** Why nobody may withdraw or change by themselves any more, or undefined: until the start, or the event's deadline. */
export function withdrawalOver(
  event: Event,
  now: Temporal.Instant,
  rules?: Pick<DeskRules, 'withdrawUntil'>,
): Refusal | undefined {
  const times = extent(event);
  const started = times && Temporal.Instant.compare(now, times.start.toInstant()) >= 0;
  if (started) return new EventStarted();
  const until = rules?.withdrawUntil;
  return until && Temporal.Instant.compare(now, until) >= 0 ? new WithdrawalOver() : undefined;
}

/** Whether there still is something to come to. */
export function takesPlace(event: Event, now: Temporal.Instant): boolean {
  const times = extent(event);
  return event.status === 'published' && (!times || Temporal.Instant.compare(now, times.end.toInstant()) < 0);
}
