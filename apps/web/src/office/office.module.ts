import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { AuditModule } from '#audit';
import { DelegationModule } from '#delegation';
import { EventModule } from '#event';
import { FormModule } from '#form';
import { InvitationModule } from '#invitation';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { NoticeModule } from '#notice';
import { RegistrationModule } from '#registration';
import { ReportModule } from '#report';
import { DelegationSeatForms } from '../delegation/delegation-seat-forms.service.js';
import { PartyForms } from '../delegation/party-forms.service.js';
import { Visits } from '../door/visits.js';
import { Replies } from '../invitation/replies.service.js';
import { RegisterViews } from '../registration/register-views.service.js';
import { SetupModule } from '../setup/setup.module.js';
import { DecisionController } from './delegations/decision.controller.js';
import { OfficeDelegationController } from './delegations/delegation.controller.js';
import { EventDelegationsController } from './delegations/delegations.controller.js';
import { OfficeStandpoints } from './delegations/office-standpoints.service.js';
import { OfficeVisits } from './door/office-visits.service.js';
import { AttendeesController } from './events/attendees.controller.js';
import { EventsController } from './events/events.controller.js';
import { FormController } from './forms/form.controller.js';
import { FormDesk } from './forms/form-desk.service.js';
import { QuestionController } from './forms/question.controller.js';
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
import { NoticeController } from './notice/notice.controller.js';
import { ItemsController } from './planning/items.controller.js';
import { PlanningController } from './planning/planning.controller.js';
import { AnswersController } from './registrations/answers.controller.js';
import { AttendanceController } from './registrations/attendance.controller.js';
import { BehalfController } from './registrations/behalf.controller.js';
import { Behalf } from './registrations/behalf.service.js';
import { ComingEvents } from './registrations/coming-events.service.js';
import { DeedsController } from './registrations/deeds.controller.js';
import { ListImportController } from './registrations/import.controller.js';
import { InterestController } from './registrations/interest.controller.js';
import { KitchenController } from './registrations/kitchen.controller.js';
import { MoveController } from './registrations/move.controller.js';
import { PersonController } from './registrations/person.controller.js';
import { RegistrationsController } from './registrations/registrations.controller.js';
import { SeatsController } from './seats/seats.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SpellingsController } from './spellings/spellings.controller.js';

/** The organizers' part of the pages; needs `registerOfficePlugins` before its routes are added. */
@Module({
  imports: [
    AccountModule,
    AssociationModule,
    AuditModule,
    DelegationModule,
    EventModule,
    FormModule,
    InvitationModule,
    MailModule,
    MemberModule,
    NoticeModule,
    RegistrationModule,
    ReportModule,
    SetupModule,
  ],
  controllers: [
    SignInController,
    EventsController,
    PlanningController,
    ItemsController,
    NoticeController,
    FormController,
    QuestionController,
    AttendeesController,
    KitchenController,
    SeatsController,
    InvitationsController,
    InviteController,
    InvitationFileController,
    MatrixController,
    EventDelegationsController,
    DecisionController,
    OfficeDelegationController,
    BehalfController,
    ListImportController,
    InterestController,
    RegistrationsController,
    AttendanceController,
    AnswersController,
    PersonController,
    MoveController,
    DeedsController,
    MessagesController,
    MembersController,
    ImportController,
    MemberController,
    ContactsController,
    OthersController,
    SpellingsController,
  ],
  providers: [
    DelegationSeatForms,
    OfficeStandpoints,
    Behalf,
    ComingEvents,
    FormDesk,
    OfficeVisits,
    PartyForms,
    RegisterViews,
    Replies,
    Visits,
  ],
})
export class OfficeModule {}
