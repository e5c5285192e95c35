import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { AuditModule } from '#audit';
import { EventModule } from '#event';
import { InvitationModule } from '#invitation';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { ReportModule } from '#report';
import { Visits } from '../door/visits.js';
import { Replies } from '../invitation/replies.service.js';
import { SetupModule } from '../setup/setup.module.js';
import { OfficeVisits } from './door/office-visits.service.js';
import { AttendeesController } from './events/attendees.controller.js';
import { EventsController } from './events/events.controller.js';
import { InvitationFileController } from './invitations/invitation.controller.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InviteController } from './invitations/invite.controller.js';
import { MatrixController } from './invitations/matrix.controller.js';
import { ContactsController } from './members/contacts.controller.js';
import { ImportController } from './members/import.controller.js';
import { MemberController } from './members/member.controller.js';
import { MembersController } from './members/members.controller.js';
import { OthersController } from './members/others.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { PlanningController } from './planning/planning.controller.js';
import { RegistrationsController } from './registrations/registrations.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SpellingsController } from './spellings/spellings.controller.js';

/** The organizers' part of the pages; needs `registerOfficePlugins` before its routes are added. */
@Module({
  imports: [
    AccountModule,
    AssociationModule,
    AuditModule,
    EventModule,
    InvitationModule,
    MailModule,
    MemberModule,
    RegistrationModule,
    ReportModule,
    SetupModule,
  ],
  controllers: [
    SignInController,
    EventsController,
    PlanningController,
    AttendeesController,
    InvitationsController,
    InviteController,
    InvitationFileController,
    MatrixController,
    RegistrationsController,
    MessagesController,
    MembersController,
    ImportController,
    MemberController,
    ContactsController,
    OthersController,
    SpellingsController,
  ],
  providers: [OfficeVisits, Replies, Visits],
})
export class OfficeModule {}
