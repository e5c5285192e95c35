import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { EventModule } from '#event';
import { FormModule } from '#form';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { AdmissionRules } from './admission-rules.js';
import { Appointment } from './appointment.entity.js';
import { Belonging } from './desk/belonging.service.js';
import { Clerk } from './desk/clerk.service.js';
import { Desk } from './desk/desk.js';
import { EventRulesKeeper } from './desk/event-rules.service.js';
import { Preparation } from './desk/preparation.service.js';
import { SettlementService } from './desk/settlement.service.js';
import { Telling } from './desk/telling.service.js';
import { LetterWriter } from './letter/letter-writer.js';
import { OfficeDesk } from './office-desk.service.js';
import { OpeningService } from './opening.service.js';
import { Registration } from './registration.entity.js';
import { RegistrationService } from './registration.service.js';
import { RegistrationChange } from './registration-change.entity.js';
import { Allotment, Claim } from './rules/allotment.entity.js';
import { Contingent, MemberStanding } from './rules/contingent.entity.js';
import { DeskRules } from './rules/desk-rules.entity.js';
import { Standing } from './standing.entity.js';
import { StandingService } from './standing.service.js';
import { Submission } from './submission.entity.js';
import { SubmissionService } from './submission.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Allotment,
      Appointment,
      Claim,
      Contingent,
      DeskRules,
      MemberStanding,
      Registration,
      RegistrationChange,
      Standing,
      Submission,
    ]),
    AccountModule,
    AuditModule,
    EventModule,
    FormModule,
    MailModule,
    MemberModule,
  ],
  providers: [
    AdmissionRules,
    Belonging,
    Clerk,
    Desk,
    EventRulesKeeper,
    LetterWriter,
    OfficeDesk,
    OpeningService,
    Preparation,
    RegistrationService,
    SettlementService,
    StandingService,
    SubmissionService,
    Telling,
  ],
  exports: [
    AdmissionRules,
    Clerk,
    OfficeDesk,
    OpeningService,
    RegistrationService,
    StandingService,
    SubmissionService,
  ],
})
export class RegistrationModule {}
