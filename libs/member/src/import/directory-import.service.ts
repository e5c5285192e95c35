import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { cleanLine, nameKey } from '#database';
import { officeDay } from '../directory-day.js';
import { ImportPreviewRow } from '../import-preview.entity.js';
import { inDirectory } from '../in-directory.js';
import { type Books, openBooks } from './books.js';
import { type Row, readRows } from './cells.js';
import { COLUMNS, type Column, readHeader } from './columns.js';
import { type DirectoryLine, readLine } from './line.js';
import { enterLines, type JudgedLine, type LineState } from './plan.js';
import { PreviewStale, PreviewUnknown } from './refusals.js';
import { writeBooks } from './write-books.js';

/** What a file would do to the directory, before it does. */
export interface ImportPreview {
  /** Missing where the file cannot be applied as it is. */
  id?: string;
  fileName: string;
  lines: JudgedLine[];
  counts: Record<LineState, number>;
  /** Columns without which nothing can be read. */
  missing: Column[];
  /** Headings that mean nothing here. */
  ignored: string[];
}

/** A spreadsheet as it was sent. */
export interface SentFile {
  name: string;
  content: Buffer;
}

/** Members and contacts from a spreadsheet: first looked at, then taken over as a whole or not at all. */
@Injectable()
export class DirectoryImport {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Says what each line of a CSV or XLSX file would do; throws FileUnreadable or TooManyLines. Kept for a day. */
  async preview({ name, content }: SentFile): Promise<ImportPreview> {
    const rows = await readRows(content);
    const fileName = cleanLine(name).slice(0, 200);
    const { judged } = await this.judge(this.manager, rows);
    const preview = { fileName, ...judged };
    if (judged.missing.length > 0 || judged.counts.wrong > 0) return preview;
    const [id, createdAt] = [randomUUIDv7(), this.clock.now()];
    await this.manager.query('DELETE FROM import_preview WHERE created_at < $1', [
      createdAt.subtract({ hours: 24 }).toString(),
    ]);
    await this.manager.insert(ImportPreviewRow, { id, fileName, rows, createdAt });
    return { id, ...preview };
  }

  /** A preview once more, judged against the directory of now; throws {@link PreviewUnknown}. */
  async byId(id: string): Promise<ImportPreview> {
    const { rows, fileName } = await this.find(this.manager, id);
    const { judged } = await this.judge(this.manager, rows);
    return { id, fileName, ...judged };
  }

  /**
   * Takes a previewed file over, in one transaction; doing it again changes nothing. Throws {@link PreviewUnknown},
   * or {@link PreviewStale} where the directory has changed so that a line is wrong now.
   */
  async apply(id: string, actor: string): Promise<ImportPreview['counts']> {
    return inDirectory(this.manager, async (manager) => {
      const { rows, fileName } = await this.find(manager, id);
      const { judged, books, day } = await this.judge(manager, rows);
      if (judged.missing.length > 0 || judged.counts.wrong > 0) throw new PreviewStale();
      await writeBooks(manager, books, this.clock.now(), day);
      await this.audit.record(manager, {
        actor,
        action: 'directory.import',
        subject: { type: 'import', id },
        after: { fileName, ...judged.counts },
      });
      return judged.counts;
    });
  }

  private async find(manager: EntityManager, id: string): Promise<ImportPreviewRow> {
    const found = await manager.findOneBy(ImportPreviewRow, { id });
    const oldest = this.clock.now().subtract({ hours: 24 });
    if (!found || Temporal.Instant.compare(found.createdAt, oldest) < 0) throw new PreviewUnknown();
    return found;
  }

  private async judge(manager: EntityManager, [heading, ...rows]: readonly Row[]) {
    const day = officeDay(this.clock.now());
    const header = readHeader(heading?.cells ?? []);
    const books: Books = await openBooks(manager, day);
    const given = rows.map((row) => readLine(row, header));
    const needed: Column[] = header.columns.has('member') ? neededFor(given, books) : ['member'];
    const missing = COLUMNS.filter((column) => needed.includes(column) && !header.columns.has(column));
    const lines = missing.length > 0 ? [] : enterLines(books, given, day);
    const counts = { new: 0, changed: 0, same: 0, wrong: 0 };
    for (const { state } of lines) counts[state] += 1;
    return { judged: { lines, counts, missing, ignored: header.ignored }, books, day };
  }
}

/** Who speaks of new members must have columns for what is needed of them. */
const neededFor = (lines: readonly DirectoryLine[], { memberIds }: Books): Column[] =>
  lines.some(({ member }) => member && !memberIds.has(nameKey(member)))
    ? ['member', 'kind', 'since']
    : ['member'];
