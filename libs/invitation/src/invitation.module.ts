import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { EventModule } from '#event';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { GuestLists } from './guest-list.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationService } from './invitation.service.js';
import { InvitationList } from './invitation-list.service.js';
import { InvitationReply } from './invitation-reply.entity.js';
import { InvitationLetterWriter } from './letter-writer.js';
import { MatrixService } from './matrix.service.js';
import { OwnInvitations } from './own-invitations.service.js';
import { OwnPlaces } from './own-places.service.js';
import { ReminderService } from './reminder.service.js';
import { ReplyService } from './reply.service.js';
import { Substitutes } from './substitute.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Invitation, InvitationReply]),
    AccountModule,
    AuditModule,
    EventModule,
    MailModule,
    MemberModule,
    RegistrationModule,
  ],
  providers: [
    GuestLists,
    InvitationLetterWriter,
    InvitationList,
    InvitationService,
    MatrixService,
    OwnInvitations,
    OwnPlaces,
    ReminderService,
    ReplyService,
    Substitutes,
  ],
  exports: [
    InvitationList,
    InvitationService,
    MatrixService,
    OwnInvitations,
    OwnPlaces,
    ReminderService,
    ReplyService,
  ],
})
export class InvitationModule {}
