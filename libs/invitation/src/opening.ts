import { type Event, extent } from '#event';
import type { Refusal } from '#language';
import { EventCancelled } from '#registration';
import { NothingToInviteTo, ReplyOver } from './refusals.js';

/** Why nobody can be invited to this event now, or undefined. */
export function notInvitable(event: Event, now: Temporal.Instant): Refusal | undefined {
  if (event.status === 'cancelled') return new EventCancelled();
  if (event.kind === 'listing' || event.status !== 'published' || begun(event, now)) {
    return new NothingToInviteTo();
  }
  return undefined;
}

/** Why no reply is taken any more, or undefined: one may change one's mind until the start. */
export function replyOver(event: Event, now: Temporal.Instant): Refusal | undefined {
  if (event.status === 'cancelled') return new EventCancelled();
  return begun(event, now) ? new ReplyOver() : undefined;
}

/** The day on which one must be a member to be invited: that of the event. */
export function dayOf(event: Event, now: Temporal.Instant): string {
  const start = extent(event)?.start ?? now.toZonedDateTimeISO(event.timeZone);
  return start.toPlainDate().toString();
}

function begun(event: Event, now: Temporal.Instant): boolean {
  const times = extent(event);
  return times !== undefined && Temporal.Instant.compare(now, times.start.toInstant()) >= 0;
}
