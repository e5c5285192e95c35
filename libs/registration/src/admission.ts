import { type Attendance, type Event, EventUnknown, extent, registrationWindow } from '#event';
import type { Refusal } from '#language';
import {
  AttendanceNotOffered,
  EventCancelled,
  EventStarted,
  InvitationNeeded,
  MembersOnly,
  NoRegistration,
  RegistrationClosed,
  RegistrationNotYetOpen,
} from './refusals.js';

/** Why nobody may register for this event now, or undefined if it is open; `invited` opens what is by invitation. */
export function closedFor(
  event: Event,
  now: Temporal.Instant,
  { invited = false } = {},
): Refusal | undefined {
  if (event.status === 'draft') return new EventUnknown();
  if (event.status === 'cancelled') return new EventCancelled();
  const { state } = registrationWindow(event, now);
  if (state === 'none') return new NoRegistration();
  if (state === 'upcoming') return new RegistrationNotYetOpen();
  if (state === 'closed') return new RegistrationClosed();
  if (event.audience === 'invited' && !invited) return new InvitationNeeded();
  return undefined;
}

/**
 * Why this person may not register, or undefined. For a members' event the organization must be a member
 * today, unless the person was invited; `members` are those organizations' names.
 */
export function refusalFor(
  event: Event,
  person: { attendance?: Attendance; organization?: string },
  { now, members, invited }: { now: Temporal.Instant; members: readonly string[]; invited?: boolean },
): Refusal | undefined {
  const closed = closedFor(event, now, { invited });
  if (closed) return closed;
  if (!person.attendance || !offered(event).includes(person.attendance)) return new AttendanceNotOffered();
  if (event.audience === 'members' && !invited && !members.includes(person.organization ?? '')) {
    return new MembersOnly();
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

/** Why nobody may withdraw any more, or undefined: it is possible until the start, and from what was cancelled. */
export function withdrawalOver(event: Event, now: Temporal.Instant): Refusal | undefined {
  const times = extent(event);
  const started = times && Temporal.Instant.compare(now, times.start.toInstant()) >= 0;
  return started ? new EventStarted() : undefined;
}

/** Whether there still is something to come to. */
export function takesPlace(event: Event, now: Temporal.Instant): boolean {
  const times = extent(event);
  return event.status === 'published' && (!times || Temporal.Instant.compare(now, times.end.toInstant()) < 0);
}
