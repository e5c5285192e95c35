import { pipeline, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AccountService } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import {
  eventHeading,
  type InvitationLine,
  InvitationList,
  type MatrixCell,
  type MatrixLine,
  MatrixService,
  shortList,
} from '#invitation';
import { type Language, type MessageKey, type Translate, translator } from '#language';
import { type CsvFile, type Dialect, dialectOf, spreadsheet, wallClock } from './spreadsheet.js';

/** Invitations and the matrix as files for spreadsheets. */
@Injectable()
export class InvitationCsv {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly list: InvitationList,
    private readonly matrices: MatrixService,
    private readonly accounts: AccountService,
    private readonly clock: Clock,
  ) {}

  /** Who is invited to an event and what became of it; throws EventUnknown. */
  async ofEvent(eventId: string, language: Language, dialect = dialectOf(language)): Promise<CsvFile> {
    const event = await this.programme.byId(eventId);
    const t = translator(language);
    const columns = COLUMNS.map(([key]) => ({ key, header: t(`report.${key}`) }));
    const lines = await this.list.of(event.id);
    const names = await this.accounts.namesOf(lines.map(({ invitedBy }) => invitedBy));
    const rows = lines.map((line) => {
      const inviter = line.invitedBy === 'participant' ? line.principal : names.get(line.invitedBy);
      const shown = { ...line, inviter: inviter ?? t('office.by.office') };
      return Object.fromEntries(COLUMNS.map(([key, say]) => [key, say(shown, t, event)]));
    });
    return this.file(`${event.slug}-invitations`, Readable.from(rows), columns, dialect);
  }

  /** All members against these events, one line per member. */
  async matrix(
    eventIds: readonly string[],
    language: Language,
    dialect = dialectOf(language),
  ): Promise<CsvFile> {
    const t = translator(language);
    const events = await this.programme.load(eventIds);
    const columns = [
      { key: 'member', header: t('report.member') },
      ...events.map((event) => ({ key: event.id, header: eventHeading(event, language) })),
    ];
    return this.file('matrix', Readable.from(this.lines(events, t)), columns, dialect);
  }

  private async *lines(events: readonly Event[], t: Translate) {
    const eventIds = events.map(({ id }) => id);
    let pages = 1;
    for (let memberPage = 1; memberPage <= pages; memberPage += 1) {
      const page = await this.matrices.page({ memberPage, eventIds });
      pages = page.pages;
      for (const line of page.lines) yield rowOf(line, events, t);
    }
  }

  private file(
    name: string,
    rows: Readable,
    columns: readonly { key: string; header: string }[],
    dialect: Dialect,
  ): CsvFile {
    const csv = spreadsheet(columns, dialect);
    // Whoever breaks the download off ends the reading too; there is nobody left to tell.
    pipeline(rows, csv, () => undefined);
    const day = this.clock.now().toString().slice(0, 10);
    return { name: `${name}-${day}.csv`, content: csv };
  }
}

const rowOf = ({ name, cells }: MatrixLine, events: readonly Event[], t: Translate) => ({
  member: name,
  ...Object.fromEntries(events.map(({ id }, index) => [id, cellText(cells[index], t)])),
});

function cellText(cell: MatrixCell | undefined, t: Translate): string {
  if (!cell || cell.state === 'none') return '';
  const names = shortList(cell.names, t);
  const said = names ? `${stateText(cell, t)}: ${names}` : stateText(cell, t);
  const substitutes = shortList(cell.substitutes, t);
  return substitutes ? `${said}. ${t('office.matrix.substitute', { names: substitutes })}` : said;
}

function stateText(cell: MatrixCell, t: Translate): string {
  if (cell.state !== 'coming') return t(`invitation.state.${cell.state}`);
  const coming = t('invitation.state.coming.many', { count: cell.coming });
  return cell.waiting > 0 ? `${coming} ${t('invitation.state.andWaiting', { count: cell.waiting })}` : coming;
}

type ColumnKey = Extract<MessageKey, `report.${string}`> extends `report.${infer Key}` ? Key : never;

const COLUMNS: readonly [
  ColumnKey,
  (line: InvitationLine & { inviter: string }, t: Translate, event: Event) => string | number | null,
][] = [
  ['member', ({ memberName }) => memberName],
  ['lastName', ({ lastName }) => lastName],
  ['firstName', ({ firstName }) => firstName],
  ['email', ({ email }) => email],
  ['language', ({ language }, t) => t(`language.${language}`)],
  ['status', ({ state }, t) => t(`invitation.state.${state}`)],
  ['people', ({ names }) => names.join(', ')],
  ['word', ({ word }) => word],
  ['principal', ({ principal }) => principal],
  ['invitedAt', ({ invitedAt }, _t, { timeZone }) => wallClock(invitedAt, timeZone)],
  ['invitedBy', ({ inviter }) => inviter],
  ['answeredAt', ({ answeredAt }, _t, { timeZone }) => answeredAt && wallClock(answeredAt, timeZone)],
  ['reminders', ({ reminders }) => reminders],
];
