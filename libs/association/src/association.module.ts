import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { MailModule } from '#mail';
import { AssociationRow } from './association.entity.js';
import { AssociationService } from './association.service.js';
import { SenderService } from './sender.service.js';
import { SenderLetter } from './sender-letter.js';
import { SenderTest } from './sender-test.entity.js';
import { Setup } from './setup.entity.js';
import { SetupService } from './setup.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([AssociationRow, SenderTest, Setup]),
    AccountModule,
    AuditModule,
    MailModule,
  ],
  providers: [AssociationService, SenderLetter, SenderService, SetupService],
  exports: [AssociationService, SenderService, SetupService],
})
export class AssociationModule {}
