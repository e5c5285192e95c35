import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '#account';
import { AuditModule } from '#audit';
import { MailModule } from '#mail';
import { Contact } from './contact.entity.js';
import { ContactService } from './contact.service.js';
import { DirectoryExport } from './directory-export.service.js';
import { DirectoryHistory } from './directory-history.service.js';
import { FunctionService } from './function.service.js';
import { DirectoryImport } from './import/directory-import.service.js';
import { ImportPreviewRow } from './import-preview.entity.js';
import { Member, MemberDomain, Membership } from './member.entity.js';
import { MemberService } from './member.service.js';
import { FunctionTerm, MemberFunction } from './member-function.entity.js';
import { MemberMerges } from './member-merges.js';
import { Municipality, OrganizationSpelling } from './municipality.entity.js';
import { PersonalLetterWriter } from './personal-letter.js';
import { PersonalPages } from './personal-page.service.js';
import { SpellingService } from './spelling.service.js';

const ENTITIES = [
  Member,
  Membership,
  MemberDomain,
  Contact,
  MemberFunction,
  FunctionTerm,
  Municipality,
  OrganizationSpelling,
  ImportPreviewRow,
];
const SERVICES = [
  MemberMerges,
  MemberService,
  ContactService,
  FunctionService,
  SpellingService,
  DirectoryImport,
  DirectoryExport,
  DirectoryHistory,
  PersonalPages,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), AccountModule, AuditModule, MailModule],
  providers: [...SERVICES, PersonalLetterWriter],
  exports: SERVICES,
})
export class MemberModule {}
