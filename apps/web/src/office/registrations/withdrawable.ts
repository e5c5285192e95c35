import type { RegistrationStatus } from '#registration';

const OVER: readonly RegistrationStatus[] = ['declined', 'cancelled', 'expired'];

/** Whether there is still a place to give back. */
export const mayWithdraw = (status: RegistrationStatus): boolean => !OVER.includes(status);
