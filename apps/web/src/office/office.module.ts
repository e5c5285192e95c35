import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { EventModule } from '#event';
import { MailModule } from '#mail';
import { RegistrationModule } from '#registration';
import { ReportModule } from '#report';
import { Visits } from '../door/visits.js';
import { OfficeVisits } from './door/office-visits.service.js';
import { AttendeesController } from './events/attendees.controller.js';
import { EventsController } from './events/events.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { RegistrationsController } from './registrations/registrations.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';

/** The organizers' part of the pages; needs `registerOfficePlugins` before its routes are added. */
@Module({
  imports: [AccountModule, AuditModule, EventModule, MailModule, RegistrationModule, ReportModule],
  controllers: [
    SignInController,
    EventsController,
    AttendeesController,
    RegistrationsController,
    MessagesController,
  ],
  providers: [OfficeVisits, Visits],
})
export class OfficeModule {}
