import type { Tone } from '../view/index.js';

/** Where a registration stands, in the words of its rows. */
export type RegistrationStatus =
  | 'unverified'
  | 'requested'
  | 'waitlisted'
  | 'offered'
  | 'confirmed'
  | 'declined'
  | 'cancelled'
  | 'expired';

/** The colour that goes with a status; the words always say it too. */
export const statusTone: Record<RegistrationStatus, Tone> = {
  unverified: 'warning',
  requested: 'info',
  waitlisted: 'info',
  offered: 'warning',
  confirmed: 'success',
  declined: 'danger',
  cancelled: 'info',
  expired: 'danger',
};
