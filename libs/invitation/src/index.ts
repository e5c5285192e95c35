export type { Cell } from './cell.js';
export { eventHeading } from './event-heading.js';
export type { Invitee } from './guest.js';
export type { Invitation } from './invitation.entity.js';
export { InvitationModule } from './invitation.module.js';
export {
  type InvitationPreview,
  InvitationService,
  type InvitationView,
  type Invited,
} from './invitation.service.js';
export {
  type InvitationFilter,
  type InvitationLine,
  InvitationList,
  type MemberInvitation,
} from './invitation-list.service.js';
export type { InvitationReply } from './invitation-reply.entity.js';
export {
  type MatrixCell,
  type MatrixLine,
  type MatrixPage,
  MatrixService,
  MOST_EVENTS,
} from './matrix.service.js';
export { notInvitable, replyOver } from './opening.js';
export { type OwnInvitation, OwnInvitations } from './own-invitations.service.js';
export { type OwnPlace, OwnPlaces } from './own-places.service.js';
export * from './refusals.js';
export { ReminderService } from './reminder.service.js';
export { type Comer, type Reply, ReplyService } from './reply.service.js';
export { shortList } from './short-list.js';
export { type Guest, guestLines, guestSchema, readGuests, type Whom } from './whom.js';
export { ANSWERS, type Answer, INVITATION_STATES, type InvitationState } from './words.js';
