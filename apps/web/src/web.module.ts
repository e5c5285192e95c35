import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { EventModule } from '#event';
import { InvitationModule } from '#invitation';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { PageErrors } from './door/page-errors.filter.js';
import { Visits } from './door/visits.js';
import { EventController } from './event/event.controller.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { Replies } from './invitation/replies.service.js';
import { MyModule } from './my/my.module.js';
import { OfficeModule } from './office/office.module.js';
import { ProgrammeController } from './programme/programme.controller.js';
import { OutcomeController } from './registration/outcome.controller.js';
import { RegisterController } from './registration/register.controller.js';
import { RegistrationController } from './registration/registration.controller.js';
import { SetupModule } from './setup/setup.module.js';
import { SiteController } from './site/site.controller.js';

/** The pages for people. */
@Module({
  imports: [
    AccountModule,
    AssociationModule,
    EventModule,
    InvitationModule,
    MemberModule,
    MyModule,
    OfficeModule,
    RegistrationModule,
    SetupModule,
  ],
  controllers: [
    ProgrammeController,
    EventController,
    RegisterController,
    OutcomeController,
    RegistrationController,
    InvitationController,
    SiteController,
  ],
  providers: [Replies, Visits, { provide: APP_FILTER, useClass: PageErrors }],
})
export class WebModule {}
