import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { EventModule } from '#event';
import { FormModule } from '#form';
import { InvitationModule } from '#invitation';
import { MemberModule } from '#member';
import { AttendeeCsv } from './attendee-csv.service.js';
import { AttendeeList } from './attendee-list.service.js';
import { Choices } from './choices.service.js';
import { ChosenItems } from './chosen-items.service.js';
import { Doubles } from './doubles.service.js';
import { Imported } from './imported.service.js';
import { Interested } from './interested.service.js';
import { InvitationCsv } from './invitation-csv.service.js';
import { OpenRequests } from './open-requests.service.js';
import { Origins } from './origins.service.js';
import { RegistrationHistory } from './registration-history.service.js';
import { SensitiveAnswers } from './sensitive-answers.service.js';

const SERVICES = [
  AttendeeCsv,
  AttendeeList,
  Doubles,
  Imported,
  Interested,
  InvitationCsv,
  OpenRequests,
  Origins,
  RegistrationHistory,
  SensitiveAnswers,
];

@Module({
  imports: [AccountModule, EventModule, FormModule, InvitationModule, MemberModule],
  providers: [...SERVICES, ChosenItems, Choices],
  exports: SERVICES,
})
export class ReportModule {}
