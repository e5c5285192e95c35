import { type EventBrief, wayIn } from '../event/event-brief.js';
import type { RegistrationStatus } from './status.js';

/** The result of a sent form. */
export interface OutcomeView {
  event: EventBrief;
  people: OutcomePerson[];
  copyTo?: string;
  /** Until when addresses can be confirmed, where that is needed. */
  confirmUntil?: Temporal.ZonedDateTime;
  /** Why those who wait do, and how they come to a seat: each reason once. */
  waiting: readonly string[];
  /** Some of them wait where members without a seat come first, so no number says who is next. */
  isFair?: boolean;
}

/** What came of one person. */
export interface OutcomePerson {
  name: string;
  email: string;
  status: Extract<RegistrationStatus, 'confirmed' | 'waitlisted' | 'requested' | 'unverified'>;
  position?: number;
  /** The way to correct a mistyped address, while it is open. */
  correction?: Correction;
}

export interface Correction {
  /** Where the new address is sent. */
  action: string;
  /** What goes with it, so that it is known whose address it is. */
  hidden: Record<string, string>;
  /** What was typed, where it came back. */
  typed?: string;
  error?: string;
  /** The address has just been changed. */
  done?: boolean;
}

/** What newcomers would get at this moment; `waiting` is what those would read who wait. */
export function newcomersOutcome(
  event: EventBrief,
  party: { people: readonly { firstName: string; lastName: string; email: string }[]; copyTo?: string },
  waiting: string,
): OutcomeView {
  const status = newcomersStatus(event);
  const isFair = status === 'waitlisted' && event.entry?.membersFirst !== undefined;
  const before = event.seats.reduce((sum, seats) => sum + seats.waiting, 0);
  return {
    event,
    people: party.people.map(({ firstName, lastName, email }, index) => ({
      name: `${firstName} ${lastName}`,
      email,
      status,
      position: status === 'waitlisted' && !isFair ? before + index + 1 : undefined,
    })),
    copyTo: party.copyTo,
    waiting: status === 'waitlisted' ? [waiting] : [],
    isFair,
  };
}

function newcomersStatus(event: EventBrief): OutcomePerson['status'] {
  if (event.entry?.confirmsAddress) return 'unverified';
  const way = wayIn(event);
  if (way === 'late' || way === 'request') return 'requested';
  return way === 'waiting' ? 'waitlisted' : 'confirmed';
}
