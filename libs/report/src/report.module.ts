import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { EventModule } from '#event';
import { FormModule } from '#form';
import { InvitationModule } from '#invitation';
import { MemberModule } from '#member';
import { AttendeeCsv } from './attendee-csv.service.js';
import { AttendeeList } from './attendee-list.service.js';
import { Choices } from './choices.service.js';
import { Doubles } from './doubles.service.js';
import { Interested } from './interested.service.js';
import { InvitationCsv } from './invitation-csv.service.js';
import { Origins } from './origins.service.js';
import { RegistrationHistory } from './registration-history.service.js';

const SERVICES = [
  AttendeeCsv,
  AttendeeList,
  Doubles,
  Interested,
  InvitationCsv,
  Origins,
  RegistrationHistory,
];

@Module({
  imports: [AccountModule, EventModule, FormModule, InvitationModule, MemberModule],
  providers: [...SERVICES, Choices],
  exports: SERVICES,
})
export class ReportModule {}
