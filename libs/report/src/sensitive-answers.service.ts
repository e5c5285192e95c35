import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { type AnswerSheet, AnswerSheets, answerText, FormService, type Question } from '#form';
import { type Language, pick, translator } from '#language';
import { type CsvFile, type Dialect, dialectOf, spreadsheet } from './spreadsheet.js';

/** One answer to a sensitive question, and who gave it, by name. */
export interface SensitiveAnswer {
  text: string;
  names: string[];
}

/** What those who come answered to one sensitive question. */
export interface SensitiveQuestion {
  id: string;
  label: string;
  /** Written in own words: such an answer helps only with the name beside it. */
  isWritten: boolean;
  /** The answers that can be chosen in their order, else the most frequent first. */
  answers: SensitiveAnswer[];
}

/**
 * What those who come need: diets, access. For the kitchen and the house, not for everybody in the office; whoever
 * calls this writes down first who looks.
 */
@Injectable()
export class SensitiveAnswers {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly forms: FormService,
    private readonly sheets: AnswerSheets,
    private readonly clock: Clock,
  ) {}

  /** Whether an event asks, or once asked, anything sensitive. */
  async areAsked(eventId: string): Promise<boolean> {
    return sensitiveOf(await this.forms.of(eventId)).length > 0;
  }

  /** Counts the answers of everybody with a confirmed seat; throws EventUnknown. */
  async of(eventId: string, language: Language): Promise<SensitiveQuestion[]> {
    const event = await this.programme.byId(eventId);
    const questions = sensitiveOf(await this.forms.of(eventId));
    const people = await this.confirmed(eventId);
    const sheets = await this.sheets.of([...people.keys()], { sensitive: true });
    return questions.map((question) => ({
      id: question.id,
      label: pick(question.label, language, event.mainLanguage).text,
      isWritten: isWritten(question),
      answers: tally(question, people, sheets, { language, main: event.mainLanguage }),
    }));
  }

  /** The same as a file, a line for each answer; names stand only beside answers in own words. */
  async file(eventId: string, language: Language, dialect: Dialect = dialectOf(language)): Promise<CsvFile> {
    const event = await this.programme.byId(eventId);
    const t = translator(language);
    const csv = spreadsheet(
      (['question', 'answer', 'count', 'names'] as const).map((key) => ({
        key,
        header: t(`kitchen.${key}`),
      })),
      dialect,
    );
    for (const { label, isWritten, answers } of await this.of(eventId, language)) {
      for (const { text, names } of answers) {
        csv.write({
          question: label,
          answer: text,
          count: names.length,
          names: isWritten ? names.join(', ') : '',
        });
      }
    }
    csv.end();
    return { name: `${event.slug}-${t('kitchen.file')}-${this.today(event)}.csv`, content: csv };
  }

  private today({ timeZone }: Event): Temporal.PlainDate {
    return this.clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  }

  private async confirmed(eventId: string): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.manager.query(
      `SELECT id, concat_ws(' ', first_name, last_name) AS name FROM registration
       WHERE event_id = $1 AND status = 'confirmed' AND named
       ORDER BY last_name COLLATE "und-x-icu", first_name COLLATE "und-x-icu", id`,
      [eventId],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const sensitiveOf = ({ questions, retired }: { questions: Question[]; retired: Question[] }): Question[] =>
  [...questions, ...retired].filter(({ sensitive }) => sensitive);

const isWritten = ({ kind }: Question): boolean => kind === 'short' || kind === 'long';

// Somebody who ticked two answers is counted at each.
function tally(
  question: Question,
  people: ReadonlyMap<string, string>,
  sheets: ReadonlyMap<string, AnswerSheet>,
  { language, main }: { language: Language; main: Language },
): SensitiveAnswer[] {
  const given = [...people].flatMap(([id, name]) => {
    const answer = sheets.get(id)?.sensitive?.[question.id];
    if (answer === undefined) return [];
    const parts = Array.isArray(answer) ? answer.map((one) => [one]) : [answer];
    return parts.map((part) => ({ text: answerText(question, part, language, main), name }));
  });
  const groups = Map.groupBy(given, ({ text }) => text);
  const order = question.options.map(({ label }) => pick(label, language, main).text);
  return [...groups]
    .map(([text, those]) => ({ text, names: those.map(({ name }) => name) }))
    .sort((a, b) => order.indexOf(a.text) - order.indexOf(b.text) || b.names.length - a.names.length);
}
