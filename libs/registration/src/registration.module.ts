import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { EventModule } from '#event';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { Appointment } from './appointment.entity.js';
import { Desk } from './desk.js';
import { LetterWriter } from './letter-writer.js';
import { OpeningService } from './opening.service.js';
import { Registration } from './registration.entity.js';
import { RegistrationService } from './registration.service.js';
import { RegistrationChange } from './registration-change.entity.js';
import { SettlementService } from './settlement.service.js';
import { Standing } from './standing.entity.js';
import { StandingService } from './standing.service.js';
import { Submission } from './submission.entity.js';
import { SubmissionService } from './submission.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Appointment, Registration, RegistrationChange, Standing, Submission]),
    AccountModule,
    AuditModule,
    EventModule,
    MailModule,
    MemberModule,
  ],
  providers: [
    Desk,
    LetterWriter,
    OpeningService,
    RegistrationService,
    SettlementService,
    StandingService,
    SubmissionService,
  ],
  exports: [OpeningService, RegistrationService, StandingService, SubmissionService],
})
export class RegistrationModule {}
