import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { type Event, ProgrammeService } from '#event';
import { Refusal } from '#language';
import { Outbox } from '#mail';
import { offered } from '../admission.js';
import { Caretakers } from '../caretakers.js';
import { DeskBook } from '../desk/desk-book.js';
import type { DeskRequest, DeskResult, RegisterRequest } from '../desk/desk-request.js';
import { SettlementService } from '../desk/settlement.service.js';
import { positionOf } from '../positions.js';
import {
  AlreadyThere,
  PersonDouble,
  RegistrationOver,
  RegistrationUnknown,
  SeatUnnamed,
  WorseThere,
} from '../refusals.js';
import { Registration } from '../registration.entity.js';
import { isActive, type RegistrationStatus } from '../words.js';
import { type OfficeAct, OfficeBook } from './office-book.service.js';

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

/** Moves people from one event to another, which only the office does. */
@Injectable()
export class Moving {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly settlement: SettlementService,
    private readonly programme: ProgrammeService,
    private readonly caretakers: Caretakers,
    private readonly book: OfficeBook,
    private readonly outbox: Outbox,
  ) {}

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
    // Several standings are always locked in the order of their ids.
    for (const one of [from.eventId, eventId].sort()) await new DeskBook(manager, one).lock();
    const registration = await this.book.locked(id, manager);
    if (!isActive(registration.status)) throw new RegistrationOver();
    if (!registration.named) throw new SeatUnnamed();
    // This locks the member, which comes after the seats everywhere, as where two members become one.
    const delegationId = await this.caretakers.takeAlong({ registration, eventId, actor }, manager);
    const { status: stood, holdsSeat } = registration;
    const before = stood === 'waitlisted' ? await positionOf(manager, id) : undefined;
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
      await this.book.write(manager, one, { actor, reason, what: 'moved', detail: { ...detail } as never });
    const waits = status === 'waitlisted';
    const position = waits ? await positionOf(manager, arrived.registrationId) : undefined;
    const isWorse = waits && (holdsSeat || (before !== undefined && Number(position) > before));
    return { id: arrived.registrationId, status, position, before, isWorse };
  }

  private async one<R extends DeskRequest>(manager: EntityManager, request: R): Promise<DeskResult<R>> {
    const [result] = await this.settlement.within(manager, request.eventId, [request]);
    if (result instanceof Refusal || !result) throw result ?? new RegistrationOver();
    return result as DeskResult<R>;
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
