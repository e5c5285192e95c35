import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '#audit';
import { AnswerSheet } from './answer-sheet.entity.js';
import { AnswerSheets } from './answer-sheets.service.js';
import { ConsentRow } from './consent.entity.js';
import { ConsentGiven } from './consent-given.entity.js';
import { FormRow } from './form.entity.js';
import { FormService } from './form.service.js';
import { FormChanges } from './form-changes.js';
import { QuestionRow } from './question.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([FormRow, QuestionRow, ConsentRow, AnswerSheet, ConsentGiven]),
    AuditModule,
  ],
  providers: [FormService, AnswerSheets, FormChanges],
  exports: [FormService, AnswerSheets, FormChanges],
})
export class FormModule {}
