import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { EventModule } from '#event';
import { AttendeeCsv } from './attendee-csv.service.js';
import { AttendeeList } from './attendee-list.service.js';
import { RegistrationHistory } from './registration-history.service.js';

@Module({
  imports: [AccountModule, EventModule],
  providers: [AttendeeCsv, AttendeeList, RegistrationHistory],
  exports: [AttendeeCsv, AttendeeList, RegistrationHistory],
})
export class ReportModule {}
