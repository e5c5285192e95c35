import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import { type AnswerSheet, AnswerSheets, answerText, FormService, type Question } from '#form';
import { type Language, pick, translator } from '#language';

/** Columns of a file beside those that every attendee has. */
export interface ChoiceColumns {
  columns: { key: string; header: string }[];
  /** What stands in them, by registration id; whoever chose and answered nothing is left out. */
  of(registrationIds: readonly string[]): Promise<Map<string, Record<string, string>>>;
}

/** What people chose of an event's sessions, and what they answered to its ordinary questions. */
@Injectable()
export class Choices {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly forms: FormService,
    private readonly sheets: AnswerSheets,
  ) {}

  /** An event's own columns: its sessions, and a column for each question, those no longer asked at the end. */
  async columnsOf(event: Event, language: Language): Promise<ChoiceColumns> {
    const form = await this.forms.of(event.id);
    const questions = [...form.questions, ...form.retired].filter(({ sensitive }) => !sensitive);
    const sessions = await this.sessionsOf(event, language);
    return {
      columns: [
        ...(sessions.size > 0
          ? [{ key: SESSIONS, header: translator(language)('desk.column.sessions') }]
          : []),
        ...questions.map(({ id, label }) => ({
          key: id,
          header: pick(label, language, event.mainLanguage).text,
        })),
      ],
      of: async (registrationIds) => {
        const chosen = sessions.size > 0 ? await this.chosenBy(registrationIds) : new Map<string, string[]>();
        const answered =
          questions.length > 0 ? await this.sheets.of(registrationIds, { sensitive: false }) : undefined;
        const titles = (id: string) => (chosen.get(id) ?? []).flatMap((one) => sessions.get(one) ?? []);
        return new Map(
          registrationIds.map((id) => [
            id,
            {
              [SESSIONS]: titles(id).join(', '),
              ...answerTexts(questions, answered?.get(id), language, event.mainLanguage),
            },
          ]),
        );
      },
    };
  }

  /** The sessions' titles by their ids, in the order of the programme. */
  private async sessionsOf(event: Event, language: Language): Promise<Map<string, string>> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT id FROM allotment WHERE event_id = $1 AND kind = 'session'`,
      [event.id],
    );
    const ids = new Set(rows.map(({ id }) => id));
    const items = event.items.filter(({ id }) => ids.has(id));
    return new Map(items.map(({ id, title }) => [id, pick(title, language, event.mainLanguage).text]));
  }

  // Whoever has a seat has the sessions that are held; whoever waits wishes for theirs.
  private async chosenBy(registrationIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { id: string; chosen: string[] }[] = await this.manager.query(
      `SELECT c.registration_id AS id, array_agg(c.allotment_id ORDER BY i.position) AS chosen
       FROM claim c
       JOIN registration r ON r.id = c.registration_id
       JOIN event_item i ON i.id = c.allotment_id
       WHERE c.registration_id = ANY($1) AND (c.held OR NOT r.holds_seat) GROUP BY c.registration_id`,
      [registrationIds],
    );
    return new Map(rows.map(({ id, chosen }) => [id, chosen]));
  }
}

const SESSIONS = 'sessions';

function answerTexts(
  questions: readonly Question[],
  sheet: AnswerSheet | undefined,
  language: Language,
  main: Language,
): Record<string, string> {
  const said = questions.flatMap((question): [string, string][] => {
    const answer = sheet?.answers[question.id];
    return answer === undefined ? [] : [[question.id, answerText(question, answer, language, main)]];
  });
  return Object.fromEntries(said);
}
