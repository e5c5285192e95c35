import { isActive, offered, type RegistrationStatus, type RegistrationView } from '#registration';
import type { EventChoices } from '../../registration/event-choices.js';

/** What the office can do to a registration with a word and a button; for all else there are forms. */
export const DEEDS = ['approve', 'decline', 'seat', 'restore', 'line', 'withdraw'] as const;
export type Deed = (typeof DEEDS)[number];

/** In which statuses each is possible. */
const POSSIBLE: Record<Deed, readonly RegistrationStatus[]> = {
  approve: ['requested', 'unverified', 'offered'],
  decline: ['requested'],
  // Also beyond the last seat.
  seat: ['requested', 'unverified', 'waitlisted', 'cancelled', 'declined', 'expired'],
  restore: ['cancelled', 'declined', 'expired'],
  line: ['waitlisted'],
  withdraw: ['unverified', 'requested', 'waitlisted', 'offered', 'confirmed'],
};

/** What can be done now. */
export const possibleDeeds = ({ registration }: Pick<RegistrationView, 'registration'>): Deed[] =>
  DEEDS.filter((deed) => isPossible(deed, registration));

export const isPossible = (
  deed: Deed,
  { status }: Pick<RegistrationView['registration'], 'status'>,
): boolean => POSSIBLE[deed].includes(status);

/** Deeds that nobody would understand later without the reason. */
export const needsReason = (deed: Deed): boolean => deed === 'seat' || deed === 'line';

/** Deeds whose reason is told to the person too, where there is a mail. */
export const tellsReason = (deed: Deed): boolean => deed === 'decline' || deed === 'withdraw';

/** Whether the person hears of it by mail, if the office wants. */
export const canBeTold = (deed: Deed): boolean => deed !== 'line';

/** Whether attendance, sessions and the person can be changed. */
export const isChangeable = ({ status }: Pick<RegistrationView['registration'], 'status'>): boolean =>
  isActive(status);

/** Whether answers can be given for somebody; nobody answers for a seat without a name. */
export const canAnswer = (
  registration: Pick<RegistrationView['registration'], 'status' | 'named'>,
): boolean => registration.named && isChangeable(registration);

/** Whether there is more than one way of attending, or a session to choose. */
export const isAttendanceOpen = (
  { event }: Pick<RegistrationView, 'event'>,
  { sessions }: Pick<EventChoices, 'sessions'>,
): boolean => offered(event).length > 1 || sessions.length > 0;
