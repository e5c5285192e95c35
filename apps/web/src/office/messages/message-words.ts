import type { MessageKey, Translate } from '#language';
import type { MessageLine, MessageStatus } from '#mail';
import type { Tone } from '../../view/index.js';

/** The colour that goes with a message's status. */
export const MESSAGE_TONES: Record<MessageStatus, Tone> = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
  held: 'warning',
};

const KINDS: Record<string, MessageKey> = {
  'registration.registered': 'message.registered',
  'registration.again': 'message.again',
  'registration.promoted': 'message.promoted',
  'registration.offered': 'message.offered',
  'registration.lapsed': 'message.lapsed',
  'registration.admitted': 'message.admitted',
  'registration.declined': 'message.declined',
  'registration.changed': 'message.changed',
  'registration.replaced': 'message.replaced',
  'registration.relocated': 'message.relocated',
  'registration.moved': 'message.moved',
  'registration.withdrawn': 'message.withdrawn',
  'registration.corrected': 'message.corrected',
  'invitation.invited': 'message.invited',
  'invitation.reminder': 'message.reminder',
  'invitation.substitute': 'message.substitute',
  'invitation.released': 'message.released',
  'notice.programme': 'message.notice',
  'notice.moved': 'message.notice',
  'notice.online': 'message.notice',
  'notice.postponed': 'message.notice',
  'notice.cancelled': 'message.notice',
  'notice.minimum': 'message.minimum',
  'delegation.registered': 'message.delegation',
  'delegation.reminder': 'message.delegation',
  'delegation.nearer': 'message.delegation',
  'delegation.left': 'message.delegation',
  'delegation.moved': 'message.delegation',
  'delegation.approved': 'message.delegation',
  'delegation.declined': 'message.delegation',
};

/** What a message is about: its subject once it is written, before that what it is for. */
export function aboutOf(
  { mailSubject, kind }: Pick<MessageLine, 'mailSubject' | 'kind'>,
  t: Translate,
): string {
  const word = KINDS[kind];
  return mailSubject ?? (word ? t(word) : kind);
}
