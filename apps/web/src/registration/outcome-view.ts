import type { EventBrief } from '../event/event-brief.js';
import type { RegistrationStatus } from './status.js';

/** The result of a sent form. */
export interface OutcomeView {
  event: EventBrief;
  people: OutcomePerson[];
  copyTo?: string;
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
