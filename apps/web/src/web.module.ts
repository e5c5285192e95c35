import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountModule } from '#account';
import { EventModule } from '#event';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { PageErrors } from './door/page-errors.filter.js';
import { Visits } from './door/visits.js';
import { EventController } from './event/event.controller.js';
import { OfficeModule } from './office/office.module.js';
import { ProgrammeController } from './programme/programme.controller.js';
import { OutcomeController } from './registration/outcome.controller.js';
import { RegisterController } from './registration/register.controller.js';
import { RegistrationController } from './registration/registration.controller.js';
import { SiteController } from './site/site.controller.js';

/** The pages for people. */
@Module({
  imports: [AccountModule, EventModule, MemberModule, OfficeModule, RegistrationModule],
  controllers: [
    ProgrammeController,
    EventController,
    RegisterController,
    OutcomeController,
    RegistrationController,
    SiteController,
  ],
  providers: [Visits, { provide: APP_FILTER, useClass: PageErrors }],
})
export class WebModule {}
