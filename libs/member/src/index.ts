export { CONTACT_ROLES, Contact, type ContactRole } from './contact.entity.js';
export { ContactService, type NewContact } from './contact.service.js';
export {
  type ContactInput,
  contactSchema,
  daySchema,
  type MemberInput,
  memberSchema,
} from './directory.schema.js';
export { officeDay } from './directory-day.js';
export { DirectoryExport, type DirectoryFile } from './directory-export.service.js';
export { type DirectoryAction, type DirectoryDeed, DirectoryHistory } from './directory-history.service.js';
export { type FunctionFile, FunctionService } from './function.service.js';
export { LARGEST_SHEET, MOST_LINES, type Row, readRows } from './import/cells.js';
export { COLUMNS, type Column } from './import/columns.js';
export { DirectoryImport, type ImportPreview, type SentFile } from './import/directory-import.service.js';
export { type Header, headerOf, languageOf, wordsFor } from './import/headings.js';
export type { LineError } from './import/line.js';
export type { JudgedLine, LineState } from './import/plan.js';
export * from './import/refusals.js';
export { ImportPreviewRow } from './import-preview.entity.js';
export { MEMBER_KINDS, type MemberKind } from './member.entity.js';
export { MemberModule } from './member.module.js';
export {
  idsIn,
  idsStatement,
  type MemberChanges,
  type MemberName,
  MemberService,
} from './member.service.js';
export type { MemberFile, NewMember } from './member-file.js';
export type { MemberFilter, MemberLine, MemberPage } from './member-list.js';
export { MemberMerges, type MergeFollower } from './member-merges.js';
export { contactActor, type PersonalPage, PersonalPages } from './personal-page.service.js';
export * from './refusals.js';
export { type Meaning, SpellingService } from './spelling.service.js';
