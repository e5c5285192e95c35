import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { EventModule } from '#event';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { Coordinations } from './coordinations.service.js';
import { CoordinatorCare } from './coordinator-care.js';
import { DelegationDecisions } from './decisions.service.js';
import { Delegation } from './delegation.entity.js';
import { DelegationService } from './delegation.service.js';
import { DelegationList } from './delegation-list.service.js';
import { DelegationSeats } from './delegation-seats.service.js';
import { DelegationLetterWriter } from './letter-writer.js';
import { NamingDeadlines } from './naming-deadlines.service.js';
import { NamingReminders } from './naming-reminder.service.js';
import { NearerNaming } from './nearer-naming.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Delegation]),
    AccountModule,
    AuditModule,
    EventModule,
    MailModule,
    MemberModule,
    RegistrationModule,
  ],
  providers: [
    Coordinations,
    CoordinatorCare,
    DelegationDecisions,
    DelegationLetterWriter,
    DelegationList,
    DelegationSeats,
    DelegationService,
    NamingDeadlines,
    NamingReminders,
    NearerNaming,
  ],
  exports: [
    Coordinations,
    DelegationDecisions,
    DelegationList,
    DelegationSeats,
    DelegationService,
    NamingDeadlines,
    NamingReminders,
  ],
})
export class DelegationModule {}
