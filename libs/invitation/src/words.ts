/** What is answered to an invitation; no answer is silence. */
export const ANSWERS = ['coming', 'declined', 'substitute'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * Where an invitation stands. `coming` and `waiting` are counted from the registrations, so that who withdraws by
 * the registration's own link shows as `withdrawn` without anybody having to say so twice. `noContact` is silence of
 * somebody who cannot be asked again: the contact has left, or the membership ends before the event.
 */
export const INVITATION_STATES = [
  'coming',
  'waiting',
  'substitute',
  'declined',
  'withdrawn',
  'silent',
  'undeliverable',
  'noContact',
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];
