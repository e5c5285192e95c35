export const REGISTRATION_STATUSES = [
  'unverified',
  'requested',
  'waitlisted',
  'offered',
  'confirmed',
  'declined',
  'cancelled',
  'expired',
] as const;

export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** The statuses in which a person has a place at the event, be it in the line. */
export const ACTIVE = [
  'unverified',
  'requested',
  'waitlisted',
  'offered',
  'confirmed',
] as const satisfies RegistrationStatus[];

export const isActive = (status: RegistrationStatus): boolean =>
  (ACTIVE as readonly string[]).includes(status);
