import type { Attendance } from '#event';
import type { Language } from '#language';
import type { RegistrationStatus } from '#registration';

/** A seat of a delegation, or what became of it. What a person answered in confidence is not part of it. */
export interface DelegationSeat {
  /** The registration's id. */
  id: string;
  reference: string;
  /** False: a seat whose person is not known yet; its names are empty. */
  named: boolean;
  firstName: string;
  lastName: string;
  email: string;
  /** Of the mails to the person. */
  language: Language;
  status: RegistrationStatus;
  attendance: Attendance;
  /** The place in the line of who waits. */
  position?: number;
  /** Waits for seats for all of its group. */
  together: boolean;
  /** Rises with every change. */
  version: number;
  /** When a seat without a name is given back. */
  nameBy?: Temporal.Instant;
}
