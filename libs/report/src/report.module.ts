import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { EventModule } from '#event';
import { InvitationModule } from '#invitation';
import { MemberModule } from '#member';
import { AttendeeCsv } from './attendee-csv.service.js';
import { AttendeeList } from './attendee-list.service.js';
import { InvitationCsv } from './invitation-csv.service.js';
import { Origins } from './origins.service.js';
import { RegistrationHistory } from './registration-history.service.js';

@Module({
  imports: [AccountModule, EventModule, InvitationModule, MemberModule],
  providers: [AttendeeCsv, AttendeeList, InvitationCsv, Origins, RegistrationHistory],
  exports: [AttendeeCsv, AttendeeList, InvitationCsv, Origins, RegistrationHistory],
})
export class ReportModule {}
