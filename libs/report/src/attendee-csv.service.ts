import { pipeline, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { type Language, type MessageKey, type Translate, translator } from '#language';
import type { Attendee, AttendeeFilter } from './attendee.js';
import {
  ATTENDEE,
  type AttendeeRow,
  attendeeOf,
  BY_NAME,
  MATCHING,
  NARROWED,
  patternsOf,
} from './attendee-sql.js';
import { type ChoiceColumns, Choices } from './choices.service.js';
import { type CsvFile, type Dialect, dialectOf, spreadsheet, wallClock } from './spreadsheet.js';

/** Rows in memory at a time. */
const CHUNK = 1000;

/** An attendee list as a file for spreadsheets. */
@Injectable()
export class AttendeeCsv {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly choices: Choices,
    private readonly clock: Clock,
  ) {}

  /**
   * Streams the list by name, with every name as it is when its turn comes, what people chose and what they answered
   * to ordinary questions; sensitive answers are in no file. Throws EventUnknown.
   */
  async of(
    eventId: string,
    language: Language,
    { dialect = dialectOf(language), ...filter }: AttendeeFilter & { dialect?: Dialect } = {},
  ): Promise<CsvFile> {
    const event = await this.programme.byId(eventId);
    const t = translator(language);
    const choices = await this.choices.columnsOf(event, language);
    const csv = spreadsheet(
      [...COLUMNS.map(([key]) => ({ key, header: t(`report.${key}`) })), ...choices.columns],
      dialect,
    );
    // Whoever breaks the download off ends the reading too; there is nobody left to tell.
    pipeline(Readable.from(this.lines(event, filter, choices, t)), csv, () => undefined);
    const day = this.clock.now().toZonedDateTimeISO(event.timeZone).toPlainDate();
    return { name: `${event.slug}-${day}.csv`, content: csv };
  }

  private async *lines(event: Event, filter: AttendeeFilter, choices: ChoiceColumns, t: Translate) {
    let chunk: Attendee[];
    let last: Attendee | undefined;
    do {
      chunk = await this.after(event.id, filter, last);
      const chosen = await choices.of(chunk.map(({ id }) => id));
      for (const attendee of chunk) {
        const own = COLUMNS.map(([key, say]) => [key, say(attendee, t, event)] as const);
        yield { ...Object.fromEntries(own), ...chosen.get(attendee.id) };
      }
      last = chunk.at(-1);
    } while (chunk.length === CHUNK);
  }

  private async after(eventId: string, filter: AttendeeFilter, last?: Attendee): Promise<Attendee[]> {
    const rows: AttendeeRow[] = await this.manager.query(
      `WITH ${MATCHING}
       SELECT ${ATTENDEE} FROM matching
       WHERE ${NARROWED('$3', '$4')} AND ($5::text IS NULL OR (${BY_NAME}) > ($5, $6, $7::uuid))
       ORDER BY ${BY_NAME} LIMIT ${CHUNK}`,
      [
        eventId,
        patternsOf(filter),
        filter.status ?? null,
        filter.mark ?? null,
        last?.lastName ?? null,
        last?.firstName ?? null,
        last?.id ?? null,
      ],
    );
    return rows.map(attendeeOf);
  }
}

type ColumnKey = Extract<MessageKey, `report.${string}`> extends `report.${infer Key}` ? Key : never;

/** What stands in which column; times are the event's wall clock, in the form every spreadsheet reads. */
const COLUMNS: readonly [
  ColumnKey,
  (attendee: Attendee, t: Translate, event: Event) => string | number | null,
][] = [
  ['reference', ({ reference }) => reference],
  ['status', ({ status }, t) => t(`status.${status}`)],
  ['position', ({ position }) => position],
  ['lastName', ({ named, lastName }, t) => (named ? lastName : t('desk.unnamed'))],
  ['firstName', ({ firstName }) => firstName],
  ['organization', ({ organization }) => organization],
  ['email', ({ email }) => email],
  ['attendance', ({ attendance }, t) => t(`format.${attendance}`)],
  ['language', ({ language }, t) => t(`language.${language}`)],
  ['copyTo', ({ copyTo }) => copyTo],
  ['createdAt', ({ createdAt }, _t, { timeZone }) => wallClock(createdAt, timeZone)],
];
