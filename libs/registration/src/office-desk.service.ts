import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { sendTogether } from '#database';
import { type Event, ProgrammeService } from '#event';
import { Jobs } from '#jobs';
import { Refusal } from '#language';
import { Outbox } from '#mail';
import { offered } from './admission.js';
import { Caretakers } from './caretakers.js';
import { DeskBook } from './desk/desk-book.js';
import type { DeskRequest, DeskResult, RegisterRequest, Settled } from './desk/desk-request.js';
import { history } from './desk/desk-writes.js';
import { SettlementService } from './desk/settlement.service.js';
import { KNOWN_APART } from './known-apart.js';
import { countPositions } from './positions.js';
import {
  AlreadyThere,
  NotWaiting,
  PersonDouble,
  ReasonNeeded,
  RegistrationOver,
  RegistrationUnknown,
  SeatUnnamed,
  WorseThere,
} from './refusals.js';
import { Registration } from './registration.entity.js';
import { isActive, type RegistrationStatus } from './words.js';

/** Who in the office does something, and why. */
export interface OfficeAct {
  /** `account:<id>`. */
  actor: string;
  reason?: string;
  /** No mail about it. */
  silent?: boolean;
}

/** What has become of somebody who was moved to another event, or would. */
export interface Moved {
  /** The registration there. */
  id: string;
  status: RegistrationStatus;
  /** In the line there. */
  position?: number;
  /** The position in the line that they leave. */
  before?: number;
  /** They give up a seat for the line, or stand further back in it than here. */
  isWorse: boolean;
}

/** What only the office does with registrations. All of it is in the history of each. */
@Injectable()
export class OfficeDesk {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly settlement: SettlementService,
    private readonly programme: ProgrammeService,
    private readonly caretakers: Caretakers,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Keeps a note for colleagues, or takes it away; throws RegistrationUnknown. */
  async annotate(id: string, note: string | null, actor: string): Promise<void> {
    await this.manager.transaction(async (manager) => {
      const registration = await this.locked(id, manager);
      if (registration.note === note) return;
      await manager.query('UPDATE registration SET note = $2 WHERE id = $1', [id, note]);
      const detail: [unknown, unknown] = [registration.note, note];
      await this.write(manager, registration, { actor, what: 'note', detail: { note: detail } });
    });
  }

  /**
   * Says of two people at one event who look like one that they are two; that stays so until somebody else comes in
   * the place of one of them. Throws RegistrationUnknown. Said again it changes nothing.
   */
  async tellApart(id: string, otherId: string, { actor, reason }: OfficeAct): Promise<void> {
    await this.manager.transaction(async (manager) => {
      const registration = await this.locked(id, manager);
      const { eventId } = registration;
      const other = await manager.findOneBy(Registration, { id: otherId, eventId });
      if (!other || otherId === id) throw new RegistrationUnknown();
      const pair = [eventId, id, otherId];
      const [known] = await manager.query(IS_APART, pair);
      if (known) return;
      await manager.query(SET_APART, [...pair, this.clock.now().toString(), actor]);
      for (const [one, from] of [
        [registration, other],
        [other, registration],
      ] as const) {
        const detail: Record<string, [unknown, unknown]> = { registration: [one.id, from.id] };
        await this.write(manager, one, { actor, reason, what: 'apart', detail });
      }
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
      const registration = await this.locked(id, manager);
      if (registration.status !== 'waitlisted') throw new NotWaiting();
      const { eventId, attendance } = registration;
      const [moved] = await manager.query(MOVE_IN_LINE, [eventId, attendance, id, Math.max(1, position)]);
      const hasMoved = moved.before !== moved.after;
      if (!hasMoved) return { position: await this.positionOf(id, manager), hasMoved };
      // Where seats are being collected for a group, whoever is first now may have one.
      await manager.query("UPDATE standing SET due_at = 'epoch' WHERE event_id = $1", [eventId]);
      await this.write(manager, registration, {
        actor,
        reason,
        what: 'line',
        detail: { position: [moved.before, moved.after] },
      });
      return { position: await this.positionOf(id, manager), hasMoved };
    });
    this.jobs.wake('desk.look');
    return done;
  }

  /**
   * Moves somebody to another event, where they get a seat or a place in the line; the place here is given back.
   * They are told by both events, because each has an appointment of its own; who came with a delegation stays in one
   * of the same member. Answers their registration there. Throws RegistrationOver, PersonDouble, AlreadyThere,
   * SeatUnnamed, because a seat without a name is its event's, and with `unlessWorse` WorseThere.
   */
  async moveTo(id: string, eventId: string, act: OfficeAct & { unlessWorse?: boolean }): Promise<Moved> {
    const moved = await this.manager.transaction(async (manager) => {
      const done = await this.move(manager, id, eventId, act);
      if (act.unlessWorse && done.isWorse) throw new WorseThere();
      return done;
    });
    this.outbox.wake();
    return moved;
  }

