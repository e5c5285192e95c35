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
import { Caretakers } from './caretakers.js';
import { Belonging } from './desk/belonging.service.js';
import { Clerk } from './desk/clerk.service.js';
import { Desk } from './desk/desk.js';
import { EventRulesKeeper } from './desk/event-rules.service.js';
import { Preparation } from './desk/preparation.service.js';
import { SettlementService } from './desk/settlement.service.js';
import { Telling } from './desk/telling.service.js';
import { DeskMatters } from './desk-matters.service.js';
import { GivenSheets } from './given-sheets.service.js';
import { ListImport } from './import/list-import.service.js';
import { LetterWriter } from './letter/letter-writer.js';
import { NearerDeadlines } from './nearer-deadlines.js';
import { Moving } from './office/moving.service.js';
import { Namesakes } from './office/namesakes.service.js';
import { NotDouble } from './office/not-double.entity.js';
import { OfficeBook } from './office/office-book.service.js';
import { OfficeDesk } from './office/office-desk.service.js';
import { OpeningService } from './opening.service.js';
import { Registration } from './registration.entity.js';
import { RegistrationService } from './registration.service.js';
import { RegistrationChange } from './registration-change.entity.js';
import { Allotment, Claim } from './rules/allotment.entity.js';
import { Contingent, MemberStanding } from './rules/contingent.entity.js';
import { DeskRules } from './rules/desk-rules.entity.js';
import { DeskRulesService } from './rules/desk-rules.service.js';
import { MergedSeats } from './rules/merged-seats.js';
import { Minimums } from './rules/minimums.service.js';
import { OptionLimits } from './rules/option-limits.js';
import { RulesBook } from './rules/rules-book.js';
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
      NotDouble,
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
    Caretakers,
    Clerk,
    Desk,
    DeskMatters,
    DeskRulesService,
    EventRulesKeeper,
    GivenSheets,
    LetterWriter,
    ListImport,
    MergedSeats,
    Minimums,
    Moving,
    Namesakes,
    NearerDeadlines,
    OfficeBook,
    OfficeDesk,
    OpeningService,
    OptionLimits,
    Preparation,
    RegistrationService,
    RulesBook,
    SettlementService,
    StandingService,
    SubmissionService,
    Telling,
  ],
  exports: [
    AdmissionRules,
    Caretakers,
    Clerk,
    DeskMatters,
    DeskRulesService,
    ListImport,
    Minimums,
    Moving,
    Namesakes,
    NearerDeadlines,
    OfficeDesk,
    OpeningService,
    RegistrationService,
    StandingService,
    SubmissionService,
  ],
})
export class RegistrationModule {}
