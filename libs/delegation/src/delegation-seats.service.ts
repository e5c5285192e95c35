import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import type { Event } from '#event';
import {
  type Audited,
  DeskRulesService,
  isActive,
  personKey,
  RegistrationService,
  withdrawalOver,
} from '#registration';
import { isCorrection, isSameName } from './correction.js';
import { Delegation } from './delegation.entity.js';
import type { Colleague, NameCorrection } from './delegation.schema.js';
import { DelegationList, type DelegationView } from './delegation-list.service.js';
import type { DelegationSeat } from './delegation-seat.js';
import { NamingDeadlines } from './naming-deadlines.service.js';
import { colleagueOf, nobodyYet, registrarOf } from './newcomers.js';
import { OtherPerson, SamePerson, SeatTaken, SeatUnknown } from './refusals.js';
import { type Acting, byOffice, type Coordination } from './words.js';

/** Who shall have a seat, and the version of the seat as it was when somebody decided that. */
interface Naming<Person> {
  seatId: string;
  version: number;
  person: Person;
}

/** What was done to a seat. */
export type SeatDeed = 'named' | 'swapped' | 'corrected';

/**
 * What is done to the seats of a delegation, one thing at a time: of two who name the same seat the second sees what
 * the first has done. The desk keeps the place, or takes it back, in its own transaction and before this one ends.
 */
@Injectable()
export class DelegationSeats {
  #latest: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly list: DelegationList,
    private readonly registrations: RegistrationService,
    private readonly rules: DeskRulesService,
    private readonly deadlines: NamingDeadlines,
    private readonly clock: Clock,
  ) {}

  /**
   * Names a seat that has no name, or puts another person in somebody's place: seat, line and appointment stay. The
   * same person spelled otherwise is corrected, and keeps all. Throws {@link SeatTaken} where the seat is not what it
   * was when `version` was read: a colleague was quicker; and {@link SamePerson}.
   */
  async name(
    coordination: Coordination,
    delegationId: string,
    { seatId, version, person }: Naming<Colleague>,
    acting: Acting,
  ): Promise<SeatDeed> {
    const newcomer = colleagueOf(person, coordination);
    let deed: SeatDeed = 'named';
    await this.change(delegationId, seatId, async (seat, event, audited) => {
      if (seat.named) deed = 'swapped';
      const isSame = seat.named && samePerson(seat, newcomer);
      // Sent twice it is done once.
      if (isSame && seat.version !== version) return;
      if (isSame && isSpelled(seat, newcomer)) throw new SamePerson();
      if (seat.version !== version) throw new SeatTaken();
      this.assertNotBegun(event, acting);
      if (isSame || (seat.named && sameAddress(seat, newcomer) && isSameName(seat, person))) {
        deed = 'corrected';
        return this.correctName(seat, person, { ...acting, audited: audited('delegation.correct') });
      }
      const registeredBy = registrarOf(coordination);
      const audit = audited(seat.named ? 'delegation.swap' : 'delegation.name');
      await this.registrations.swap(seat.id, newcomer, { ...acting, registeredBy, audited: audit });
    });
    return deed;
  }

  /**
   * The same person under a corrected name: answers, address and links stay, and a mail tells the new spelling. Throws
   * {@link OtherPerson} where it is no correction, and {@link SeatTaken}.
   */
  correct(
    delegationId: string,
    { seatId, version, person }: Naming<NameCorrection>,
    acting: Acting,
  ): Promise<void> {
    return this.change(delegationId, seatId, async (seat, event, audited) => {
      if (seat.named && isSpelled(seat, person)) return;
      if (!seat.named || seat.version !== version) throw new SeatTaken();
      this.assertNotBegun(event, acting);
      if (!isCorrection(seat, person)) throw new OtherPerson();
      return this.correctName(seat, person, { ...acting, audited: audited('delegation.correct') });
    });
  }

  /** Withdraws a person and keeps the place without a name; throws {@link NamingOver} after the naming deadline. */
  keep(coordination: Coordination, delegationId: string, seatId: string, acting: Acting): Promise<void> {
    return this.change(delegationId, seatId, async (seat, event, audited) => {
      if (!seat.named) return;
      await this.assertMayLeave(event, acting);
      const unnamedUntil = await this.deadlines.needed(event);
      const nobody = { ...nobodyYet(coordination), unnamedUntil };
      await this.registrations.swap(seat.id, nobody, { ...acting, audited: audited('delegation.keep') });
    });
  }

  /** Gives a seat or a place in the line back; who had it is told. */
  withdraw(delegationId: string, seatId: string, acting: Acting): Promise<void> {
    return this.change(delegationId, seatId, async (seat, event, audited) => {
      await this.assertMayLeave(event, acting);
      await this.registrations.withdraw(seat.id, { ...acting, audited: audited('delegation.withdraw') });
    });
  }

  private async correctName(
    { id, email, language }: DelegationSeat,
    { firstName, lastName }: NameCorrection,
    acting: Acting & { audited: Audited },
  ): Promise<void> {
    const person = { firstName, lastName, email, language };
    await this.registrations.swap(id, person, { ...acting, corrects: true });
  }

  // Whoever has their turn keeps a connection while the desk needs another: were there many at once, they would
  // wait for ever.
  private async change(
    delegationId: string,
    seatId: string,
    work: (seat: DelegationSeat, event: Event, audited: (action: string) => Audited) => Promise<void>,
  ): Promise<void> {
    const turn = this.#latest.then(() =>
      this.manager.transaction(async (manager) => {
        await manager.findOne(Delegation, {
          where: { id: delegationId },
          lock: { mode: 'for_no_key_update' },
        });
        const delegation = await this.list.byId(delegationId);
        const seat = seatOf(delegation, seatId);
        const subject = { type: 'delegation', id: delegationId };
        const after = { registration: seat.id, reference: seat.reference };
        await work(seat, delegation.event, (action) => ({ action, subject, after }));
      }),
    );
    this.#latest = turn.catch(() => undefined);
    await turn;
  }

  // The office may do at any time what people may do until the event begins, or until its own deadline.
  private assertNotBegun(event: Event, acting: Acting): void {
    const refusal = byOffice(acting) ? undefined : withdrawalOver(event, this.clock.now());
    if (refusal) throw refusal;
  }

  private async assertMayLeave(event: Event, acting: Acting): Promise<void> {
    const rules = await this.rules.of(event.id);
    const refusal = byOffice(acting) ? undefined : withdrawalOver(event, this.clock.now(), rules);
    if (refusal) throw refusal;
  }
}

function seatOf({ seats }: DelegationView, id: string): DelegationSeat {
  const seat = seats.find((one) => one.id === id);
  if (!seat || !isActive(seat.status)) throw new SeatUnknown();
  return seat;
}

type Person = Parameters<typeof personKey>[0];

function samePerson(one: Person, other: Person): boolean {
  const [a, b] = [personKey(one), personKey(other)];
  return a.email === b.email && a.name === b.name;
}

const sameAddress = (one: Person, other: Person): boolean => personKey(one).email === personKey(other).email;

const isSpelled = (one: NameCorrection, other: NameCorrection): boolean =>
  one.firstName === other.firstName && one.lastName === other.lastName;