  /** What would become of somebody who was moved there now: it is done, looked at, and undone. Throws as it would. */
  async tryMove(id: string, eventId: string, actor: string): Promise<Moved> {
    const runner = this.manager.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      return await this.move(runner.manager, id, eventId, { actor });
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async move(
    manager: EntityManager,
    id: string,
    eventId: string,
    { actor, reason, silent }: OfficeAct,
  ): Promise<Moved> {
    const from = await manager.findOneBy(Registration, { id });
    if (!from) throw new RegistrationUnknown();
    if (from.eventId === eventId) throw new AlreadyThere();
    const [origin] = await this.programme.load([from.eventId]);
    const target = await this.programme.byId(eventId);
    const moving = { registration: from, eventId, actor };
    const delegationId = await this.caretakers.takeAlong(moving, manager);
    // Several standings are always locked in the order of their ids.
    for (const one of [from.eventId, eventId].sort()) await new DeskBook(manager, one).lock();
    const registration = await this.locked(id, manager);
    if (!isActive(registration.status)) throw new RegistrationOver();
    if (!registration.named) throw new SeatUnnamed();
    const { status: stood, holdsSeat } = registration;
    const before = stood === 'waitlisted' ? await this.positionOf(id, manager) : undefined;
    await this.one(manager, {
      verb: 'withdraw',
      eventId: from.eventId,
      registrationId: id,
      actor,
      silent,
      movedTo: target.title,
    });
    const { people } = await this.one(
      manager,
      arriving({ ...registration, delegationId }, target, { actor, silent }, origin?.title),
    );
    const [arrived] = people;
    if (!arrived?.registrationId) throw new PersonDouble();
    await manager.query('UPDATE registration SET note = $2 WHERE id = $1', [
      arrived.registrationId,
      registration.note,
    ]);
    const detail = { event: [from.eventId, eventId], registration: [id, arrived.registrationId] } as const;
    const { status } = arrived.answer;
    for (const one of [
      { id, status: 'cancelled' as const },
      { id: arrived.registrationId, status },
    ])
      await this.write(manager, one, { actor, reason, what: 'moved', detail: { ...detail } as never });
    const waits = status === 'waitlisted';
    const position = waits ? await this.positionOf(arrived.registrationId, manager) : undefined;
    const isWorse = waits && (holdsSeat || (before !== undefined && Number(position) > before));
    return { id: arrived.registrationId, status, position, before, isWorse };
  }

  private async positionOf(id: string, manager: EntityManager): Promise<number> {
    return (await countPositions(manager, [id])).get(id) as number;
  }

  /**
   * Says yes or no to those of these registrations that are requests still, all or none, in the caller's transaction;
   * who asked first is first, and with a name before without. Answers where each stands now. Throws the first Refusal. After the commit the caller wakes the outbox.
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

  private async one<R extends DeskRequest>(manager: EntityManager, request: R): Promise<DeskResult<R>> {
    const [result] = await this.settlement.within(manager, request.eventId, [request]);
    if (result instanceof Refusal || !result) throw result ?? new RegistrationOver();
    return result as DeskResult<R>;
  }

  private async locked(id: string, manager: EntityManager): Promise<Registration> {
    const found = await manager.findOneBy(Registration, { id });
    if (!found) throw new RegistrationUnknown();
    await new DeskBook(manager, found.eventId).lock();
    return (await manager.findOneBy(Registration, { id })) as Registration;
  }

  private async write(
    manager: EntityManager,
    { id, status }: Pick<Registration, 'id' | 'status'>,
    change: { actor: string; reason?: string; what: string; detail: Record<string, [unknown, unknown]> },
  ): Promise<void> {
    const line = { registrationId: id, from: status, to: status, ...change };
    await sendTogether(manager, history([line], this.clock.now()));
    await this.audit.record(manager, {
      actor: change.actor,
      action: `registration.${change.what}`,
      subject: { type: 'registration', id },
      after: { ...change.detail, reason: change.reason },
    });
  }
}

/** A registration as it comes from another event, and the delegation that it is in there. */
type Arriving = Omit<Registration, 'delegationId'> & { delegationId?: string };

function arriving(
  {
    firstName,
    lastName,
    email,
    organization,
    language,
    copyTo,
    memberId,
    attendance,
    delegationId,
  }: Arriving,
  event: Event,
  { actor, silent }: OfficeAct,
  movedFrom: RegisterRequest['movedFrom'],
): RegisterRequest {
  const person = {
    firstName,
    lastName,
    email,
    language,
    organization: organization ?? undefined,
    copyTo: copyTo ?? undefined,
    memberId: memberId ?? undefined,
    delegationId,
    attendance: offered(event).includes(attendance) ? attendance : offered(event)[0],
  };
  return { verb: 'register', eventId: event.id, people: [person], actor, silent, byOffice: true, movedFrom };
}

const IS_APART = `
  WITH ${KNOWN_APART('$1')}
  SELECT FROM known_apart WHERE one = least($2::uuid, $3::uuid) AND other = greatest($2::uuid, $3::uuid)`;

const SET_APART = `
  INSERT INTO not_double (event_id, one, other, at, actor)
  VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5)
  ON CONFLICT (event_id, one, other) DO UPDATE SET at = excluded.at, actor = excluded.actor`;

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
