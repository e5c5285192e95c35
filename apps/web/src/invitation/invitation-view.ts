import type { Answer, Comer } from '#invitation';
import type { EventBrief } from '../event/event-brief.js';
import type { ReplyView } from './reply-view.js';

/** One's own invitation, behind the link in the mail. */
export interface InvitationView {
  event: EventBrief;
  name: string;
  /** On whose behalf one is invited. */
  memberName?: string;
  answer?: Answer;
  comers: Comer[];
  /** What was said with the latest reply. */
  word?: string;
  /** Who stands in, as typed: a mistyped address is noticed here. */
  substitute?: { name: string; email: string };
  /** Missing once nothing can be replied any more. */
  reply?: ReplyView;
  /** A reply was given just now. */
  done: boolean;
}
