import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { stringify } from 'csv-stringify/sync';
import type { EntityManager } from 'typeorm';
import writeXlsxFile from 'write-excel-file/node';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { type Language, type Translate, translator } from '#language';
import { officeDay } from './directory-day.js';
import { type Books, type ContactEntry, type MemberEntry, openBooks } from './import/books.js';
import { COLUMNS, type Column } from './import/columns.js';

/** A file on its way out. */
export interface DirectoryFile {
  name: string;
  type: string;
  content: Buffer;
}

type Line = Partial<Record<Column, string>>;

/** The directory as a spreadsheet that an import understands: taken in again it changes nothing. */
@Injectable()
export class DirectoryExport {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** All members with their history and current contacts, headings in that language; who took it is written down. */
  async of(format: 'csv' | 'xlsx', language: Language, actor: string): Promise<DirectoryFile> {
    const day = officeDay(this.clock.now());
    const t = translator(language);
    const lines = linesOf(await openBooks(this.manager, day), t, day);
    const table = [
      COLUMNS.map((column) => t(`directory.column.${column}`)),
      ...lines.map((line) => COLUMNS.map((column) => line[column] ?? '')),
    ];
    const content = format === 'csv' ? csvOf(table, language) : await workbookOf(table);
    const subject = { type: 'directory', id: day };
    await this.audit.note({
      actor,
      action: 'directory.export',
      subject,
      after: { format, lines: lines.length },
    });
    return { name: `${t('directory.title')}-${day}.${format}`, type: TYPES[format], content };
  }
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function linesOf({ members, contacts }: Books, t: Translate, day: string): Line[] {
  const present = [...contacts.values()]
    .filter(({ leftOn }) => leftOn === null || leftOn >= day)
    .sort((a, b) => compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName));
  const people = Map.groupBy(present, ({ memberId }) => memberId);
  const sorted = [...members.values()].sort((a, b) => compare(a.name, b.name));
  return [
    ...sorted.flatMap((member) => memberLines(member, people.get(member.id) ?? [], t)),
    ...(people.get(null) ?? []).map((contact) => personOf(contact, t)),
  ];
}

/** A line for each contact and function, with the latest membership; one for each earlier membership. */
function memberLines(member: MemberEntry, people: readonly ContactEntry[], t: Translate): Line[] {
  const facts = {
    member: member.name,
    kind: t(`member.kind.${member.kind}`),
    postal: member.postal ?? '',
    leitwegId: member.leitwegId ?? '',
    domains: member.domains.join(', '),
  };
  const stretches = member.stretches.map(({ from, until }) => ({ since: from, until: until ?? '' }));
  const latest = { ...facts, ...stretches.pop() };
  const persons = people.flatMap((contact) => {
    const held = [...member.functions.values()].filter(({ holder }) => holder === contact.id);
    const person = personOf(contact, t);
    return held.length > 0 ? held.map(({ name }) => ({ ...person, function: name })) : [person];
  });
  return [
    ...stretches.map((stretch) => ({ ...facts, ...stretch })),
    ...(persons.length > 0 ? persons.map((person) => ({ ...latest, ...person })) : [latest]),
  ];
}

const personOf = (contact: ContactEntry, t: Translate): Line => ({
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  language: t(`language.${contact.language}`),
  roles: contact.roles.map((role) => t(`contact.role.${role}`)).join(', '),
});

/** What a German or French Excel opens by a double click; cells that it would calculate get an apostrophe. */
const csvOf = (table: string[][], language: Language): Buffer =>
  Buffer.from(
    stringify(table, {
      delimiter: language === 'en' ? ',' : ';',
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    }),
  );

// A cell that is declared as text is never calculated, whatever it begins with.
const workbookOf = (table: string[][]): Promise<Buffer> =>
  writeXlsxFile(
    table.map((line, index) =>
      line.map((value) => ({ value, type: String, fontWeight: index === 0 ? ('bold' as const) : undefined })),
    ),
    { stickyRowsCount: 1 },
  ).toBuffer();

const compare = (a: string, b: string): number => a.localeCompare(b, 'de');
