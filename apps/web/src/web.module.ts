import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { EventModule } from '#event';
import { FormModule } from '#form';
import { InvitationModule } from '#invitation';
import { MemberModule } from '#member';
import { NoticeModule } from '#notice';
import { RegistrationModule } from '#registration';
import { ReportModule } from '#report';
import { DelegationPagesModule } from './delegation/delegation-pages.module.js';
import { PageErrors } from './door/page-errors.filter.js';
import { Visits } from './door/visits.js';
import { EventController } from './event/event.controller.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { Replies } from './invitation/replies.service.js';
import { MyModule } from './my/my.module.js';
import { ReadingController } from './notice/reading.controller.js';
import { OfficeModule } from './office/office.module.js';
import { ProgrammeController } from './programme/programme.controller.js';
import { ChangeController } from './registration/change.controller.js';
import { CorrectController } from './registration/correct.controller.js';
import { LeavingController } from './registration/leaving.controller.js';
import { OutcomeController } from './registration/outcome.controller.js';
import { OwnRegistrations } from './registration/own-registrations.service.js';
import { RegisterController } from './registration/register.controller.js';
import { RegisterViews } from './registration/register-views.service.js';
import { RegistrationController } from './registration/registration.controller.js';
import { SetupModule } from './setup/setup.module.js';
import { SiteController } from './site/site.controller.js';

/** The pages for people. */
@Module({
  imports: [
    AccountModule,
    AssociationModule,
    DelegationPagesModule,
    EventModule,
    FormModule,
    InvitationModule,
    MemberModule,
    MyModule,
    NoticeModule,
    OfficeModule,
    RegistrationModule,
    ReportModule,
    SetupModule,
  ],
  controllers: [
    ProgrammeController,
    EventController,
    RegisterController,
    OutcomeController,
    RegistrationController,
    ReadingController,
    ChangeController,
    CorrectController,
    LeavingController,
    InvitationController,
    SiteController,
  ],
  providers: [
    OwnRegistrations,
    RegisterViews,
    Replies,
    Visits,
    { provide: APP_FILTER, useClass: PageErrors },
  ],
})
export class WebModule {}
