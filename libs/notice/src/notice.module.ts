import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { EventModule } from '#event';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { NoticeLetterWriter } from './letter-writer.js';
import { MinimumService } from './minimum.service.js';
import { MinimumLetterWriter } from './minimum-letter-writer.js';
import { Notice } from './notice.entity.js';
import { NoticeService } from './notice.service.js';
import { NoticeRecipient } from './notice-recipient.entity.js';
import { NoticePreviews } from './preview.service.js';
import { NoticeReaders } from './readers.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Notice, NoticeRecipient]),
    AccountModule,
    AuditModule,
    EventModule,
    MailModule,
    MemberModule,
    RegistrationModule,
  ],
  providers: [
    MinimumLetterWriter,
    MinimumService,
    NoticeLetterWriter,
    NoticePreviews,
    NoticeReaders,
    NoticeService,
  ],
  exports: [MinimumService, NoticePreviews, NoticeReaders, NoticeService],
})
export class NoticeModule {}
