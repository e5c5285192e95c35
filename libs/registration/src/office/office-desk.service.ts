import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Jobs } from '#jobs';
import { Refusal } from '#language';
import { DeskBook } from '../desk/desk-book.js';
import type { DeskRequest, Settled } from '../desk/desk-request.js';
import { SettlementService } from '../desk/settlement.service.js';
import { positionOf } from '../positions.js';
import { NotWaiting, ReasonNeeded } from '../refusals.js';
import { type OfficeAct, OfficeBook } from './office-book.service.js';

/** What only the office does with the registrations of one event. All of it is in the history of each. */
@Injectable()
export class OfficeDesk {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly settlement: SettlementService,
    private readonly book: OfficeBook,
    private readonly jobs: Jobs,
  ) {}

  /** Keeps a note for colleagues, or takes it away; throws RegistrationUnknown. */
  async annotate(id: string, note: string | null, actor: string): Promise<void> {
    await this.manager.transaction(async (manager) => {
      const registration = await this.book.locked(id, manager);
      if (registration.note === note) return;
      await manager.query('UPDATE registration SET note = $2 WHERE id = $1', [id, note]);
      const detail: [unknown, unknown] = [registration.note, note];
      await this.book.write(manager, registration, { actor, what: 'note', detail: { note: detail } });
    });
  }

  /**
   * Moves somebody to another position of the waiting list, 1 being the first and one beyond the end the last; the
   * others keep their order. Answers the position that came of it in the event's own order, and whether they stood
   * elsewhere before. Throws ReasonNeeded without a reason, NotWaiting.
   */
  async moveInLine(
    id: string,
    position: number,
    { actor, reason }: OfficeAct,
  ): Promise<{ position: number; hasMoved: boolean }> {
    if (!reason) throw new ReasonNeeded();
    const done = await this.manager.transaction(async (manager) => {
      const registration = await this.book.locked(id, manager);
      if (registration.status !== 'waitlisted') throw new NotWaiting();
      const { eventId, attendance } = registration;
      const [moved] = await manager.query(MOVE_IN_LINE, [eventId, attendance, id, Math.max(1, position)]);
      const hasMoved = moved.before !== moved.after;
      if (!hasMoved) return { position: (await positionOf(manager, id)) as number, hasMoved };
      // Where seats are being collected for a group, whoever is first now may have one.
      await manager.query("UPDATE standing SET due_at = 'epoch' WHERE event_id = $1", [eventId]);
      await this.book.write(manager, registration, {
        actor,
        reason,
        what: 'line',
        detail: { position: [moved.before, moved.after] },
      });
      return { position: (await positionOf(manager, id)) as number, hasMoved };
    });
    this.jobs.wake('desk.look');
    return done;
  }

  /**
   * Says yes or no to those of these registrations that are requests still, all or none, in the caller's transaction;
   * who asked first is first, and with a name before without. Answers where each stands now. Throws the first Refusal.
   * After the commit the caller wakes the outbox.
   */
  async decideWithin(
    manager: EntityManager,
    eventId: string,
    ids: readonly string[],
    verdict: 'approve' | 'decline',
    act: OfficeAct,
  ): Promise<Settled[]> {
    await new DeskBook(manager, eventId).lock();
    const open: { id: string }[] = await manager.query(
      `SELECT id FROM registration WHERE event_id = $1 AND id = ANY($2::uuid[]) AND status = 'requested'
       ORDER BY created_at, named DESC, array_position($2::uuid[], id)`,
      [eventId, ids],
    );
    if (open.length === 0) return [];
    const requests = open.map(({ id }): DeskRequest => {
      const about = { eventId, registrationId: id, ...act };
      return verdict === 'approve'
        ? { verb: 'admit', ...about }
        : { verb: 'withdraw', to: 'declined', ...about };
    });
    const results = await this.settlement.within(manager, eventId, requests);
    return results.map((result) => {
      if (result instanceof Refusal) throw result;
      return result as Settled;
    });
  }
}

// The line numbers stay as they are; who stands on which of them changes between the old position and the new.
const MOVE_IN_LINE = `
  WITH standing_in AS (
    SELECT id, line, row_number() OVER (ORDER BY line) AS position FROM registration
    WHERE event_id = $1 AND attendance = $2 AND status = 'waitlisted'),
  mover AS (SELECT position AS before, least($4, (SELECT max(position) FROM standing_in)) AS after
    FROM standing_in WHERE id = $3),
  turned AS (
    SELECT s.id, CASE
      WHEN s.id = $3 THEN m.after
      WHEN m.after < m.before AND s.position >= m.after AND s.position < m.before THEN s.position + 1
      WHEN m.after > m.before AND s.position > m.before AND s.position <= m.after THEN s.position - 1
      ELSE s.position END AS position
    FROM standing_in s, mover m),
  written AS (
    UPDATE registration r SET line = s.line FROM turned t JOIN standing_in s ON s.position = t.position
    WHERE r.id = t.id AND r.line <> s.line)
  SELECT before::integer, after::integer FROM mover`;
