import { createHash, randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { cleanLine, nameKey } from '#database';
import { type Event, ProgrammeService } from '#event';
import { Refusal } from '#language';
import { Outbox } from '#mail';
import { ImportPreviewRow, PreviewUnknown, type Row, readRows, type SentFile, TooManyLines } from '#member';
import { offered } from '../admission.js';
import type { RegisterRequest } from '../desk/desk-request.js';
import { SettlementService } from '../desk/settlement.service.js';
import { StandingService } from '../standing.service.js';
import { howManyWait, listedAt } from './at-event.js';
import { LIST_COLUMNS, type ListColumn, NEEDED, readListHeader } from './columns.js';
import { type JudgedListLine, judgeLines, LIST_STATES, type ListState } from './judge.js';
import { readListLine } from './line.js';
import { ListStale } from './refusals.js';

/** Most people of a list, so that all of them are settled in one transaction. */
export const MOST_LISTED = 1000;

/** A preview can be applied for so long. */
const KEPT = Temporal.Duration.from({ hours: 24 });

/** What a list would do at an event, before it does. */
export interface ListPreview {
  /** Missing where the file cannot be applied as it is. */
  id?: string;
  fileName: string;
  lines: JudgedListLine[];
  counts: Record<ListState, number>;
  /** How many of the new ones would wait, as things stand. */
  waiting: number;
  /** Needed columns that the file does not have. */
  missing: ListColumn[];
  /** Headings that mean nothing here. */
  ignored: string[];
  /** It was taken over before; doing it again changes nothing. */
  isApplied: boolean;
}

/** How a list is taken over. */
export interface Applying {
  actor: string;
  /** Who sent the list, in words: people are told who gave their names. */
  from: string;
  /** No mail to the people. */
  silent?: boolean;
}

/** People from a spreadsheet, registered at an event: first looked at, then all together or none. */
@Injectable()
export class ListImport {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly settlement: SettlementService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Says what each line of a CSV or XLSX file would do; throws FileUnreadable or TooManyLines. Kept for a day. */
  async preview(eventId: string, { name, content }: SentFile): Promise<ListPreview> {
    const event = await this.programme.byId(eventId);
    const rows = await readRows(content);
    if (rows.length > MOST_LISTED + 1) throw new TooManyLines(MOST_LISTED);
    const fileName = cleanLine(name).slice(0, 200);
    const judged = await this.judge(event, rows);
    const preview = { fileName, ...judged, isApplied: false };
    if (!isApplicable(judged)) return preview;
    const [id, createdAt] = [randomUUIDv7(), this.clock.now()];
    await this.manager.query('DELETE FROM import_preview WHERE created_at < $1', [
      createdAt.subtract(KEPT).toString(),
    ]);
    await this.manager.insert(ImportPreviewRow, { id: keyAt(eventId, id), fileName, rows, createdAt });
    return { id, ...preview };
  }

  /** A preview once more, judged against the registrations of now; throws PreviewUnknown, at any other event too. */
  async byId(eventId: string, id: string): Promise<ListPreview> {
    const event = await this.programme.byId(eventId);
    const { rows, fileName } = await this.find(eventId, id);
    const judged = await this.judge(event, rows);
    return { id, fileName, ...judged, isApplied: await this.isApplied(eventId, id) };
  }

  /**
   * Registers everybody who is new, in one request to the desk: all of them, or none and then a Refusal says why.
   * Applied again it changes nothing. Answers how many were registered; throws PreviewUnknown or ListStale.
   */
  async apply(eventId: string, id: string, { actor, from, silent }: Applying): Promise<number> {
    const event = await this.programme.byId(eventId);
    const { rows, fileName } = await this.find(eventId, id);
    const judged = await this.judge(event, rows);
    if (!isApplicable(judged)) throw new ListStale();
    const fresh = judged.lines.filter(({ state }) => state === 'new');
    if (fresh.length === 0 || (await this.isApplied(eventId, id))) return 0;
    const submission = { id: randomUUIDv7(), client: CLIENT, key: id, fingerprint: id };
    const request: RegisterRequest = {
      verb: 'register',
      eventId,
      actor,
      byOffice: true,
      silent,
      submission,
      people: fresh.map(({ firstName, lastName, email, organization, attendance, language }) => ({
        firstName,
        lastName,
        email,
        organization,
        attendance,
        language: language ?? event.mainLanguage,
        registeredBy: from,
      })),
    };
    const isOurs = await this.manager.transaction(async (manager) => {
      const [registered] = await this.settlement.within(manager, eventId, [request]);
      if (registered instanceof Refusal) throw registered;
      // Somebody else pressed the button at the same moment.
      if (!registered || !('people' in registered) || registered.submissionId !== submission.id) return false;
      await this.audit.record(manager, {
        actor,
        action: 'registration.import',
        subject: { type: 'event', id: eventId },
        after: { fileName, from, silent: silent ?? false, ...judged.counts },
      });
      return true;
    });
    this.outbox.wake();
    return isOurs ? fresh.length : 0;
  }

  private async find(eventId: string, id: string): Promise<ImportPreviewRow> {
    const found = await this.manager.findOneBy(ImportPreviewRow, { id: keyAt(eventId, id) });
    const oldest = this.clock.now().subtract(KEPT);
    if (!found || Temporal.Instant.compare(found.createdAt, oldest) < 0) throw new PreviewUnknown();
    return found;
  }

  private async isApplied(eventId: string, id: string): Promise<boolean> {
    const [row] = await this.manager.query(
      'SELECT EXISTS (SELECT FROM submission WHERE event_id = $1 AND client = $2 AND key = $3) AS applied',
      [eventId, CLIENT, id],
    );
    return row.applied;
  }

  private async judge(event: Event, [heading, ...rows]: readonly Row[]) {
    const header = readListHeader(heading?.cells ?? []);
    const ways = offered(event);
    const missing = LIST_COLUMNS.filter((column) => isMissing(column, header.columns, ways.length > 1));
    const given = missing.length > 0 ? [] : rows.map((row) => readListLine(row, header, ways));
    const names = given.map(({ firstName, lastName }) => nameKey(`${firstName} ${lastName}`));
    const seats = (await this.standings.seats([event])).get(event.id);
    const lines = judgeLines(given, await listedAt(this.manager, event.id, names));
    const counts = Object.fromEntries(LIST_STATES.map((state) => [state, 0])) as Record<ListState, number>;
    for (const { state } of lines) counts[state] += 1;
    return { lines, counts, missing, ignored: header.ignored, waiting: howManyWait(lines, ways, seats) };
  }
}

/** Whose key a preview is where submissions are kept. */
const CLIENT = 'import';

/** Under which id a preview is kept: made of its event too, so that no other event's page opens it. */
const keyAt = (eventId: string, id: string): string =>
  createHash('sha256').update(`${eventId} ${id}`).digest('hex').slice(0, 32);

const isMissing = (
  column: ListColumn,
  columns: ReadonlyMap<ListColumn, number>,
  isHybrid: boolean,
): boolean => !columns.has(column) && (NEEDED.includes(column) || (column === 'attendance' && isHybrid));

const isApplicable = ({ missing, counts }: Pick<ListPreview, 'missing' | 'counts'>): boolean =>
  missing.length === 0 && counts.wrong === 0;
