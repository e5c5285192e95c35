import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import type { Event } from '#event';
import { DeskBook } from './desk/desk-book.js';
import { NearerDeadlines } from './nearer-deadlines.js';
import { forgetSessions } from './rules/allotments.js';
import { moveNamingDeadlines } from './rules/naming-deadline.js';
import { raiseRulesVersion, readRules } from './rules/rules-book.js';
import { ACTIVE } from './words.js';

/** The sequences that one mailbox's appointments have, by the date's id. */
export type Sequences = Readonly<Record<string, number>>;

/**
 * What it means for those who are registered that their event changes, for rooms that change events in transactions
 * of their own. All of it needs the standing's lock.
 */
@Injectable()
export class DeskMatters {
  constructor(
    private readonly nearer: NearerDeadlines,
    private readonly clock: Clock,
  ) {}

  /** Locks the event's scarce row: nobody gets a seat, or gives one back, until the transaction ends. Throws NoRegistration. */
  async lock(manager: EntityManager, eventId: string): Promise<void> {
    await new DeskBook(manager, eventId).lock();
  }

  /** Raises the appointments that these mailboxes have of these dates; answers the new sequences, by mailbox. */
  async raiseAppointments(
    manager: EntityManager,
    event: Event,
    dateIds: readonly string[],
    emailKeys: readonly string[],
  ): Promise<Map<string, Sequences>> {
    if (emailKeys.length === 0 || dateIds.length === 0) return new Map();
    const least = dateIds.map(
      (id) => event.sequence + (event.dates.find((date) => date.id === id)?.sequence ?? 0),
    );
    const rows: { emailKey: string; sequences: Sequences }[] = await manager.query(RAISE, [
      emailKeys,
      dateIds,
      least,
    ]);
    return new Map(rows.map(({ emailKey, sequences }) => [emailKey, sequences]));
  }

  /** Lets go what people had chosen of points of the programme that are off; it is in their histories. */
  async releaseSessions(
    manager: EntityManager,
    eventId: string,
    itemIds: readonly string[],
    actor: string,
  ): Promise<void> {
    if (itemIds.length === 0) return;
    await manager.query(NOTE_RELEASED, [eventId, itemIds, this.clock.now().toString(), actor, ACTIVE]);
    await forgetSessions(manager, eventId, itemIds);
    await raiseRulesVersion(manager, eventId);
  }

  /** Whoever had a deadline for withdrawing decided before this happened: all may withdraw until the start again. */
  async reopenWithdrawal(manager: EntityManager, eventId: string): Promise<void> {
    const [, reopened]: [unknown, number] = await manager.query(
      'UPDATE desk_rules SET withdraw_until = NULL WHERE event_id = $1 AND withdraw_until IS NOT NULL',
      [eventId],
    );
    if (reopened > 0) await raiseRulesVersion(manager, eventId);
  }

  /** Has the deadlines that are counted from the event's start follow it. */
  async moveDeadlines(manager: EntityManager, before: Event, after: Event): Promise<void> {
    const rules = await readRules(manager, after.id);
    await moveNamingDeadlines(manager, {
      before: { event: before, rules },
      after: { event: after, rules },
      now: this.clock.now(),
      nearer: this.nearer,
    });
  }
}

const RAISE = `
  WITH raised AS (
    INSERT INTO appointment (email_key, date_id, sequence)
    SELECT key, d.id, d.least FROM unnest($1::text[]) AS key, unnest($2::uuid[], $3::integer[]) AS d (id, least)
    ON CONFLICT (email_key, date_id)
    DO UPDATE SET sequence = greatest(appointment.sequence + 1, excluded.sequence)
    RETURNING email_key, date_id, sequence)
  SELECT email_key AS "emailKey", jsonb_object_agg(date_id, sequence) AS sequences FROM raised GROUP BY email_key`;

const NOTE_RELEASED = `
  INSERT INTO registration_change (registration_id, at, from_status, to_status, actor, what, detail)
  SELECT r.id, $3, r.status, r.status, $4, 'changed',
    jsonb_build_object('sessions', jsonb_build_array(jsonb_agg(c.allotment_id), '[]'::jsonb))
  FROM claim c JOIN registration r ON r.id = c.registration_id
  WHERE r.event_id = $1 AND c.allotment_id = ANY($2) AND r.status = ANY($5)
  GROUP BY r.id`;
