import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '#config';
import { insertion, type Statement } from '#database';
import { AnswerSheet } from './answer-sheet.entity.js';
import type { Answers } from './answers.js';
import { ConsentGiven } from './consent-given.entity.js';
import type { ConsentDecision } from './sheet.js';

/** One person's answers, to be stored. */
export interface AnsweredSheet {
  registrationId: string;
  eventId: string;
  formVersion: number;
  answers: Answers;
  sensitive: Answers | null;
  consents?: readonly ConsentDecision[];
  /** Of somebody who registers in this transaction, so there is none yet. */
  isNew?: boolean;
}

/** What people answered, and what they agreed to. */
@Injectable()
export class AnswerSheets {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  /**
   * Statements that store the sheets, over what the same people answered before; only their answers to retired
   * questions stay. A few for any number of sheets, to be sent together with those of the registrations.
   */
  statements(sheets: readonly AnsweredSheet[]): Statement[] {
    const now = this.clock.now().toString();
    const [fresh, others] = [sheets.filter((one) => one.isNew), sheets.filter((one) => !one.isNew)];
    const decided = (some: readonly AnsweredSheet[]) => some.flatMap(decisionRows);
    return [
      ...insertion('answer_sheet', fresh.map(sheetRow), { shared: { changed_at: now } }),
      ...insertion('consent_given', decided(fresh), { shared: { at: now } }),
      ...insertion('answer_sheet', others.map(sheetRow), {
        onConflict: OVER_SHEET,
        shared: { changed_at: now },
      }),
      ...insertion('consent_given', decided(others), { onConflict: OVER_CONSENT, shared: { at: now } }),
    ];
  }

  /** Statements that delete what these registrations' people answered and agreed to: others come in their place. */
  forgetting(registrationIds: readonly string[]): Statement[] {
    if (registrationIds.length === 0) return [];
    return ['answer_sheet', 'consent_given'].map((table) => ({
      text: `DELETE FROM ${table} WHERE registration_id = ANY ($1)`,
      values: [registrationIds],
    }));
  }

  /** Statements that delete these registrations' sensitive answers, because nobody needs them any more. */
  forgettingSensitive(registrationIds: readonly string[]): Statement[] {
    if (registrationIds.length === 0) return [];
    const text = `UPDATE answer_sheet SET sensitive = NULL, sensitive_deleted_at = $2
       WHERE registration_id = ANY ($1) AND sensitive IS NOT NULL`;
    return [{ text, values: [registrationIds, this.clock.now().toString()] }];
  }

  /** The sheets of these registrations; the sensitive answers are read only where they are asked for. */
  async of(
    registrationIds: readonly string[],
    { sensitive }: { sensitive: boolean },
    manager: EntityManager = this.manager,
  ): Promise<Map<string, AnswerSheet>> {
    if (registrationIds.length === 0) return new Map();
    const query = manager
      .createQueryBuilder(AnswerSheet, 'sheet')
      .where('sheet.registration_id = ANY(:ids)', { ids: registrationIds });
    if (sensitive) query.addSelect('sheet.sensitive');
    const sheets = await query.getMany();
    return new Map(sheets.map((sheet) => [sheet.registrationId, sheet]));
  }

  /** How many people have answered an event's form. */
  count(eventId: string): Promise<number> {
    return this.manager.countBy(AnswerSheet, { eventId });
  }

  /** What these registrations' people decided about consents. */
  async consentsGiven(
    registrationIds: readonly string[],
    manager: EntityManager = this.manager,
  ): Promise<Map<string, ConsentDecision[]>> {
    const found = await manager.findBy(ConsentGiven, { registrationId: In([...registrationIds]) });
    return Map.groupBy(found, ({ registrationId }) => registrationId);
  }

  /** Deletes the sensitive answers given for these events; returns how many people's they were. */
  async forgetSensitive(
    eventIds: readonly string[],
    now: Temporal.Instant,
    manager: EntityManager = this.manager,
  ): Promise<number> {
    const [, count] = await manager.query(
      `UPDATE answer_sheet SET sensitive = NULL, sensitive_deleted_at = $2
       WHERE event_id = ANY($1) AND sensitive IS NOT NULL`,
      [eventIds, now.toString()],
    );
    return count;
  }
}

const sheetRow = ({ registrationId, eventId, formVersion, answers, sensitive }: AnsweredSheet) => ({
  registration_id: registrationId,
  event_id: eventId,
  form_version: formVersion,
  answers,
  sensitive,
});

const decisionRows = ({ registrationId, consents = [] }: AnsweredSheet) =>
  consents.map(({ consentId, given }) => ({ registration_id: registrationId, consent_id: consentId, given }));

// Who changes an answer sees only what is asked today; the rest was given as well, and is not taken back by that.
const kept = (column: 'answers' | 'sensitive') => `
  (SELECT jsonb_object_agg(old.id, old.answer) FROM jsonb_each(answer_sheet.${column}) AS old (id, answer)
   JOIN question q ON q.id = old.id::uuid WHERE q.retired_at IS NOT NULL)`;

const OVER_SHEET = `ON CONFLICT (registration_id) DO UPDATE SET form_version = excluded.form_version,
  answers = coalesce(${kept('answers')}, '{}') || excluded.answers,
  sensitive = nullif(coalesce(${kept('sensitive')}, '{}') || coalesce(excluded.sensitive, '{}'), '{}'),
  sensitive_deleted_at =
    CASE WHEN excluded.sensitive IS NULL THEN answer_sheet.sensitive_deleted_at END,
  changed_at = excluded.changed_at`;

const OVER_CONSENT = `ON CONFLICT (registration_id, consent_id) DO UPDATE SET given = excluded.given,
  at = CASE WHEN consent_given.given = excluded.given THEN consent_given.at ELSE excluded.at END`;
